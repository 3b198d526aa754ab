import type { Span, Stream } from '../model.js';
import { NAME_PATTERNS, type NamePattern } from './name-patterns.js';

/**
 * Names of people that a letter gives besides the reader's own: the dividing line between mass mail and someone who knows
 * the reader. A relation with a name, a title with a name inside a sentence, a handle, a Japanese name with さん.
 */
const MOST = 12;
// Words in capitals that stand where a name could: brands, days, months, coins.
const STRANGERS =
  /^(Google|Bitcoin|Paypal|PayPal|Microsoft|Apple|Amazon|Facebook|Instagram|Whatsapp|Telegram|Windows|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Linux|Android|Internet|The|This|That|You|Your|And|But|For|With|Please|Remember|When|What|How|Why|God|Lord|Jesus|English|Christmas|Debian|Ubuntu|Python|Java|Portugal|Brasil|Deus|Natal|이분|이번|한명|한분|오빠|신임|서로|정말|장남|조카|이모|이미|오늘|이제|이후|오전|오후|임시|전임|신규|서울|안내|조만간)$/;

/** Where such names stand in one folded text (case is kept there). Bounded and linear: each pattern is anchored on a word and has no nested repeats. */
export function findNames(stream: Stream): Span[] {
  const found: Span[] = [];
  for (const pattern of patternsFor(stream.text)) {
    for (const match of stream.text.matchAll(pattern)) {
      if (found.length >= MOST) return found;
      const name = match[1] ?? '';
      if (STRANGERS.test(name)) continue;
      const start = stream.origin[match.index] as number;
      found.push({ part: stream.part, start, end: (stream.origin[match.index + match[0].length - 1] as number) + 1 });
    }
  }
  return found;
}

/** Which patterns may find something behind a word: a bit each. */
const BEHIND = new Map<string, number>();
for (const [k, one] of NAME_PATTERNS.entries()) if ('behind' in one) for (const word of one.behind) BEHIND.set(word, (BEHIND.get(word) ?? 0) | (1 << k));
const LONGEST = Math.max(...[...BEHIND.keys()].map((word) => word.length));

/** The patterns that may find something in a text, in their order. */
function patternsFor(text: string): RegExp[] {
  const behind = namesBehind(text);
  const may = (one: NamePattern, k: number): boolean => ('behind' in one ? (behind & (1 << k)) !== 0 : one.needs.test(text));
  return NAME_PATTERNS.filter(may).map(({ pattern }) => pattern);
}

/** The bits of all words behind which something stands that looks like a Latin name. */
function namesBehind(text: string): number {
  let bits = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    if (!isBetween(text, at + 1, 65, 90) || !isBetween(text, at + 2, 97, 122)) continue;
    const end = at > 0 && (text[at - 1] === ',' || text[at - 1] === '.') ? at - 1 : at;
    let from = end;
    while (from > 0 && end - from <= LONGEST && isOfRelation(text, from - 1)) from--;
    bits |= BEHIND.get(text.slice(from, end)) ?? 0;
  }
  return bits;
}

function isBetween(text: string, at: number, first: number, last: number): boolean {
  const c = at < text.length ? text.charCodeAt(at) : 0;
  return c >= first && c <= last;
}

/** A letter of the words that stand before a name. */
function isOfRelation(text: string, at: number): boolean {
  return isBetween(text, at, 65, 90) || isBetween(text, at, 97, 122) || text[at] === 'é';
}
