import type { Found } from './address.js';
import { classify } from './classify.js';
import { mayHaveBeen } from './misread.js';
import { type Column, columnsOf } from './votes.js';

/**
 * The address that pieces of a picture hold, each read several times. `pieces`: its letters as they stand in each piece; `read`: one
 * reading of each piece was right as it stood, none had to be put together of several; `sure`: chance would not have passed another.
 */
export type Among = { readonly address: string; readonly pieces: readonly string[]; readonly read: boolean; readonly sure: boolean };

/** Ways of putting readings together that are asked about: a tenth of a second of hashing. */
const ASKED = 16_384;
/** The same before their lengths are looked at, most of which no address has. */
const TRIED = 400_000;
/** Places that differ from what most read. Five of twenty are 16,000 ways. */
const MOST_DIFFERENT = 5;
/** A way is sure if one chance in so many (as a power of two) lets a wrong one pass, all that were asked for counted. */
const SURE_BITS = 10;

/** Null where no way passes, of a bounded number: those with the fewest letters that most readings have otherwise come first. */
export function addressAmong(given: readonly (readonly string[])[]): Among | null {
  const kind = kindOf(given[0] ?? []);
  const readings = given.map((piece, k) => piece.map((one) => lawful(one, kind, k === 0)));
  if (readings.length === 0 || readings.some((piece) => piece.every((one) => one === ''))) return null;
  const whole = wholeAmong(given, readings);
  if (whole !== null) return whole;
  const columns = readings.map((piece) => columnsOf(piece.filter((one) => one !== '')));
  const flat = columns.flat();
  const text = flat.map((column) => column[0]?.text ?? '');
  const found = new Map<string, readonly string[]>();
  let asked = 0;
  let tried = 0;
  let sure = false;
  const ask = (): boolean => {
    tried++;
    const joined = text.join('');
    for (const whole of wholesOf(joined)) {
      asked++;
      const passed = passes(whole);
      if (passed === null) continue;
      found.set(passed.address, piecesOf(columns, text, joined.length - whole.length));
      sure = passed.sure && bitsOf(passed, whole) - Math.log2(asked) >= SURE_BITS;
    }
    return asked < ASKED && tried < TRIED;
  };
  const differences = differencesOf(flat, kind);
  for (let size = 0; size <= MOST_DIFFERENT && found.size === 0; size++) {
    // Letters that only look alike are tried one at a time, and beside one that was read.
    const among = size <= 2 ? differences : differences.filter(({ votes }) => votes > 0);
    if (!subsets(among, size, text, ask)) break;
  }
  const [first] = found;
  return first === undefined ? null : { address: first[0], pieces: first[1], read: false, sure: sure && found.size === 1 };
}

/** What most readings say of each piece, where no address came of it. */
export function agreed(given: readonly (readonly string[])[]): string[] {
  const kind = kindOf(given[0] ?? []);
  return given.map((piece, k) =>
    columnsOf(piece.map((one) => lawful(one, kind, k === 0)).filter((one) => one !== ''))
      .map((column) => column[0]?.text ?? '')
      .join(''),
  );
}

/** One reading of each piece that passes as it is: of several pieces the same model's. Those that were read most often come first. */
function wholeAmong(given: readonly (readonly string[])[], readings: readonly (readonly string[])[]): Among | null {
  const most = Math.max(...readings.map((piece) => piece.length));
  const times = new Map<string, { readonly k: number; readonly n: number }>();
  const joinedOf = (pieces: readonly (readonly string[])[], k: number): string => pieces.map((piece) => piece[k] ?? piece[0]).join('');
  for (let k = 0; k < most; k++) {
    const joined = joinedOf(readings, k);
    times.set(joined, { k: times.get(joined)?.k ?? k, n: (times.get(joined)?.n ?? 0) + 1 });
  }
  let asked = 0;
  for (const [joined, { k }] of [...times].sort(([, x], [, y]) => y.n - x.n)) {
    asked++;
    const passed = wholesOf(joined).includes(joined) ? passes(joined) : null;
    if (passed === null) continue;
    const sure = passed.sure && bitsOf(passed, joined) - Math.log2(asked) >= SURE_BITS;
    return { address: passed.address, pieces: readings.map((piece) => piece[k] ?? (piece[0] as string)), read: joinedOf(given, k).endsWith(joined), sure };
  }
  return null;
}

function passes(text: string): Found | null {
  const found = classify(text);
  return found?.sure === true ? found : null;
}

type Kind = 'bech32' | 'hex' | 'base58';
const BECH32 = /^(?:b[ceo]|[l1I]t[ceo])[1lIit]/i;
const HEX = /^[0OoQD]x/;
/** What is written in front of an address without a space that the OCR saw. */
const COIN = /^(?:bitcoin|btc|bch|eth|usdt|usdc|trx|xmr|ltc(?!1)|monero|litecoin)+(?=[A-Za-z0-9]{20})/i;

