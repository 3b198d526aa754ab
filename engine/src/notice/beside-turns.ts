import type { Knowledge } from '../language/knowledge.js';
import type { Stream } from '../model.js';
import type { Tokens } from '../phrase/tokens.js';

/** Tokens before and behind a turn by which its language is known: what a stretch of a text is to a place in it. */
const REACH = 64;

/**
 * Everyday words, by language, of the turns around each turn of a conversation: "ok, pay" is of the language that is spoken around
 * it, as it would be in one text. Nothing for what is no turn. Linear: at most `REACH` tokens are looked at on either side.
 */
export function besideTurns(
  texts: readonly { readonly stream: Stream; readonly tokens: Tokens }[],
  { voices, commonBits }: Pick<Knowledge, 'voices' | 'commonBits'>,
): ReadonlyMap<Tokens, Uint16Array> {
  const beside = new Map<Tokens, Uint16Array>();
  const turns = texts.filter(({ stream }) => stream.speaker !== undefined);
  const add = (counts: Uint16Array, tokens: Tokens, t: number): void => {
    for (let bits = commonBits[tokens.cls[t] as number] as number; bits !== 0; bits &= bits - 1) {
      const v = 31 - Math.clz32(bits & -bits);
      counts[v] = (counts[v] as number) + 1;
    }
  };
  for (const [k, { tokens }] of turns.entries()) {
    const counts = new Uint16Array(voices.length);
    // A turn of no token costs a step too.
    for (let j = k - 1, left = REACH; j >= 0 && left > 0; j--, left--) {
      const before = (turns[j] as (typeof turns)[number]).tokens;
      for (let t = before.count - 1; t >= 0 && left > 0; t--, left--) add(counts, before, t);
    }
    for (let j = k + 1, left = REACH; j < turns.length && left > 0; j++, left--) {
      const behind = (turns[j] as (typeof turns)[number]).tokens;
      for (let t = 0; t < behind.count && left > 0; t++, left--) add(counts, behind, t);
    }
    beside.set(tokens, counts);
  }
  return beside;
}
