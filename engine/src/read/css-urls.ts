import { leadsTo } from './remote-url.js';
import { withoutComments } from './style.js';

// Whatever makes a style load something; the comma is there for the second address of an image-set().
const LOADS = /(?:url\(|src\(|src=|image-set\(|@import|,)\s*(?:url\()?\s*(["']?)/gi;
const MAY_LOAD = /url\(|src\(|src=|image-set\(|@import|\\/i;

/** How many addresses a style loads from outside, and how many from wherever `<base>` points to. */
export type Loaded = { readonly outside: number; readonly relative: number };

const NOTHING: Loaded = { outside: 0, relative: 0 };

/**
 * Counts what a style attribute or sheet loads: url(), @import, image-set(), fonts. An address within a CSS comment counts too:
 * a comment that begins inside a string is none. Linear.
 */
export function loadedByCss(css: string): Loaded {
  if (!MAY_LOAD.test(css)) return NOTHING;
  const plain = css.includes('\\') ? unescaped(css) : css;
  const found = count(plain);
  // `@import/**/"..."` loads as well.
  return found.outside === 0 && plain.includes('/*') ? count(withoutComments(plain)) : found;
}

function count(css: string): Loaded {
  let outside = 0;
  let relative = 0;
  LOADS.lastIndex = 0;
  for (let match = LOADS.exec(css); match !== null; match = LOADS.exec(css)) {
    const at = LOADS.lastIndex;
    const isList = match[0].startsWith(',');
    const leads = /["');]/.test(css.charAt(at)) ? 'inside' : leadsTo(css.slice(at, at + 256));
    if (leads === 'outside') {
      // An XML namespace is a name that looks like an address.
      if (!/@namespace[^;{}]{0,80}$/i.test(css.slice(Math.max(0, match.index - 100), match.index))) outside++;
    } else if (leads === 'relative' && !isList) relative++;
    // The data of an embedded picture may hold what looks like an address.
    if (/^\s{0,9}data:/i.test(css.slice(at, at + 20))) {
      const close = css.indexOf(match[1] === '' ? ')' : (match[1] as string), at);
      if (close < 0) break;
      LOADS.lastIndex = close;
    }
  }
  return { outside, relative };
}

/** CSS escapes decoded: `u\72l(` is `url(` to a browser. */
function unescaped(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (_, hex: string | undefined, sign: string | undefined) => {
    if (hex === undefined) return sign as string;
    const code = Number.parseInt(hex, 16);
    return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}
