/** The closed lists of the contract: what a script may rely on in a JSON line. Fields may be added, never renamed. */

export const VERDICTS = ['bluff', 'genuine', 'kin', 'mention', 'clear', 'unsure'] as const;
export type VerdictKind = (typeof VERDICTS)[number];

export const FAMILIES = ['extortion', 'phishing', 'fake-bill', 'advance-fee', 'malware', 'recovery', 'fake-authority', 'support-scam'] as const;
export type Family = (typeof FAMILIES)[number];

export const FLAGS = [
  'reported',
  'before',
  'minor',
  'crisis',
  'violence',
  'organisation',
  'known-person',
  'third-party',
  'already-paid',
  'password-shown',
  'compromise-possible',
  'deepfake',
  'phone-app',
  'malware-lure',
  'trusted-carrier',
  'personal-data-public',
  'not-fully-read',
] as const;
export type Flag = (typeof FLAGS)[number];

/** Who reads a page and in what state: each verdict is on the path of its kind, and on one more for each of these flags that it carries. `known-person` takes the place of `genuine`, and `before` too. */
export const PATHS = ['genuine', 'before', 'minor', 'third-party', 'known-person', 'crisis', 'kin', 'bluff', 'unsure', 'mention', 'clear'] as const;
export type Path = (typeof PATHS)[number];

/** Gate questions, in order of worth. The first three keep every "ignore" and "delete" shut while they are open. */
export const GATES = ['contact', 'image', 'names', 'app', 'password', 'paid', 'age', 'who'] as const;
export type Gate = (typeof GATES)[number];
export const SAFETY_GATES = ['contact', 'image', 'names'] as const satisfies readonly Gate[];

/** What may be answered: yes or no, and for `who` whom it is about, for `age` whether that person is under 18. */
export const ANSWERS = {
  contact: ['yes', 'no'],
  image: ['yes', 'no'],
  names: ['yes', 'no'],
  app: ['yes', 'no'],
  password: ['yes', 'no'],
  paid: ['yes', 'no'],
  age: ['under-18', 'adult'],
  who: ['me', 'child', 'pupil', 'friend'],
} as const satisfies Record<Gate, readonly string[]>;
export type Answers = { readonly [G in Gate]?: (typeof ANSWERS)[G][number] };

export const TRUTHS = [
  'unverifiable',
  'false-by-scale',
  'checkable-in-mail',
  'checkable-by-reader',
  'checkable-fact',
  'stock-phrase',
  'manipulation',
  'guess',
  'pseudo-technical',
  'mostly-false',
  'true-but-public',
  'true-but-telling',
  'false',
  'false-by-design',
  'false-by-measurement',
  'worthless-promise',
  'possible',
  'trap',
  'dangerous',
  'mass-variant-exists',
  'info',
  'spoofed',
  'authentic',
  'proved-false',
] as const;
export type Truth = (typeof TRUTHS)[number];

export const COINS = ['BTC', 'ETH', 'LTC', 'XMR', 'TRX', 'BCH', 'DOGE', 'DASH', 'ZEC', 'XRP', 'SOL', 'TON'] as const;
export type Coin = (typeof COINS)[number];

export const RAILS = ['crypto', 'gift-card', 'transfer', 'app'] as const;
export type Rail = (typeof RAILS)[number];

export const TRICKS = [
  'look-alike-letters',
  'zero-width',
  'hidden-text',
  'bidi',
  'spaced-letters',
  'noise-letters',
  'entities',
  'combining-marks',
  'full-width',
  'leetspeak',
] as const;
export type Trick = (typeof TRICKS)[number];

/** What a text was got out of by sight: `scan` is a page of a PDF that was read as a picture. Of `image` and `scan` any letter may be read wrongly. */
export const MEDIA = ['image', 'scan', 'pdf', 'qr', 'document'] as const;
export type Medium = (typeof MEDIA)[number];
/** Those of which any letter may have been read wrongly. */
export const MISREAD_MEDIA: ReadonlySet<Medium | undefined> = new Set(['image', 'scan']);

export const PROBLEMS = [
  'empty',
  'not-text',
  'truncated',
  'charset',
  'charset-mended',
  'broken-encoding',
  'too-large',
  'too-deep',
  'too-many-parts',
  'header-too-large',
  'text-cut',
  'attachment-unread',
  'archive-locked',
  'archive-unlisted',
  'encrypted',
  'no-body',
  'sight-too-large',
  'sight-pages',
  'sight-time',
  'sight-form',
  'sight-broken',
  'sight-locked',
  'sight-no-words',
  'sight-faint',
  'crash',
] as const;
export type ProblemId = (typeof PROBLEMS)[number];

/** How a file pretends to be something else, or does more than one would think; or that it simply runs. */
export const DISGUISES = [
  'reversed-name',
  'double-extension',
  'hidden-ending',
  'type-unlike-name',
  'program',
  'macros',
  'builds-a-file',
  'asks-password',
  'script-in-picture',
  'starts-something',
  'in-archive',
] as const;
export type Disguise = (typeof DISGUISES)[number];

/** What a file really is. */
export const FILE_REALS = [
  'program',
  'script',
  'shortcut',
  'installer',
  'phone-app',
  'settings',
  'disk-image',
  'macro-document',
  'notebook',
  'page',
  'archive',
  'pdf',
  'other',
] as const;
export type FileReal = (typeof FILE_REALS)[number];
