import { latin1 } from '../ascii.js';
import { fieldColon } from './header.js';
import { KNOWN_FIELDS, lineEnd } from './source.js';

/** What the beginnings of lines of a text may be: what stands at none of them is not looked for. */
export type LineMarks = {
  /** "-----B", as OpenPGP armour begins. */
  readonly armour: boolean;
  /** A line "--..." above one that begins with a C, as "--boundary" above "Content-Type". */
  readonly boundary: boolean;
  /** A field of a header. */
  readonly field: boolean;
};

const DASH = 45;

/** One pass over the lines of a text for what three would look for. */
export function lineMarksOf(bytes: Uint8Array): LineMarks {
  let armour = false;
  let boundary = false;
  let field = false;
  let dashes = false;
  for (let at = 0; at < bytes.length; at = lineEnd(bytes, at) + 1) {
    const first = (bytes[at] as number) | 32;
    if (dashes && first === 99) boundary = true;
    dashes = bytes[at] === DASH && at + 1 < bytes.length && bytes[at + 1] === DASH;
    if (dashes) armour ||= at + 5 < bytes.length && bytes[at + 4] === DASH && bytes[at + 5] === 66;
    else if (!field && first >= 97 && first <= 122) {
      const colon = fieldColon(bytes, at, bytes.length);
      field = colon > 0 && KNOWN_FIELDS.test(latin1(bytes, at, colon));
    }
  }
  return { armour, boundary, field };
}
