import { type Speech, WORDS, type WordId } from '@hattari/engine';
import type { Look } from '../page.js';
import { printable, widthOf, wrap } from '../wrap.js';
import { type Tally, URGENT, type Where } from './tally.js';

/** Rows of one list: what is rare matters less, and `--json` has all of it. */
const ROWS = 20;
/** Messages named because a person must look at them. */
const URGENT_ROWS = 100;

export type Ending = { readonly tally: Tally; readonly seconds: number; readonly incomplete: boolean };

/** The end of a scan in words: first what needs a person, then what there was, then what was not read. */
export function summaryOf({ tally, seconds, incomplete }: Ending, speech: Speech, look: Look): string {
  const lines: string[] = [];
  const say = (id: WordId, slots: Readonly<Record<string, string>> = {}): string => printable(speech.say(id, slots));
  const text = (words: string, indent = ''): void => {
    for (const line of wrap(words, Math.max(20, look.columns - indent.length))) lines.push(indent + line);
  };
  const title = (words: string): void => {
    lines.push('');
    text(words);
  };
  const more = (left: number): void => {
    if (left > 0) text(say('label-more', { count: String(left) }), '  ');
  };
  const table = (rows: readonly (readonly [string, number])[], of: number): void => {
    const shown = rows.slice(0, ROWS);
    const wide = Math.max(...shown.map(([words]) => widthOf(words)));
    const long = Math.max(...shown.map(([, n]) => String(n).length));
    for (const [words, n] of shown) {
      const share = of > 0 ? `  ${((n / of) * 100).toFixed(1).padStart(5)} %` : '';
      lines.push(`  ${words}${' '.repeat(wide - widthOf(words))}  ${String(n).padStart(long)}${share}`);
    }
    more(rows.length - shown.length);
  };

  if (incomplete) text(say('scan-incomplete'));
  text(say('scan-done', { count: String(tally.messages), time: duration(seconds, speech.code), rate: rateOf(tally.messages, seconds) }));

  if (tally.sum('urgent') > 0) {
    title(say('scan-urgent'));
    for (const reason of URGENT) {
      const number = tally.number('urgent', reason);
      if (number === 0) continue;
      text(`${say(`scan-urgent-${reason}`)}: ${number}`, '  ');
      const shown = tally.urgent[reason].slice(0, URGENT_ROWS);
      for (const where of shown) lines.push(`    ${placeOf(where)}`);
      more(number - shown.length);
    }
  }
  if (tally.messages > 0) {
    title(say('scan-verdicts'));
    table(
      tally.of('verdict').map(([kind, n]) => [say(`scan-verdict-${kind}` as WordId), n]),
      tally.messages,
    );
  }
  if (tally.sum('family') > 0) {
    title(say('scan-families'));
    table(
      tally.of('family').map(([family, n]) => [say(`scan-family-${family}` as WordId), n]),
      0,
    );
  }
  if (tally.messages > 0) {
    title(say('scan-languages'));
    table(
      tally.of('language').map(([code, n]) => [code === '' ? say('scan-language-none') : languageName(code, speech.code), n]),
      tally.messages,
    );
  }
  const repeated = tally.repeated();
  if (repeated.length > 0) {
    title(say('scan-repeats'));
    for (const { letters, example, wallets } of repeated.slice(0, ROWS)) {
      text(say('scan-repeat', { count: String(letters), example: placeOf(example) }), '  ');
      for (const wallet of wallets.slice(0, 3)) lines.push(`    ${printable(wallet)}`);
      if (wallets.length > 3) text(say('label-more', { count: String(wallets.length - 3) }), '    ');
    }
    more(repeated.length - ROWS);
  }
  const wallets = tally.walletsByCount();
  if (wallets.length > 0) {
    title(say('label-wallets'));
    table(
      wallets.map(([wallet, n]) => [printable(wallet), n]),
      0,
    );
  }
  if (tally.sum('sight') > 0) {
    title(say('scan-sight', { read: String(tally.number('sight', 'read')), left: String(tally.number('sight', 'left')) }));
  }
  if (tally.sum('problem') > 0) {
    title(say('scan-problems'));
    for (const [problem, n] of tally.of('problem')) text(`${problemWords(problem, speech)} (${n})`, '  ');
  }
  if (tally.sum('skipped') > 0) {
    title(say('scan-skipped'));
    table(
      tally.of('skipped').map(([why, n]) => [say(`scan-skipped-${why}` as WordId), n]),
      0,
    );
  }
  const failures = tally.sum('failure');
  if (failures > 0) {
    title(say('scan-failures', { count: String(failures) }));
    const shown = tally.failures.slice(0, ROWS);
    for (const where of shown) lines.push(`  ${placeOf(where)}`);
    more(failures - shown.length);
  }
  return `${lines.join('\n')}\n`;
}

function placeOf({ file, message }: Where): string {
  return `${printable(file)}${message === null ? '' : ` [${message}]`}`;
}

/** The sentence of a problem without what filled it: of many messages, each had its own. */
function problemWords(problem: string, speech: Speech): string {
  const id = `problem-${problem}`;
  return isWord(id) ? printable(speech.say(id, { what: '…', charset: '…', limit: '…', name: '…' })) : problem;
}

function isWord(id: string): id is WordId {
  return (WORDS as readonly string[]).includes(id);
}

function languageName(code: string, words: string): string {
  return new Intl.DisplayNames([words], { type: 'language' }).of(code) ?? code;
}

/** Messages a second; a tenth matters where there are few. */
export function rateOf(messages: number, seconds: number): string {
  const rate = seconds > 0 ? messages / seconds : messages;
  return rate.toFixed(rate < 10 ? 1 : 0);
}

/** A time as a person says it: two units at most. */
export function duration(seconds: number, words: string): string {
  const unit = (value: number, name: string, digits = 0): string =>
    new Intl.NumberFormat(words, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits }).format(value);
  if (seconds < 60) return unit(seconds, 'second', seconds < 10 ? 1 : 0);
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return unit(minutes, 'minute');
  return `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`;
}
