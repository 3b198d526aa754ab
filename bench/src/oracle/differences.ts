/** How one field of a mail differs between our reader and a library. */
export type Difference =
  | 'same'
  /** The same but for white space and quote marks. */
  | 'white space'
  /** The library has C1 control characters where windows-1252 has quotes and dashes (nodejs/node#60888). */
  | 'windows-1252'
  /** The same but for letters beyond ASCII. */
  | 'charset'
  /** They have nothing, or we have nothing. */
  | 'only ours'
  | 'only theirs'
  /** One holds all of the other, and what it has more stands elsewhere in the other reading: readers join parts in their own ways. */
  | 'joined otherwise'
  /** One holds all of the other. */
  | 'ours has more'
  | 'theirs has more'
  | 'other';

// WHATWG index windows-1252 for 0x80 to 0x9F.
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// Quote marks too: readers differ in where they leave them when they join the lines of format=flowed.
const bare = (text: string): string => text.replace(/[\s\u00a0\ufeff\0>]+/g, '');
const ascii = (text: string): string => text.replace(/[^!-~]+/g, '');
const mapped = (text: string): string => text.replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] as string);

export function differenceOf(ours: string, theirs: string, allOurs = ours, allTheirs = theirs): Difference {
  if (ours === theirs) return 'same';
  const a = bare(ours);
  const b = bare(theirs);
  if (a === b) return 'white space';
  if (a === bare(mapped(theirs))) return 'windows-1252';
  if (b === '') return 'only ours';
  if (a === '') return 'only theirs';
  if (ascii(a) === ascii(b)) return 'charset';
  if (isJoined(a, b, bare(allTheirs)) || isJoined(b, a, bare(allOurs))) return 'joined otherwise';
  if (a.includes(b) || ascii(a).includes(ascii(b))) return 'ours has more';
  if (b.includes(a) || ascii(b).includes(ascii(a))) return 'theirs has more';
  return 'other';
}

/** What the longer has more than the shorter stands in `elsewhere`; lines that a reader draws between parts count for nothing. */
function isJoined(longer: string, shorter: string, elsewhere: string): boolean {
  const at = longer.indexOf(shorter);
  if (at < 0) return false;
  const more = [longer.slice(0, at), longer.slice(at + shorter.length)].map((text) => text.replace(/^[-_]+|[-_]+$/g, ''));
  return more.every((text) => elsewhere.includes(text));
}

/** Letters of a line from which on it is looked for: shorter ones stand everywhere. */
const LINE = 12;

/** Lines of their reading that stand nowhere in ours; letters beyond ASCII aside, where there are enough others. */
export function linesLost(allOurs: string, allTheirs: string): string[] {
  const whole = bare(allOurs);
  const letters = ascii(whole);
  return allTheirs.split(/\r?\n/).filter((line) => {
    const some = ascii(bare(line));
    return some.length >= LINE ? !letters.includes(some) : bare(line).length >= LINE && !whole.includes(bare(line));
  });
}

/** Where two texts part, with some letters before and behind, for whoever judges the difference. */
export function parting(ours: string, theirs: string): readonly [ours: string, theirs: string] {
  const a = bare(ours);
  const b = bare(theirs);
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const from = Math.max(0, at - 15);
  return [a.slice(from, at + 40), b.slice(from, at + 40)];
}
