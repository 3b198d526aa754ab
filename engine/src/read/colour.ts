/** A colour as 0xRRGGBB; `null` where it is not known (a picture, a name that is not here, a gradient). */
export type Colour = number | null;

export const BLACK = 0x000000;
export const WHITE = 0xffffff;

// The names that mail uses; what is not here is not known, and then nothing is called hidden.
const NAMES: Readonly<Record<string, number>> = {
  white: WHITE,
  black: BLACK,
  snow: 0xfffafa,
  ivory: 0xfffff0,
  ghostwhite: 0xf8f8ff,
  whitesmoke: 0xf5f5f5,
  floralwhite: 0xfffaf0,
  azure: 0xf0ffff,
  mintcream: 0xf5fffa,
  red: 0xff0000,
  blue: 0x0000ff,
  green: 0x008000,
  gray: 0x808080,
  grey: 0x808080,
  silver: 0xc0c0c0,
  navy: 0x000080,
  yellow: 0xffff00,
};

/** A CSS or HTML colour. `'clear'` is one that lets its ground through wholly. */
export function colourOf(text: string): Colour | 'clear' {
  const value = text.trim().toLowerCase().slice(0, 60);
  if (value === 'transparent') return 'clear';
  const hex = /^#?([0-9a-f]{3,8})$/.exec(value)?.[1];
  if (hex?.length === 3 || hex?.length === 4) {
    if (hex.length === 4 && hex[3] === '0') return 'clear';
    return Number.parseInt([...hex.slice(0, 3)].map((digit) => digit + digit).join(''), 16);
  }
  if (hex?.length === 6 || hex?.length === 8) return hex.length === 8 && hex.endsWith('00') ? 'clear' : Number.parseInt(hex.slice(0, 6), 16);
  const parts = /^rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]{1,6})%?\s*)?\)$/.exec(value);
  if (parts !== null) {
    if (parts[4] !== undefined && Number(parts[4]) === 0) return 'clear';
    return (Math.min(255, Number(parts[1])) << 16) | (Math.min(255, Number(parts[2])) << 8) | Math.min(255, Number(parts[3]));
  }
  return Object.hasOwn(NAMES, value) ? (NAMES[value] as number) : null;
}

/** Steps of one channel (of 255) below which two colours cannot be told apart on a page. */
const INDISTINCT = 12;

export function looksAlike(a: number, b: number): boolean {
  return [16, 8, 0].every((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) <= INDISTINCT);
}
