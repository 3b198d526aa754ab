const SPACE = 32;
const ZERO = 48;

/** What stands for each unit of ASCII. */
const PLAIN = new Uint16Array(0x80);
for (let unit = 0; unit < PLAIN.length; unit++) PLAIN[unit] = plainOf(String.fromCharCode(unit));

/** Small letters of a text with one 0 for any digit and one space for any run of blanks, none at its ends, as units; gives how many. `units` has room for twice the text. */
export function plainUnits(text: string, units: Uint16Array): number {
  const lower = text.toLowerCase();
  let size = 0;
  for (let at = 0; at < lower.length; at++) {
    let unit = lower.charCodeAt(at);
    if (unit < PLAIN.length) unit = PLAIN[unit] as number;
    else if (isHigh(unit) && at + 1 < lower.length) {
      if (plainOf(lower.slice(at, at + 2)) === ZERO) {
        unit = ZERO;
        at++;
      }
    } else unit = rareOf(unit);
    if (unit !== SPACE || (size > 0 && units[size - 1] !== SPACE)) units[size++] = unit;
  }
  return size > 0 && units[size - 1] === SPACE ? size - 1 : size;
}

/** Units beyond ASCII that were asked for before; 0: not yet. */
const RARE = new Uint16Array(0x10000);

function rareOf(unit: number): number {
  const known = RARE[unit] as number;
  if (known !== 0) return known;
  const plain = plainOf(String.fromCharCode(unit));
  RARE[unit] = plain;
  return plain;
}

function plainOf(character: string): number {
  if (/^\p{Nd}$/u.test(character)) return ZERO;
  return /^\s$/u.test(character) ? SPACE : character.charCodeAt(0);
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
