import { latin1 } from '../ascii.js';
import type { PartId } from '../model.js';
import { withoutArmour } from './armour.js';
import { nameOfBinary } from './binary.js';
import { isBase64, isBlockOfLines, isLegible, isQuotedPrintable, wholeLetters } from './encoded.js';
import { PART_DEPTH, SOURCE_BYTES, SOURCE_DEPTH } from './limits.js';
import { lineMarksOf } from './line-marks.js';
import { tellHeaders } from './pasted-headers.js';
import { beginsWithHeader, behindClosing, concat, findSource, firstBoundary, isBlank } from './source.js';
import { decodeBase64, decodeQuotedPrintable } from './transfer.js';
import type { Walk } from './walk.js';

/**
 * Reads a plain text as a person takes it: OpenPGP armour is not part of it, the source of a mail in it (a bounce's copy, a
 * pasted one) is a message with parts of its own, a block of headers below a letter is none of its words.
 */
export function readLetters(walk: Walk, given: Uint8Array, charset: string | null, id: PartId, depth: number): void {
  if (!walk.mayHoldSource(given.length)) {
    walk.text(given, charset, 'text', id);
    return;
  }
  const found = lineMarksOf(given);
  const { bytes, encrypted } = found.armour ? withoutArmour(given) : { bytes: given, encrypted: false };
  if (encrypted) walk.tell({ id: 'encrypted' });
  const marks = bytes === given ? found : lineMarksOf(bytes);
  const mayNest = depth < PART_DEPTH && stepsOf(id) < SOURCE_DEPTH;
  const first = mayNest && marks.boundary ? firstBoundary(bytes) : null;
  const source = mayNest && marks.field ? findSource(bytes) : null;
  if (source === null) {
    if (first === null) walk.text(bytes, charset, 'text', id);
    else readParts(walk, bytes, first, charset, id, depth);
    return;
  }
  const before = bytes.subarray(0, source.start);
  if (!isBlank(before, 0, before.length)) walk.text(before, charset, 'text', id);
  tellHeaders(walk, source.header, `${id}/source`, source.hasBody);
  if (source.hasBody) walk.message(source.message, `${id}/source`, depth + 1);
  const after = bytes.subarray(source.end);
  if (!isBlank(after, 0, after.length)) readLetters(walk, after, charset, `${id}/after`, depth + 1);
}

/** Each source in a text, and each text above or behind one, is a step in the id of its parts. */
function stepsOf(id: PartId): number {
  return id.split('/').length - 1;
}

/** Reads parts of a source whose header was not copied, from a boundary line on, and what stands above and below them. That they end is no loss. */
function readParts(
  walk: Walk,
  bytes: Uint8Array,
  first: { readonly at: number; readonly boundary: string },
  charset: string | null,
  id: PartId,
  depth: number,
): void {
  const before = bytes.subarray(0, first.at);
  const isPartHeader = /^content-[a-z-]{1,30}:/i.test(latin1(before, 0, Math.min(before.length, 60)));
  const end = behindClosing(bytes, first.at, first.boundary) ?? bytes.length;
  // The boundary line above a part's headers was not copied.
  const from = isPartHeader ? concat(toLine(`--${first.boundary}`), bytes.subarray(0, end)) : bytes.subarray(first.at, end);
  if (!isPartHeader && !isBlank(before, 0, before.length)) readEncoded(walk, before, charset, `${id}/above`, depth + 1);
  walk.entity(
    concat(toLine(`Content-Type: multipart/mixed; boundary="${first.boundary}"`), Uint8Array.of(10), from, toLine(`\n--${first.boundary}--`)),
    id,
    depth + 1,
  );
  const after = bytes.subarray(end);
  if (!isBlank(after, 0, after.length)) readLetters(walk, after, charset, `${id}/after`, depth + 1);
}

function toLine(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length + 1);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  bytes[text.length] = 10;
  return bytes;
}

/** Reads a text that may be an encoded body alone, or the upper end of one. */
export function readEncoded(walk: Walk, bytes: Uint8Array, charset: string | null, id: PartId, depth: number): void {
  if (bytes.length > SOURCE_BYTES) {
    walk.text(bytes, charset, 'text', id);
    return;
  }
  const isParted = firstBoundary(bytes) !== null;
  const undone = isParted ? null : isBase64(bytes) ? decodeBase64(bytes).bytes : isQuotedPrintable(bytes) ? decodeQuotedPrintable(bytes).bytes : null;
  const decoded = undone === null ? null : wholeLetters(undone);
  if (decoded === null) readLetters(walk, bytes, charset, id, depth);
  else if (beginsWithHeader(decoded)) walk.message(decoded, id, depth + 1);
  else if (isLegible(decoded)) {
    if (/^\s*<(!doctype|html|body|div|p|table)\b/i.test(latin1(decoded, 0, Math.min(decoded.length, 200)))) walk.text(decoded, charset, 'html', id);
    else readLetters(walk, decoded, charset, id, depth);
  } else {
    const name = nameOfBinary((undone ?? decoded).subarray(0, 16));
    // Lines of one length are an encoded file; one long word may be a key, a token, a hash.
    if (name !== 'binary' || isBlockOfLines(bytes)) walk.tell({ id: 'not-text', detail: name });
    readLetters(walk, bytes, charset, id, depth);
  }
}
