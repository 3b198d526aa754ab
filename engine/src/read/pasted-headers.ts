import type { Header, PartId } from '../model.js';
import { firstHeader } from './header.js';
import type { Walk } from './walk.js';

/** Keeps the headers of a block in a text, and what in them a person may read as words: anyone can type a header into a letter. */
export function tellHeaders(walk: Walk, headers: readonly Header[], id: PartId, hasBody: boolean): void {
  for (const header of headers) walk.gathered.pastedHeaders.push(header);
  const subject = hasBody ? null : firstHeader(headers, 'subject');
  if (subject !== null && subject !== '') walk.gathered.parts.push({ id: `${id}/subject`, kind: 'subject', text: subject });
  const words = headers.filter((header) => isWordy(header)).map(({ name, value }) => `${name}: ${value}`);
  if (words.length > 0) walk.gathered.parts.push({ id: `${id}/header`, kind: 'text', text: words.join('\n') });
}

const STRUCTURE =
  /^(received|date|message-id|return-path|mime-version|content-[a-z-]+|dkim-signature|authentication-results|received-spf|arc-[a-z-]+|subject)$/;

/** Words, or letters of a script without spaces, from which the value of a field may be a sentence: names and addresses have fewer. */
const SENTENCE_WORDS = 6;
const SENTENCE_LETTERS = 12;

function isWordy({ name, value }: Header): boolean {
  if (STRUCTURE.test(name)) return false;
  let words = 0;
  for (const piece of value.split(/[\s,;]+/)) if (/^\p{L}{1,24}[.!?']?$/u.test(piece) && ++words >= SENTENCE_WORDS) return true;
  let letters = 0;
  for (let i = 0; i < value.length; i++) if (value.charCodeAt(i) >= 0x2e80 && ++letters >= SENTENCE_LETTERS) return true;
  return false;
}
