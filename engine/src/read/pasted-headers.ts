import type { Header, PartId } from '../model.js';
import { decodeText } from './charset/charset.js';
import { startsWithFrom } from './from-line.js';
import { fieldColon, firstHeader, readHeaders } from './header.js';
import { HEADER_BYTES, PASTED_HEADERS } from './limits.js';
import { concat, isBlank, isObsolete, lineEnd } from './source.js';
import type { Walk } from './walk.js';

/** Keeps the headers of a block in a text, and what in them a person may read as words: anyone can type a header into a letter. */
export function tellHeaders(walk: Walk, block: Uint8Array, id: PartId, hasBody: boolean): void {
  const room = PASTED_HEADERS - walk.gathered.pastedHeaders.length;
  const all = room > 0 ? readHeaders(block.subarray(0, HEADER_BYTES)) : [];
  if (all.length > room || room <= 0 || block.length > HEADER_BYTES) walk.tell({ id: 'header-too-large', detail: String(PASTED_HEADERS) });
  const headers = all.slice(0, Math.max(0, room));
  for (const header of headers) walk.gathered.pastedHeaders.push(header);
  const subject = hasBody ? null : firstHeader(headers, 'subject');
  if (subject !== null && subject !== '') walk.gathered.parts.push({ id: `${id}/subject`, kind: 'subject', text: subject });
  tellWordy(walk, headers, `${id}/header`);
  tellLoose(walk, block, `${id}/loose`);
}

/** Reads the fields of a header that hold sentences. */
export function tellWords(walk: Walk, block: Uint8Array, id: PartId): void {
  tellWordy(walk, readHeaders(block.subarray(0, HEADER_BYTES)), id);
}

function tellWordy(walk: Walk, headers: readonly Header[], id: PartId): void {
  const first = headers.findIndex((header) => header.name === 'subject');
  const words = headers.filter((header, k) => k !== first && isWordy(header)).map(({ name, value }) => `${name}: ${value}`);
  if (words.length > 0) walk.gathered.parts.push({ id, kind: 'text', text: words.join('\n') });
}

/** Reads the lines of a header block that are no fields and hold a sentence: the blank line above a letter was lost, or words were typed in between. */
export function tellLoose(walk: Walk, block: Uint8Array, id: PartId): void {
  const loose: Uint8Array[] = [];
  let open = false;
  for (let at = 0; at < Math.min(block.length, HEADER_BYTES); ) {
    const end = lineEnd(block, at);
    // A folded line belongs to what stands above it.
    if (block[at] !== 32 && block[at] !== 9)
      open = fieldColon(block, at, end) < 0 && !isObsolete(block, at, end) && !isBlank(block, at, end) && !startsWithFrom(block, at, end);
    if (open) loose.push(block.subarray(at, end + 1));
    at = end + 1;
  }
  if (loose.length === 0) return;
  const words = concat(...loose);
  if (countWords(decodeText(words, null).text, SENTENCE_WORDS) >= SENTENCE_WORDS) walk.text(words, null, 'text', id);
}

// Words that servers write into Received, Authentication-Results and Received-SPF.
const TRACE_WORDS =
  /^(from|by|with|for|id|via|and|the|of|as|on|at|to|not|did|verify|verified|good|signature|using|bits|helo|ehlo|e?smtps?a?|lmtps?|https?|mapi|tls|version|cipher|verify|server|microsoft|frontend|backend|transport|mailbox|mail|postfix|exim|qmail|sendmail|unknown|authenticated|envelope-from|sender|domain|client-ip|designates|permitted|does|designate|best|guess|record|policy|pass|fail|softfail|neutral|none|temperror|permerror|google|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|[a-z]{2,4}t|utc|ok|no|client|certificate|requested|peer|key-exchange|server-signature|rsa|sha|x|p|local|invoked|uid|network|header|body|hash|message|signed|format|key|address|ip|is|host|port)[.,!?']?$/i;

/** Words from which the value of a field may be a sentence: names and addresses have fewer. */
const SENTENCE_WORDS = 6;

/** Words in a text that servers do not write, and four letters of a script without spaces as one; counted up to `most`. */
export function countWords(text: string, most: number): number {
  let words = 0;
  for (const piece of text.split(/[\s,;]+/)) if (/^\p{L}{1,24}[.!?']?$/u.test(piece) && !TRACE_WORDS.test(piece) && ++words >= most) return words;
  let letters = 0;
  for (let i = 0; i < text.length && words + letters / 4 < most; i++) if (text.charCodeAt(i) >= 0x2e80) letters++;
  return words + Math.floor(letters / 4);
}

/** A line of words between two fields became part of the field above it, whatever that field is. */
function isWordy({ name, value }: Header): boolean {
  // The names of many people are many words.
  const said = name === 'to' || name === 'cc' ? value.replace(/[^,<>]{0,80}<[^<>]{0,320}>/g, ' ') : value;
  return countWords(said, SENTENCE_WORDS) >= SENTENCE_WORDS;
}
