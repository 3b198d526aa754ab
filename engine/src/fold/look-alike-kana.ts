/**
 * Kanji and kana that are drawn alike: each kanji, long sign or hiragana to the katakana a reader takes it for. Applied to the
 * words of phrases and of texts alike, so an honest 一部 stays equal to itself.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  ['力口二工卜八夕千才丿亻匕厶又儿乂', 'カロニエトハタチオノイヒムヌルメ'],
  ['一', 'ー'],
  ['へべぺりヵヶ', 'ヘベペリカケ'],
  ['囗', 'ロ'],
];

const KATAKANA = new Map<number, number>();
for (const [from, to] of PAIRS) [...from].forEach((ch, i) => void KATAKANA.set(ch.charCodeAt(0), to.charCodeAt(i)));

/** The unit by which a character of a script without spaces is looked up. */
export function drawnLike(c: number): number {
  return KATAKANA.get(c) ?? c;
}
