import type { Span, Stream } from '../model.js';
import { NAME_PATTERNS } from './name-patterns.js';

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
  for (const pattern of NAME_PATTERNS) {
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
