import { read, type SenderReason, type SenderReport, type SenderTrick, type Speech, senderOf, senderWords } from '@hattari/engine';
import { type SenderOptions, Usage } from './arguments.js';
import { Reading } from './chunks.js';
import { envelopeOf } from './envelope.js';
import { type Failure, type Item, itemsOf } from './input.js';
import { failureLine } from './line.js';
import { Page } from './page.js';
import { senderDetails } from './sender-details.js';
import { worst } from './severity.js';
import type { Terminal } from './terminal.js';
import { printable } from './wrap.js';

type Setting = { readonly speech: Speech; readonly terminal: Terminal };

/** `hattari sender`: the envelope of each mail, for administrators. Returns the exit code. */
export async function sender(options: SenderOptions, setting: Setting): Promise<number> {
  if (options.files.length === 0 && setting.terminal.inputIsTerminal) throw new Usage('cli-no-input');
  const codes = new Set<number>();
  const reading = new Reading();
  const files = options.files.length > 0 ? options.files : ['-'];
  for (const file of files) {
    for await (const item of itemsOf({ file, path: file, walked: false }, reading)) {
      if ('skipped' in item) continue;
      if (codes.size > 0 && !options.json) setting.terminal.out('\n');
      codes.add('id' in item ? tellFailure(item, options, setting) : tell(item, options, setting, files.length > 1));
      await setting.terminal.drained();
    }
  }
  return worst(codes);
}

function tellFailure(failure: Failure, { json }: SenderOptions, { speech, terminal }: Setting): number {
  const text = speech.say(failure.id, failure.slots);
  if (json) terminal.out(`${JSON.stringify(failureLine(failure, text))}\n`);
  else terminal.err(`${text}\n`);
  return 2;
}

function tell(item: Item, { json, authservIds }: SenderOptions, { speech, terminal }: Setting, several: boolean): number {
  const nothing = item.file === '-' && item.message === null && item.bytes.every((b) => b === 10 || b === 13 || b === 32);
  if (nothing) return tellFailure({ file: item.file, id: 'cli-nothing-pasted', slots: {} }, { files: [], json, authservIds }, { speech, terminal });
  const mail = read({ bytes: item.bytes, name: item.file });
  const report = senderOf(mail, { name: item.file, ...envelopeOf(authservIds) });
  const words = report === null ? null : senderWords(report, speech);
  if (json) {
    const said = report === null ? null : { ...report, why: words?.why };
    terminal.out(`${JSON.stringify({ file: item.file, message: item.message, language: speech.code, sender: said })}\n`);
    return exitOf(report);
  }
  if (several || item.message !== null) terminal.out(`--- ${printable(item.file)}${item.message === null ? '' : ` [${item.message}]`}\n`);
  const page = new Page(terminal.look);
  if (report === null || words === null) page.text(speech.say('sender-none'));
  else {
    page.strong(words.why[0] ?? '');
    page.box(words.picture);
    for (const line of words.why.slice(1)) page.item('-', line);
    senderDetails(page, report, speech);
  }
  terminal.out(page.end());
  return exitOf(report);
}

const ALARMING: ReadonlySet<SenderReason | SenderTrick> = new Set([
  'dmarc-fail-own',
  'nothing-passes-own',
  'no-records-own',
  'dmarc-fail-other',
  'spf-only',
  'dns-disagrees',
  'no-from',
  'partial-source',
  'temporary-failure',
  'several-from',
  'name-is-address',
  'stray-commas',
]);

/** 1: forged. 3: not proven, and something in it asks for more: the reader's own address, a failed check, a trick, a piece of a source. Else 0. */
function exitOf(report: SenderReport | null): number {
  if (report === null) return 3;
  if (report.verdict !== 'not-proven') return report.verdict === 'spoofed' ? 1 : 0;
  return report.says.own || [...report.reasons, ...report.tricks].some((id) => ALARMING.has(id)) ? 3 : 0;
}
