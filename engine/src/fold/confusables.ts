/**
 * Letters of other scripts that are drawn like Latin ones, each to the one Latin letter a reader takes it for.
 * A hand-picked part of the Unicode Consortium's confusables.txt (https://www.unicode.org/Public/security/): what real
 * letters use. The key is the look-alike in its own case, because capital Cyrillic Т looks like T and small т like nothing.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  ['АаВЕеКМНОоРрСсТУуХхЅѕІіЈјԁԛԜԝһҺӀӏғҚқҮүѴѵԌԍеЁёЇї', 'AaBEeKMHOoPpCcTYyXxSsIiJjdQWwhhIlfKkYyVvGgeEeIi'],
  ['ΑαΒΕΖΗΙιΚΜΝνΟοΡρΤΥυΧχϲϹϳγ', 'AaBEZHIiKMNvOoPpTYuXxcCjy'],
  ['ⲢⲣⲞⲟⲤⲥⲦⲎⲘⲚⲔⲒⲀⲁⲂⲬⲭⲨⲩ', 'PpOoCcTHMNKIAaBXxYy'],
  ['օՕսՍոցհՏզ', 'oOuUngHSq'],
  ['ɑɡɩɪʀʟɴʙʜᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢƖƠơƯưѡԝ', 'agiiRLNBHACDEJKMOPTUVWZlOoUuww'],
];

const TABLE = new Map<number, number>();
for (const [from, to] of PAIRS) {
  for (let i = 0; i < from.length; i++) TABLE.set(from.charCodeAt(i), to.charCodeAt(i));
}

/** The Latin letter that this unit is drawn like, or 0. */
export function latinLookAlike(c: number): number {
  return c < 0x180 ? 0 : (TABLE.get(c) ?? 0);
}

export function isLatin(c: number): boolean {
  return (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
}
