import { readdirSync, readFileSync } from 'node:fs';
import { ANSWERS, type Answers, type Coin, FAMILIES, type Family, FLAGS, type Flag, GATES, type Gate, type VerdictKind } from '@hattari/engine';
import { addressesOf } from './addresses.js';

/** What a case is a test of. */
export const ABOUT = ['genuine', 'before', 'mixed', 'retold', 'third-party', 'minor', 'known-person', 'kin', 'bluff', 'harmless'] as const;
export type About = (typeof ABOUT)[number];

/** `harmless`: called neither bluff nor genuine nor kin. */
export type Wanted = { readonly kind: 'genuine' | 'bluff' | 'kin' | 'harmless'; readonly family: Family | null; readonly flags: readonly Flag[] };

/** A case of our own: `=== name`, then `# about:`, `# expect:`, perhaps `# answers:`, `# why:`, then its text. */
export type CaseText = {
  readonly name: string;
  readonly about: About;
  readonly wanted: Wanted;
  readonly answers: Answers;
  readonly why: string;
  readonly text: string;
};

/** Which half a case belongs to: `unseen` ones were written by somebody who did not see the rules, before the rules. */
export type Half = 'unseen' | 'own';

export const CASES = new URL('../cases/', import.meta.url);

/** Files of one half, `unseen.ja.txt` or `own-kin.en.txt`: path and language. */
export function caseFiles(half: Half): { readonly path: URL; readonly language: string }[] {
  return readdirSync(CASES)
    .filter((name) => name.startsWith(half) && name.endsWith('.txt'))
    .sort()
    .map((name) => ({ path: new URL(name, CASES), language: name.split('.').at(-2) ?? '' }));
}

/** Reads a file of cases; `{BTC}` and its like become generated addresses that nobody owns. Throws a sentence with file and case on a mistake. */
export function readCases(path: URL): CaseText[] {
  return readFileSync(path, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [head = '', ...lines] = block.split('\n');
      const name = head.trim();
      const fields = new Map<string, string>();
      for (let field = fieldOf(lines[0]); field !== null; field = fieldOf(lines[0])) {
        fields.set(field[0], field[1]);
        lines.shift();
      }
      const fail = (what: string, got: string | undefined): never => {
        throw new Error(`${path.pathname} ${name}: wanted ${what}, got ${got}`);
      };
      const about = ABOUT.find((a) => a === fields.get('about')) ?? fail(`about: ${ABOUT.join(' ')}`, fields.get('about'));
      const text = lines
        .join('\n')
        .trim()
        .replace(/\{(BTC|ETH|XMR|LTC|TRX)\}/g, (_, coin: Coin) => addressesOf(name)[coin]);
      return {
        name,
        about,
        wanted: wantedOf(fields.get('expect') ?? '', fail),
        answers: answersOf(fields.get('answers'), fail),
        why: fields.get('why') ?? '',
        text,
      };
    });
}

function fieldOf(line: string | undefined): [string, string] | null {
  const found = /^# ?([a-z]+): ?(.*)$/.exec(line ?? '');
  return found === null ? null : [found[1] as string, (found[2] as string).trim()];
}

type Fail = (what: string, got: string | undefined) => never;

function wantedOf(line: string, fail: Fail): Wanted {
  const [first = '', ...flags] = line.split(/\s+/);
  const [kind, family] = first.split('/');
  return {
    kind: (['genuine', 'bluff', 'kin', 'harmless'] as const).find((k) => k === kind) ?? fail('expect: genuine, bluff, harmless or kin/FAMILY', line),
    family: kind === 'kin' ? (FAMILIES.find((f) => f === family) ?? fail(FAMILIES.join(' '), family)) : null,
    flags: flags.map((flag) => FLAGS.find((f) => f === flag) ?? fail('a flag of the contract', flag)),
  };
}

function answersOf(line: string | undefined, fail: Fail): Answers {
  const pairs = (line ?? '').split(/[\s,]+/).filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [gate, answer] = pair.split('=');
      const known = GATES.find((g) => g === gate) ?? fail(GATES.join(' '), gate);
      return [known, (ANSWERS[known as Gate] as readonly string[]).find((a) => a === answer) ?? fail(ANSWERS[known].join(' '), answer)];
    }),
  );
}

/** Whether a verdict is right, half right (`unsure` where it may be real), wrong, or the worst: a real threat told as a lie or as nothing. */
export type Mark = 'right' | 'half' | 'wrong' | 'dangerous';

export function markOf(wanted: Wanted, kind: VerdictKind, family: Family | null): Mark {
  switch (wanted.kind) {
    case 'genuine':
      return kind === 'genuine' ? 'right' : kind === 'unsure' ? 'half' : kind === 'bluff' || kind === 'clear' ? 'dangerous' : 'wrong';
    case 'bluff':
      return kind === 'bluff' ? 'right' : 'wrong';
    case 'kin':
      return kind === 'kin' && family === wanted.family ? 'right' : 'wrong';
    case 'harmless':
      return kind === 'genuine' || kind === 'bluff' || kind === 'kin' ? 'wrong' : 'right';
    default:
      return wanted.kind satisfies never;
  }
}
