import type { Fact, Mail, Span } from '../model.js';

/** Longest quote, in UTF-16 units: a sentence, not a letter. */
const QUOTE_UNITS = 160;
/** How far a sentence may reach around the words that were found. */
const REACH = 100;
/** A line this short was ended by its writer (a chat, a list), not wrapped by a mail program. */
const SHORT_LINE = 50;
const SENTENCE_ENDS: ReadonlySet<number> = new Set(Array.from('.!?。！？\n', (end) => end.charCodeAt(0)));

/** Mockery and insults are theirs: shown by their label alone. */
const NOT_ECHOED: ReadonlySet<string> = new Set(['taste-shaming', 'bad-news-greeting', 'split-screen', 'illegal-material']);

/** Whether the words in which a letter makes a claim are shown to its reader again. */
export function isEchoed(claim: string): boolean {
  return !NOT_ECHOED.has(claim);
}

/** The words of the letter around what was found: the sentence they stand in, bounded, with passwords masked to their length. */
export function quoteOf(mail: Mail, span: Span, passwords: readonly string[]): { readonly span: Span; readonly quote: string } {
  const part = mail.parts.find(({ id }) => id === span.part);
  const text = part?.text ?? '';
  // The lines of a turn are messages of their own, none is wrapped.
  const ends = part?.speaker === undefined ? endsAt : endsInTurn;
  let { start, end } = span;
  const from = Math.max(0, start - REACH);
  for (let i = start - 1; i >= from && !ends(text, i); i--) start = i;
  const to = Math.min(text.length, end + REACH);
  while (end < to && !ends(text, end - 1)) end++;
  if (end - start > QUOTE_UNITS) {
    start = Math.max(start, span.start - Math.max(0, QUOTE_UNITS - (span.end - span.start)) / 2) | 0;
    end = Math.min(end, start + QUOTE_UNITS);
  }
  while (start < end && /[\s>|]/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  // A cut in the middle of a surrogate pair would leave half a letter.
  if (isLow(text.charCodeAt(start))) start++;
  if (isLow(text.charCodeAt(end))) end--;
  return { span: { part: span.part, start, end }, quote: masked(text.slice(start, end), passwords) };
}

/** The passwords themselves: a letter repeats them, and what stands behind the word once is masked everywhere. */
export function shownPasswords(mail: Pick<Mail, 'parts'>, facts: readonly Fact[]): string[] {
  return facts.flatMap((fact) => {
    if (fact.fact !== 'password') return [];
    const text = mail.parts.find((part) => part.id === fact.span.part)?.text.slice(fact.span.start, fact.span.end) ?? '';
    return text === '' ? [] : [text];
  });
}

/** A text with each of the passwords as stars, its length kept. */
export function masked(quote: string, passwords: readonly string[]): string {
  return passwords.reduce((out, password) => out.replaceAll(password, '*'.repeat(password.length)), quote);
}

function endsAt(text: string, i: number): boolean {
  // Most places are no end.
  if (!SENTENCE_ENDS.has(text.charCodeAt(i))) return false;
  const ch = text[i] as string;
  if (ch === '\n') return text[i + 1] === '\n' || text[i - 1] === '\n' || i - text.lastIndexOf('\n', i - 1) < SHORT_LINE;
  return ch !== '.' || /\s/.test(text[i + 1] ?? ' ');
}

function endsInTurn(text: string, i: number): boolean {
  return text[i] === '\n' || endsAt(text, i);
}

function isLow(c: number): boolean {
  return c >= 0xdc00 && c <= 0xdfff;
}
