/**
 * What a letter read from a picture may have been, likeliest first: letters drawn alike, and those that differ in size only. From the
 * slips of the OCR over our own pictures (bench/src/pictures); signs and kana stand for what they were read instead of.
 */
const READ_AS: Readonly<Record<string, string>> = {
  '0': 'OoDQ',
  O: '0oQDC9',
  o: '0Oc',
  Q: 'O0G',
  D: '0O',
  '1': 'lIit7j',
  l: '1Iit',
  I: '1li',
  i: '1ljI',
  j: 'i',
  '|': '1lI',
  '!': '1li',
  ']': '1Jl',
  '[': '1l',
  t: 'fl1',
  f: 't',
  J: 'j',
  '5': 'Ss63',
  S: '5s8',
  s: 'S5',
  $: 'Ss8',
  '§': 'S85',
  '8': 'B36S',
  B: '8RE',
  '3': '8E',
  '2': 'Zz7',
  Z: '2z7',
  z: 'Z2',
  '6': 'bG85e',
  b: '6h',
  G: '6CQ',
  C: 'cG',
  c: 'Ceo',
  d: '4',
  '9': 'gqO',
  g: '9qs',
  q: 'g9a',
  '7': '1T2Z',
  T: '7',
  '4': 'Ada',
  A: '4',
  e: 'c6',
  a: 'oq4',
  u: 'vU',
  v: 'uyV',
  y: 'vY7',
  n: 'hr',
  h: 'nb',
  r: 'n',
  k: 'K',
  K: 'kX',
  x: 'X',
  X: 'xK',
  w: 'W',
  W: 'w',
  m: 'M',
  M: 'm',
  p: 'P',
  P: 'p',
  U: 'uV',
  V: 'vYU',
  Y: 'yV',
  E: 'BF',
  F: 'EP',
  R: 'B',
  H: 'N',
  N: 'H',
  '£': 'E',
  '€': 'EeC',
  '©': 'C',
  '®': 'R',
  '°': 'o0',
  '?': '27',
};

/** The text with two letters for one that were read as one (`missing` 1), or one for two (-1), at each place where that can be. */
export function merged(text: string, missing: -1 | 1): string[] {
  const others: string[] = [];
  for (const [two, one] of MERGED) {
    const [from, to] = missing === 1 ? [one, two] : [two, one];
    for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) others.push(text.slice(0, at) + to + text.slice(at + from.length));
  }
  return others;
}

/** Two letters that are read as one, and back. */
const MERGED: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['VV', 'W'],
  ['cl', 'd'],
  ['lc', 'k'],
  ['ii', 'u'],
];

/** Units, besides letters and digits, that may stand for one in the middle of an address. */
export const SIGNS = '|![]$§£€©®°?';

/** Letters that one may have been, likeliest first. */
export function mayHaveBeen(read: string): string {
  return READ_AS[read] ?? '';
}

/** Whether a letter as it was read may have been this one. */
export function mayBe(read: string, letter: string, fold: (letter: string) => string = (one) => one): boolean {
  return fold(read) === letter || Array.from(READ_AS[read] ?? '', fold).includes(letter);
}

/** Legal letters of one place: `as` first; a place whose letter is none of the alphabet has no other way than one of the rest. */
type Place = { readonly as: string | null; readonly others: readonly string[] };

/** How letters of one kind of address are read: `fold` gives the alphabet's own form of a letter (lower case), or the letter itself. */
export type Alphabet = { readonly letters: string; readonly fold: (letter: string) => string };

/** Letters changed beyond those that cannot be right as they stand. Four would be a million readings of 34 letters. */
const MOST_CHANGED = 3;

/**
 * Readings of `text` in an alphabet, those with the fewest changed letters first; `ask` gets each with the number of changed ones, and says
 * whether to go on. With `missing` 1 one letter was lost, with -1 one is too many.
 */
export function readings(text: string, alphabet: Alphabet, missing: -1 | 0 | 1, ask: (reading: string, changed: number) => boolean): void {
  if (missing !== 0) {
    resized(text, alphabet, missing, ask);
    return;
  }
  const places = Array.from(text, (letter) => placeOf(letter, alphabet));
  const letters = places.map(({ as }) => as ?? '');
  const forced = places.flatMap(({ as }, at) => (as === null ? [at] : []));
  const change = (left: number, from: number): boolean => {
    if (left === 0) return force(0);
    for (let at = from; at < places.length; at++) {
      const { as, others } = places[at] as Place;
      if (as === null) continue;
      for (const other of others) {
        letters[at] = other;
        if (!change(left - 1, at + 1)) return false;
      }
      letters[at] = as;
    }
    return true;
  };
  let changed = 0;
  const force = (k: number): boolean => {
    if (k === forced.length) return ask(letters.join(''), changed);
    const at = forced[k] as number;
    for (const other of (places[at] as Place).others) {
      letters[at] = other;
      if (!force(k + 1)) return false;
    }
    return true;
  };
  for (; changed <= MOST_CHANGED; changed++) {
    if (!change(changed, 0)) return;
    // One that is like nothing comes before three that are: a smudge, or a stroke too many.
    if (changed === MOST_CHANGED - 1 && !anyOne(text, alphabet, ask)) return;
  }
}

function anyOne(text: string, alphabet: Alphabet, ask: (reading: string, changed: number) => boolean): boolean {
  const own = Array.from(text, alphabet.fold);
  const wrong = own.flatMap((letter, at) => (alphabet.letters.includes(letter) ? [] : [at]));
  if (wrong.length > 1) return true;
  for (const at of wrong.length === 1 ? wrong : own.keys()) {
    for (const letter of alphabet.letters) if (!ask(own.with(at, letter).join(''), MOST_CHANGED - 1)) return false;
  }
  return true;
}

function placeOf(letter: string, { letters, fold }: Alphabet): Place {
  const own = fold(letter);
  const as = letters.includes(own) ? own : null;
  const others = [...new Set(Array.from(READ_AS[letter] ?? '', fold))].filter((other) => other !== as && letters.includes(other));
  // A sign that is like nothing may be anything.
  return { as, others: as === null && others.length === 0 ? [...letters] : others };
}

function resized(text: string, alphabet: Alphabet, missing: -1 | 1, ask: (reading: string, changed: number) => boolean): void {
  const tried = new Set<string>();
  let isOpen = true;
  const askOnce = (other: string, changed: number): void => {
    if (!isOpen || tried.has(other)) return;
    tried.add(other);
    readingsOfOne(other, alphabet, changed, (reading) => {
      isOpen = ask(reading, changed);
      return isOpen;
    });
  };
  for (const other of merged(text, missing)) askOnce(other, 1);
  for (let at = 0; at <= text.length && isOpen; at++) {
    if (missing === -1) askOnce(text.slice(0, at) + text.slice(at + 1), 2);
    else for (const letter of alphabet.letters) askOnce(text.slice(0, at) + letter + text.slice(at), 2);
  }
  if (missing === 1) return;
  // OCR gives a letter of which it is not sure twice, once as each: "gq" for q. Beside that another one may be misread.
  for (let at = 0; at <= text.length && isOpen; at++) {
    readings(text.slice(0, at) + text.slice(at + 1), alphabet, 0, (reading, changed) => {
      if (changed > 1) return false;
      isOpen = ask(reading, 2 + changed);
      return isOpen;
    });
  }
}

/** The readings of a text in which only what cannot be right is changed. */
function readingsOfOne(text: string, alphabet: Alphabet, changed: number, ask: (reading: string) => boolean): void {
  readings(text, alphabet, 0, (reading, more) => more === 0 && ask(reading) && changed > 0);
}
