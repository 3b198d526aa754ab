/** True if the text gives a telephone number to call (kin scams live from them). */
export function hasPhone(text: string): boolean {
  return /(?:\+\d{1,3}[\s-]?)?(?:\(0?\d{1,4}\)|\b0?\d{2,4})[\s.-]\d{2,4}[\s.-]\d{3,4}\b/.test(text);
}
