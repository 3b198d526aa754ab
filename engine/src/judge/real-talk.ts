import type { Case } from './case.js';

/**
 * What a place with words of a frame speaks for (log-odds in spirit), and how many places count. Set on our own cases, of which
 * half are harmless talk in the same words, then rounded: no single word decides, a dozen of different kinds do.
 */
const WORDS: readonly (readonly [frame: string, weight: number, most: number])[] = [
  ['picture', 1, 2],
  ['body', 1.2, 4],
  ['kept', 0.75, 3],
  ['spread', 0.25, 2],
  ['receivers', 0.9, 2],
  ['shown-to', 0.25, 2],
  ['price', 0.5, 3],
  ['clock', 0.1, 2],
  ['stranger', 0.5, 4],
  ['afraid', 0.4, 3],
  ['bent', 0.5, 4],
  ['lure', 0.7, 4],
  ['near', 0.75, 2],
  ['play', -0.7, 5],
  ['work', -1, 5],
  ['news', -1.2, 5],
];

/** Signs weigh beside words: a strong one half of what a story needs. */
const SIGNS: Readonly<Record<string, number>> = {
  'prior-chat': 1.5,
  'contact-names': 1.5,
  'app-install': 1.5,
  'more-images': 1.5,
  'known-person': 1.5,
  'asks-images': 1.5,
  'already-sent': 1,
  'already-paid': 1,
  'offender-ultimatum': 1,
  'local-payment': 0.5,
  'private-material': 0.5,
  secrecy: 0.5,
  'moves-app': 0.5,
  'reader-minor': 0.5,
  'third-party': 0.5,
  crisis: 0.5,
  pressure: 0.25,
  'short-countdown': 0.25,
};

const BIAS = -3.1;
/** What claims of entry into a device take away: mass letters speak in the same words, of cameras, contacts and a price. In a conversation they are borrowed. */
const ACCESS = -2;
/** From here on a pasted message or story is told in the words of a real blackmail. */
const TOLD = 2.75;
/** Units up to which a text is one message, story or evening of a chat; in longer ones all words stand somewhere. */
const LONGEST = 4_000;
/** Units beyond which a story is long, and chance finds words of all kinds. */
const LONG = 1_500;

/** How much the everyday words of a text, and the signs among them, speak for a real blackmail; 0 and below: nothing does. */
export function realTalk(facts: Case): number {
  const { units } = facts.readable;
  if (units > LONGEST) return Number.NEGATIVE_INFINITY;
  return wordsOf(facts) - (units > LONG ? 1 : 0);
}

function wordsOf(facts: Case): number {
  let sum = BIAS + (facts.groups.has('access') && !facts.has('conversation') ? ACCESS : 0);
  for (const [frame, weight, most] of WORDS) sum += weight * Math.min(placesOf(facts, frame), most);
  for (const id of facts.signals) sum += SIGNS[id] ?? 0;
  return sum;
}

/** What mass letters do not speak of: who it is, where they met, whom it is about, what has been paid, how the reader feels. */
const PERSONAL = ['stranger', 'near', 'lure', 'paid', 'other', 'afraid'] as const;
/** Outside the claims of 126 mass letters these stand twice in four; in all but 73 of 199 with a real case beside them. */
const AROUND = -1;
const MUCH_AROUND = 1.5;
const PERSONAL_AROUND = 2;

/** How what is said around the claims of a mass letter speaks: as a real blackmail, as more than the letter, or not at all. */
export function realAround(facts: Case): 'told' | 'more' | 'nothing' {
  const sum = wordsOf(facts);
  const personal = PERSONAL.reduce((n, frame) => n + Math.min(placesOf(facts, frame), 3), 0);
  if (sum >= TOLD && personal >= PERSONAL_AROUND && hasCore(facts)) return 'told';
  return sum >= MUCH_AROUND || (sum >= AROUND && personal >= PERSONAL_AROUND) ? 'more' : 'nothing';
}

/** Something private is held or wanted; talk of money and threats alone is of other things. */
const HELD = ['picture', 'body', 'kept'] as const;
/** Teasing and quarrels speak of pictures and of whom to show them to as well, seldom of these. */
const CORE = ['body', 'kept', 'stranger', 'lure', 'near'] as const;

export function isToldAsReal(facts: Case): boolean {
  return facts.has('pasted') ? isTold(facts, TOLD) : facts.readable.units <= ONE_MAIL && isTold(facts, TOLD_BY_MAIL) && placesOf(facts, 'kept') > 0;
}

/** Mail that merely arrived: of 10,110 innocent ones none of one letter's length says so much, and 30 say enough to ask. */
const TOLD_BY_MAIL = 5;
const ASKS_BY_MAIL = 2.75;
/** Units of a letter; longer mail is a discussion or a newsletter. */
const ONE_MAIL = 2_000;

/** Whether a mail that merely arrived speaks as a real blackmailer may: too little to say so, too much for an all-clear. */
export function mayBeReal(facts: Case): boolean {
  return facts.readable.units <= ONE_MAIL && isTold(facts, ASKS_BY_MAIL);
}

function isTold(facts: Case, enough: number): boolean {
  return realTalk(facts) >= enough && hasCore(facts);
}

function hasCore(facts: Case): boolean {
  const some = (frames: readonly string[]): boolean => frames.some((frame) => placesOf(facts, frame) > 0);
  return some(HELD) && (facts.strong.length > 0 || some(CORE));
}

/** Places of words that lead on, from which on somebody leads another to show or install something. */
const LEADS = 2;

/** Whether somebody is led on to show or install something, and nothing is held or asked for yet. Spam that merely arrived leads on in such words too. */
export function isLedOn(facts: Case): boolean {
  if (!facts.has('pasted') && facts.signals.size === 0) return false;
  return isToldAsReal(facts) && placesOf(facts, 'lure') >= LEADS && placesOf(facts, 'paid') === 0 && placesOf(facts, 'near') === 0;
}

export function placesOf(facts: Case, frame: string): number {
  return facts.places.get(frame) ?? 0;
}

/** Places of words about lessons, news and stories from which on a text tells of such things; of 246 real cases one reached it. */
const ABOUT = 2;
/** Places of laughter, love and parties from which on people tease each other; of 246 real cases none reached it. */
const TEASING = 4;
/** Whoever has paid, asks for somebody else or cannot go on speaks of the news, of school and of parties too. */
const EARNEST = ['already-paid', 'third-party', 'crisis', 'app-install'] as const;

/** Whether people tease each other, or a text tells about blackmail: then no sign decides more than a doubt. */
export function isLight(facts: Case): boolean {
  if (!facts.has('pasted') || EARNEST.some((id) => facts.signals.has(id))) return false;
  const about = placesOf(facts, 'news');
  return (about > 0 && about + placesOf(facts, 'work') >= ABOUT) || (placesOf(facts, 'play') >= TEASING && placesOf(facts, 'body') === 0);
}