/** By most of the readings. */
function kindOf(readings: readonly string[]): Kind {
  const count = (pattern: RegExp): number => readings.filter((one) => pattern.test(one.replace(COIN, ''))).length * 2;
  return count(BECH32) >= readings.length ? 'bech32' : count(HEX) >= readings.length ? 'hex' : 'base58';
}

const LEGAL: Readonly<Record<Kind, RegExp>> = { bech32: /[02-9ac-hj-np-z]/, hex: /[0-9a-fA-F]/, base58: /[1-9A-HJ-NP-Za-km-z]/ };
/** What stands for a letter that the alphabet has not. */
const INSTEAD: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  bech32: { O: '0', o: '0', Q: '0', I: 'l', i: 'l', 1: 'l', b: '6', B: '8' },
  hex: { O: '0', o: '0', Q: '0', I: '1', i: '1', l: '1', t: '1', S: '5', s: '5', G: '6', g: '9', q: '9', Z: '2', z: '2', T: '7', h: 'b' },
  base58: { I: '1', l: '1', '0': 'o', O: 'o' },
};

function lawful(given: string, kind: Kind, isFirst: boolean): string {
  const reading = isFirst ? given.replace(COIN, '') : given;
  if (kind === 'base58') return letters(reading, kind);
  const prefix = isFirst ? (kind === 'hex' ? HEX : BECH32).exec(reading)?.[0] : undefined;
  const head = prefix === undefined ? '' : kind === 'hex' ? '0x' : /^b/i.test(prefix) ? 'bc1' : 'ltc1';
  const rest = reading.slice(prefix?.length ?? 0);
  // Behind the prefix stands the version, 0 or 1: q or p.
  const own = kind === 'bech32' ? letters(rest, kind).toLowerCase() : letters(rest, kind);
  return head + (head !== '' && kind === 'bech32' ? own.replace(/^[g9a]/, 'q') : own);
}

function letters(text: string, kind: Kind): string {
  return Array.from(text, (letter) => (LEGAL[kind].test(kind === 'bech32' ? letter.toLowerCase() : letter) ? letter : (INSTEAD[kind][letter] ?? ''))).join('');
}

/** Letters that are read of another script, or of a sign, behind an address. */
const GLUED = 3;

/** Letters that an address has which begins so, the fewest first; none for what begins none that letters name. */
export function sizesOf(text: string): readonly number[] {
  if (text.startsWith('bc1')) return [42, 62];
  if (text.startsWith('ltc1')) return [43, 63];
  if (text.startsWith('0x')) return [42];
  if (/^[48]/.test(text)) return [95, 106];
  return /^[13LMDTXrA7]/.test(text) ? [33, 34] : text.startsWith('t') ? [35] : [];
}

/** The text, or its beginning, where it has the length of an address; all else is not hashed. */
function wholesOf(text: string): string[] {
  return sizesOf(text).flatMap((size) => (text.length >= size && text.length <= size + GLUED ? [text.slice(0, size)] : []));
}

/** Bits of a checksum. Of Ethereum's each letter is one, by its size. */
function bitsOf({ coin }: Found, text: string): number {
  return coin === 'ETH' ? (text.slice(2).match(/[a-fA-F]/g)?.length ?? 0) : text.startsWith('bc1') || text.startsWith('ltc1') ? 30 : 32;
}

type Difference = { readonly at: number; readonly text: string; readonly votes: number };

/** What may stand at a place instead of what most read there: what others read, then what looks alike. */
function differencesOf(columns: readonly Column[], kind: Kind): Difference[] {
  const read = columns.flatMap((column, at) => column.slice(1).map(({ text, votes }) => ({ at, text, votes })));
  const alike = columns.flatMap((column, at) => {
    const known = new Set(column.map(({ text }) => text));
    const others = Array.from(mayHaveBeen(column[0]?.text ?? ''), (letter) => (kind === 'bech32' ? letter.toLowerCase() : letter));
    return [...new Set(others)].filter((letter) => !known.has(letter) && LEGAL[kind].test(letter)).map((text) => ({ at, text, votes: 0 }));
  });
  return [...read.sort((a, b) => b.votes - a.votes), ...alike];
}

/** Puts each choice of so many differences into the text, and asks; false once there was enough. */
function subsets(all: readonly Difference[], size: number, text: string[], ask: () => boolean, from = 0): boolean {
  if (size === 0) return ask();
  for (let k = from; k < all.length; k++) {
    const { at, text: other, votes } = all[k] as Difference;
    const before = text[at] as string;
    text[at] = other;
    const goesOn = subsets(votes === 0 ? [] : all, size - 1, text, ask, k + 1);
    text[at] = before;
    if (!goesOn) return false;
  }
  return true;
}

/** The text by its pieces, without so many letters at its end. */
function piecesOf(columns: readonly (readonly Column[])[], text: readonly string[], glued: number): string[] {
  let at = 0;
  return columns.map((piece, k) => {
    const own = text.slice(at, at + piece.length).join('');
    at += piece.length;
    return k === columns.length - 1 ? own.slice(0, own.length - glued) : own;
  });
}
