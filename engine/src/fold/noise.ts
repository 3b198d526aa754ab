import { unitsToText } from '../ascii.js';
import { isLatin } from './confusables.js';
import type { FoldedText } from './fold-text.js';
import { GAP, kindOfUnit, LETTER, SINGLE } from './letters.js';

/** Scripts that are told apart: Latin, Cyrillic, Greek, Hangul, kana with ideographs, and the rest. */
const SCRIPTS = 6;
const NONE = -1;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** Of a text longer than this one block in eight is looked at: noise is strewn over all of it. */
const LONG = 16_384;
const BLOCK = 512;
const SKIPPED = 8;

/** Fewer letters than this show no pattern. */
const LEAST_LETTERS = 100;
/** Share of letters behind which the script changes without a space: honest Japanese with Latin words stays below a sixth. */
const CHANGES = 0.4;
/** Share of letters that a script must have to be the one that is read. */
const SHARE = 0.15;

/** A letter parted by noise of another script (Iキ hシa...): each script of it alone, with its way back; empty where the text is not like that. */
export function withoutNoise(folded: FoldedText): FoldedText[] {
  const { text } = folded;
  if (!BEYOND_ASCII.test(text)) return [];
  const counts = new Uint32Array(SCRIPTS);
  let letters = 0;
  let changes = 0;
  let before = NONE;
  const step = text.length > LONG ? BLOCK * SKIPPED : text.length;
  for (let i = 0; i < text.length; i++) {
    if (step < text.length && i % step === BLOCK) {
      i += step - BLOCK - 1;
      before = NONE;
      continue;
    }
    const script = scriptAt(text.charCodeAt(i));
    if (script !== NONE) {
      letters++;
      counts[script] = (counts[script] as number) + 1;
      if (before !== NONE && before !== script) changes++;
    }
    before = script;
  }
  if (letters < LEAST_LETTERS || changes < letters * CHANGES) return [];
  return Array.from(counts, (count, script) => (count >= letters * SHARE ? only(folded, script) : null)).filter((clean) => clean !== null);
}

function only({ text, origin }: FoldedText, script: number): FoldedText {
  const units = new Uint16Array(text.length);
  const from = new Uint32Array(text.length);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const is = scriptAt(c);
    // Stars and pictures between letters are noise too.
    if (is === NONE ? c > 0x2190 && kindOfUnit(c) === GAP && c < 0x3000 : is !== script) continue;
    units[n] = c;
    from[n++] = origin[i] as number;
  }
  return { text: unitsToText(units, n), origin: from.slice(0, n), tricks: new Set(['noise-letters']) };
}

function scriptAt(c: number): number {
  if (isLatin(c)) return 0;
  if (c < 0x80) return NONE;
  const kind = kindOfUnit(c);
  if (kind !== LETTER && kind !== SINGLE) return NONE;
  if (c >= 0x400 && c <= 0x52f) return 1;
  if (c >= 0x370 && c <= 0x3ff) return 2;
  if ((c >= 0xac00 && c <= 0xd7af) || (c >= 0x1100 && c <= 0x11ff)) return 3;
  return c >= 0x3005 && c <= 0xfaff ? 4 : 5;
}
