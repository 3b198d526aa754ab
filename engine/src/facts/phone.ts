const PHONE = /(?:\+\d{1,3}[\s-]?)?(?:\(0?\d{1,4}\)|\b0?\d{2,4})[\s.-]\d{2,4}[\s.-]\d{3,4}\b/;
// 8 (495) 123-45-67, +7 912 345 67 89: seven digits in groups of three, two and two.
const RUSSIAN_PHONE = /(?:\+7|\b8)[\s-]?\(?\d{3}\)?[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}\b/;

/** True if the text gives a telephone number to call (kin scams live from them). */
export function hasPhone(text: string): boolean {
  return PHONE.test(text) || RUSSIAN_PHONE.test(text);
}
