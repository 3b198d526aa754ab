import { fold } from '../fold/fold.js';
import type { Mail, Part } from '../model.js';
import { normalise, SKETCH_UNITS } from './normalise.js';

/** Places of a sketch; two letters are as like as the share of places in which they agree (Jaccard, of character 5-grams). */
export const SKETCH_SIZE = 128;
/** Bits of a 32-bit hash that choose the place. */
const PLACE_BITS = 7;
const GRAM = 5;
/** Places that must be filled before densification: below, a text is too short to be told from others (some 40 units). */
const LEAST_FILLED = 32;

/**
 * One-permutation MinHash with optimal densification (arXiv 1703.04664) of what a person sees of a message, subject aside:
 * 16 bits a place. Null if there is too little text. The same letter with other names, numbers, addresses and tricks has
 * nearly the same sketch.
 */
export function sketchOf(mail: Pick<Mail, 'parts'>): Uint16Array | null {
  let room = SKETCH_UNITS;
  const parts: Part[] = [];
  for (const part of mail.parts) {
    if ((part.kind !== 'text' && part.kind !== 'html') || room === 0) continue;
    const text = part.text.slice(0, room);
    room -= text.length;
    parts.push({ ...part, text });
  }
  return sketchText(
    fold({ parts })
      .streams.map((stream) => stream.text)
      .join('\n'),
  );
}

/** The sketch of one folded text. */
export function sketchText(text: string): Uint16Array | null {
  const { units, length } = normalise(text);
  const least = new Uint32Array(SKETCH_SIZE).fill(0xffffffff);
  for (let i = 0; i + GRAM <= length; i++) {
    let h = 0x811c9dc5;
    for (let k = i; k < i + GRAM; k++) h = Math.imul(h ^ (units[k] as number), 0x01000193);
    h = mix(h);
    const place = h >>> (32 - PLACE_BITS);
    const value = (h << PLACE_BITS) >>> 0;
    if (value < (least[place] as number)) least[place] = value;
  }
  const filled = least.reduce((n, value) => (value === 0xffffffff ? n : n + 1), 0);
  if (filled < LEAST_FILLED) return null;
  return Uint16Array.from({ length: SKETCH_SIZE }, (_, place) => {
    // An empty place borrows from a filled one chosen by a hash of its own: agreeing letters borrow alike.
    let from = place;
    for (let turn = 1; least[from] === 0xffffffff; turn++) from = mix(Math.imul(place + 1, 0x9e3779b1) + Math.imul(turn, 0x85ebca6b)) >>> (32 - PLACE_BITS);
    return mix(least[from] as number) & 0xffff;
  });
}

/** Share of places in which two sketches agree. */
export function likeness(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let same = 0;
  for (let i = 0; i < SKETCH_SIZE; i++) if (a[i] === b[i]) same++;
  return same / SKETCH_SIZE;
}

/** A finalizer of MurmurHash3: every bit of the input moves every bit of the output. */
export function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** As hexadecimal, four digits a place. */
export function sketchHex(sketch: Uint16Array): string {
  let text = '';
  for (const value of sketch) text += value.toString(16).padStart(4, '0');
  return text;
}

/** What `sketchHex` wrote. */
export function sketchFromHex(text: string): Uint16Array {
  return Uint16Array.from({ length: SKETCH_SIZE }, (_, place) => Number.parseInt(text.slice(place * 4, place * 4 + 4), 16));
}
