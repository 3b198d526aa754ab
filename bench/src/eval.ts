import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Ask, type Detection, detect, type Knowledge } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { bluffLetters, corporaAt, messagesOf } from './corpora.js';
import { readLetters } from './letters.js';
import { evalSenders } from './senders.js';

// Accuracy on the corpora (a path, never part of the project) and on letters of our own. Prints counts; nothing is tuned here.
const LETTERS = new URL('../letters/', import.meta.url);
const SHELF = new URL('../../doors/command/dist/shelf/', import.meta.url);

const { values } = parseArgs({ options: { corpora: { type: 'string' }, verbose: { type: 'boolean', default: false }, only: { type: 'string' } } });
const know = load(SHELF);

function verdictOf(bytes: Uint8Array, words = 'en'): Detection {
  const ask: Ask = { bytes, answers: {}, place: 'US', words, now: 0 };
  return detect(ask, know as Knowledge);
}

function count(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort()
    .map(([kind, n]) => `${kind} ${n}`)
    .join('  ');
}

function detail(name: string, found: Detection): void {
  const ids = (kind: string): string => [...new Set(found.evidence.flatMap((e) => (e.kind === kind && 'id' in e ? [e.id] : [])))].join(' ');
  console.log(
    `    ${name}: ${found.verdict.kind}${found.verdict.family === null ? '' : `/${found.verdict.family}`} p=${found.verdict.probability} signals[${ids('signal')}] claims[${ids('claim')}] kin[${ids('kin')}] frames[${ids('frame')}] ${found.mail.problems.map((p) => p.id).join(' ')}`,
  );
}

function evalLetters(prefix: '' | 'heldout-'): void {
  console.log(`letters of our own, ${prefix === '' ? 'development set' : 'held-out set (no phrase was written from it)'}: verdicts with no question answered`);
  const wanted: Record<string, (kind: string) => boolean> = {
    bluff: (kind) => kind === 'bluff',
    genuine: (kind) => kind !== 'bluff' && kind !== 'clear',
    innocent: (kind) => kind !== 'bluff' && kind !== 'genuine',
  };
  for (const language of ['en', 'ja', 'de', 'ru', 'ko', 'pt', 'es', 'zh-Hans', 'zh-Hant']) {
    for (const [set, isRight] of Object.entries(wanted)) {
      const file = new URL(`${prefix}${set}.${language}.txt`, LETTERS);
      if (!existsSync(file)) continue;
      const found = readLetters(file).map((letter) => ({
        letter,
        found: verdictOf(Buffer.from(letter.text), language),
      }));
      const right = found.filter((f) => isRight(f.found.verdict.kind)).length;
      console.log(`  ${prefix}${set}.${language}: ${right}/${found.length} as wanted   ${count(found.map((f) => f.found.verdict.kind))}`);
      for (const { letter, found: f } of found) if (values.verbose || (prefix === '' && !isRight(f.verdict.kind))) detail(letter.name, f);
    }
  }
}

function evalBluffs(corpora: string): void {
  const letters = bluffLetters(corpora).map((letter) => ({ ...letter, found: verdictOf(letter.bytes) }));
  const groups = byGroup(letters);
  const whole = [...groups].filter(([, members]) => members.every((m) => m.found.verdict.kind === 'bluff'));
  const held = [...groups].filter(([, members]) => members.every((m) => m.held));
  const heldWhole = held.filter(([, members]) => members.every((m) => m.found.verdict.kind === 'bluff'));
  console.log(
    `sextortion: ${letters.filter((l) => l.found.verdict.kind === 'bluff').length}/${letters.length} letters, ${whole.length}/${groups.size} groups wholly bluff; of groups that no phrase was written from: ${heldWhole.length}/${held.length}`,
  );
  for (const [group, members] of groups) {
    for (const m of members) {
      if (m.found.verdict.kind !== 'bluff' || values.verbose) detail(`group ${group} ${m.language} ${m.name}`, m.found);
      if (values.verbose) for (const w of m.found.explanation.wallets) console.log(`        ${w.coin} ${w.address} ${w.sure}`);
    }
  }
}

function evalOthers(corpora: string): void {
  for (const folder of ['ham', 'articles', 'phish', 'spam', 'kin', 'genuine']) {
    if (values.only !== undefined && values.only !== folder) continue;
    const sets = new Map<string, string[]>();
    const doubts: string[] = [];
    const wrong: (() => void)[] = [];
    for (const { set, name, bytes } of messagesOf(corpora, folder)) {
      const found = verdictOf(bytes);
      const { kind, doubt } = found.verdict;
      if (doubt !== null) doubts.push(doubt);
      sets.set(set, [...(sets.get(set) ?? []), kind]);
      if (kind === 'bluff' || (kind === 'genuine' && folder !== 'genuine') || (values.verbose && folder === 'ham' && kind === 'kin'))
        wrong.push(() => detail(name, found));
    }
    const all = [...sets.values()].flat();
    console.log(`${folder}: ${all.length} read   ${count(all)}`);
    if (doubts.length > 0) console.log(`  why unsure: ${count(doubts)}`);
    for (const [set, kinds] of sets) console.log(`  ${set}: ${kinds.length}   ${count(kinds)}`);
    for (const say of wrong) say();
  }
}

// Whoever writes phrases must not see what the held-out letters say: their details are told on request only.
if (values.only === undefined) {
  evalLetters('');
  evalLetters('heldout-');
}
try {
  const corpora = corporaAt(values.corpora);
  evalBluffs(corpora);
  evalOthers(corpora);
  if (values.only === undefined || values.only === 'senders') evalSenders(corpora);
} catch (cause) {
  console.log((cause as Error).message);
  process.exitCode = 2;
}

function byGroup<T extends { readonly group: string }>(letters: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const letter of letters) groups.set(letter.group, [...(groups.get(letter.group) ?? []), letter]);
  return groups;
}
