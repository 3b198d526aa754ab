/** A text of more units is an article or a manual, which is full of numbers; who tells of payments writes a screen or two. */
const LONGEST = 2_500;
/** Numbers that make a text one about sums. */
const ENOUGH = 2;
// Two to seven digits that are no part of a date, a time, a version or a longer number, nor a year.
const NUMBER = /(?<![\d.:/,-])(?!(?:19|20)\d\d(?!\d))\d{2,7}(?![\d:/.-]\d|[\d:/]|\s?[年月日時])/g;

/** True if a text holds bare numbers as people write sums among themselves ("paid 300, then 450 more"): no currency stands there. */
export function hasSums(text: string): boolean {
  return text.length <= LONGEST && (text.match(NUMBER)?.length ?? 0) >= ENOUGH;
}
