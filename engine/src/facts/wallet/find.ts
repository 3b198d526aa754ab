import { type Medium, MISREAD_MEDIA } from '../../contract.js';
import type { Stream, Wallet } from '../../model.js';
import { solanaAt } from './bare.js';
import { SHORTEST } from './classify.js';
import { misreadIn, type Spent } from './from-picture.js';
import { gluedAt } from './glued.js';
import { joinedParts } from './halves.js';
import { coinByWords } from './nearby.js';
import { noiseIn, repairedAt } from './repaired.js';
import { joinedPieces } from './split.js';
import { triesFor } from './tries.js';
import { classOf, firstFrom, lastBefore, mayHoldAddress, pieceStarts, runsOf } from './units.js';
import { mayBeTold, type Placed, writtenAt } from './written.js';

/** Wallets kept of one message: letters give one to four; a dump of thousands is no letter. */
const MOST = 50;

/** `written`: only what stands in one piece; putting pieces together costs ten times as much, and is for texts that say something. */
export type Search = 'written' | 'every-form';

type Formed = Placed & { readonly form: Wallet['form'] };

/**
 * Wallet addresses in one folded text, first to last: pieces propose, checksums decide. Linear in the text. `original` is the
 * part's text before it was folded; with it, an address whose letters were exchanged for look-alikes is told as repaired. `spent` is shared by the texts of one message.
 */
export function findWallets(stream: Stream, original?: string, search: Search = 'every-form', spent: Spent = { readings: 0 }): Wallet[] {
  const { text, origin } = stream;
  const found = ways(stream, search, spent);
  if (found.length === 0) return [];
  const wallets = new Map<string, Wallet>();
  for (const { found: placed, start, end, form } of found) {
    const { coin, network, address, sure: holds } = coinByWords(placed, text, start, end);
    const together = stream.repaired?.find((one) => one.address === address);
    const sure = holds && together?.sure !== false;
    const known = wallets.get(address);
    if (known !== undefined) {
      if (sure && !known.sure) wallets.set(address, { ...known, sure });
      continue;
    }
    if (wallets.size >= MOST) break;
    const span = { part: stream.part, start: origin[start] as number, end: (origin[end - 1] as number) + 1 };
    const isFolded = form === 'written' && original !== undefined && differs(text, origin, original, start, end);
    wallets.set(address, { coin, network, address, form: isFolded || together !== undefined ? 'repaired' : form, where: whereOf(stream), sure, span });
  }
  return [...wallets.values()];
}

const WHERE: Readonly<Record<Medium, Wallet['where']>> = { image: 'image', scan: 'pdf', pdf: 'pdf', qr: 'qr', document: 'attachment' };

function whereOf({ medium }: Stream): Wallet['where'] {
  return medium === undefined ? 'text' : WHERE[medium];
}

function writtenIn(text: string): Formed[] {
  const runs = runsOf(text, SHORTEST);
  if (runs.count === 0 || !mayHoldAddress(text)) return [];
  const found: Formed[] = [];
  for (let i = 0; i < runs.count; i++) {
    const placed = writtenAt(text, runs, i);
    if (placed !== null && (placed.found.sure || mayBeTold(placed, text))) found.push({ ...placed, form: 'written' });
  }
  return found;
}

/** In a picture an address is seldom read without a slip, and often wrapped: there every form is looked for. */
function ways({ text, medium }: Stream, search: Search, spent: Spent): Formed[] {
  if (search === 'written' && !MISREAD_MEDIA.has(medium)) return writtenIn(text);
  if (!mayHoldAddress(text)) return [];
  return allIn(text, MISREAD_MEDIA.has(medium) ? (all, known) => misreadIn(all, known, spent) : () => []);
}

/** What stands in one piece is taken first, so that joining and repairing never break it; `misread` gives what a picture's letters were meant to be. */
function allIn(text: string, misread: (text: string, known: readonly Placed[]) => readonly Placed[]): Formed[] {
  const runs = runsOf(text);
  const taken = new Uint8Array(runs.count);
  const all: Formed[] = [];
  const add = (placed: Placed, form: Wallet['form'], first: number, last: number): void => {
    taken.fill(1, first, last + 1);
    all.push({ ...placed, form });
  };
  for (let i = 0; i < runs.count; i++) {
    const placed = writtenAt(text, runs, i);
    if (placed?.found.sure === true) add(placed, 'written', i, lastBefore(runs, i, placed.end));
  }
  const starts = pieceStarts(runs);
  for (const placed of joinedPieces(text, runs, starts, [...all], triesFor(text))) {
    const first = firstFrom(runs, placed.start);
    add(placed, 'split', first, lastBefore(runs, first, placed.end));
  }
  const sorted = [...all].sort((a, b) => a.start - b.start);
  for (const placed of misread(text, sorted)) {
    const first = firstFrom(runs, placed.start);
    add(placed, 'repaired', first, lastBefore(runs, first, placed.end));
  }
  let words: readonly string[] | null = null;
  const noise = (): readonly string[] => {
    words ??= noiseIn(text);
    return words;
  };
  const repairs = triesFor(text);
  for (let i = 0; i < runs.count; i++) {
    if (taken[i] === 1) continue;
    const placed = gluedAt(text, runs, i, repairs);
    if (placed !== null) add(placed, 'written', i, i);
    const repaired = placed === null ? repairedAt(text, runs, i, taken, noise, repairs) : null;
    if (repaired !== null) add(repaired, 'repaired', i, repaired.last);
  }
  for (const placed of joinedParts(text, runs, taken, triesFor(text))) all.push({ ...placed, form: 'split' });
  // What has no checksum comes last: it takes only what no checksum wanted.
  for (let i = 0; i < runs.count; i++) {
    if (taken[i] === 1) continue;
    const placed = writtenAt(text, runs, i);
    const key = placed === null && starts[i] === 1 ? solanaAt(text, runs, i, taken) : null;
    if (placed !== null && mayBeTold(placed, text)) add(placed, 'written', i, lastBefore(runs, i, placed.end));
    else if (key !== null) add(key, key.last === i ? 'written' : 'split', i, key.last);
  }
  return all.sort((a, b) => a.start - b.start);
}

/** Whether a letter of the address was another one in the original. */
function differs(text: string, origin: Uint32Array, original: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (classOf(text.charCodeAt(at)) !== 0 && text.charCodeAt(at) !== original.charCodeAt(origin[at] as number)) return true;
  }
  return false;
}
