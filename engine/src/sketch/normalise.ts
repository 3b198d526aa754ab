/** UTF-16 units of one message that are sketched: the longest mass letters in reach are a tenth of it; more would only cost time. */
export const SKETCH_UNITS = 32_768;
/** A run of letters and digits from this length on is a wallet, an id, a key: what differs from copy to copy. */
const LONG_TOKEN = 20;
const LONG_WORD = 32;
const SPACE = 32;
const NUMBER = 48;
const MASK = 35;

/**
 * What copies of one letter have in common, as units to be sketched: lower case; one space for any run of spaces and signs;
 * one mark for numbers, for addresses and for long tokens. The text is folded already. Linear.
 */
export function normalise(text: string): { readonly units: Uint16Array; readonly length: number } {
  const lower = text.slice(0, SKETCH_UNITS).toLowerCase();
  const units = new Uint16Array(lower.length + 1);
  let n = 0;
  const put = (unit: number): void => {
    if (unit !== SPACE || (n > 0 && units[n - 1] !== SPACE)) units[n++] = unit;
  };
  for (let i = 0; i < lower.length; ) {
    if (!isAscii(lower.charCodeAt(i))) {
      const c = lower.charCodeAt(i++);
      put(isSign(c) ? SPACE : c);
      continue;
    }
    // An ASCII run without spaces: a word, a number, an address or a token, with the signs that cling to it.
    let end = i;
    let at = false;
    let path = false;
    let digits = 0;
    let letters = 0;
    for (; end < lower.length && isAscii(lower.charCodeAt(end)) && lower.charCodeAt(end) > SPACE; end++) {
      const c = lower.charCodeAt(end);
      if (c === 64) at = true;
      else if (c === 47) path = true;
      else if (c >= 48 && c <= 57) digits++;
      else if (c >= 97 && c <= 122) letters++;
    }
    if (end === i) {
      put(SPACE);
      i++;
      continue;
    }
    const long = end - i >= LONG_WORD || (end - i >= LONG_TOKEN && (digits > 0 || path));
    if (at || long) put(MASK);
    else if (letters === 0) put(digits > 0 ? NUMBER : SPACE);
    else {
      for (let k = i; k < end; k++) {
        const c = lower.charCodeAt(k);
        if (c >= 97 && c <= 122) put(c);
        else if (c >= 48 && c <= 57) {
          if (units[n - 1] !== NUMBER) put(NUMBER);
        } else put(SPACE);
      }
    }
    i = end;
  }
  return { units, length: n };
}

function isAscii(c: number): boolean {
  return c < 0x80;
}

/** Signs and spaces of other scripts: general punctuation to arrows and shapes, CJK signs, full-width signs. */
function isSign(c: number): boolean {
  return c < 0xc0 || (c >= 0x2000 && c <= 0x2bff) || (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xff0f) || c >= 0xfff0;
}
