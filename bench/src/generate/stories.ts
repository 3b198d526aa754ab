import type { Length, Story } from './model.js';

/** Claims that a story cannot do without. */
export const NEEDED: Readonly<Record<Story, readonly string[]>> = {
  mailbox: ['from-own-account', 'rat-full-access'],
  password: ['know-password', 'driveby-adult-site'],
  camera: ['webcam-video', 'split-screen'],
  router: ['router-cve', 'rat-full-access'],
  pegasus: ['pegasus', 'webcam-video'],
  house: ['home-photo', 'webcam-video'],
  spouse: ['spouse-cheats', 'history-and-files'],
  'false-video': ['deepfake-threat', 'contacts-copied'],
  'last-warning': ['second-letter', 'webcam-video'],
  bought: ['bought-access', 'rat-full-access'],
};

/** What opens a letter, stands in its middle, demands, presses and closes; the demand is never left out. */
export const PLACES = {
  opening: ['bad-news-greeting', 'intro-hacker', 'second-letter', 'was-hired'],
  middle: [
    'from-own-account',
    'know-password',
    'rat-full-access',
    'driveby-adult-site',
    'bought-access',
    'router-cve',
    'pegasus',
    'av-evasion',
    'watched-for-months',
    'history-and-files',
    'contacts-copied',
    'webcam-video',
    'split-screen',
    'taste-shaming',
    'deepfake-threat',
    'spouse-cheats',
    'home-photo',
    'send-to-contacts',
    'publish-online',
    'ruin-life',
  ],
  demand: ['amount', 'crypto-wallet'],
  pressing: ['timer-48h', 'timer-starts-on-open', 'do-not-reply', 'police-useless', 'change-is-useless', 'how-to-buy-btc', 'wallet-is-personal', 'silence-fee'],
  closing: ['keeps-word', 'hygiene-advice', 'proof-on-reply'],
} as const;

/** How many claims of each place beside those that the story needs. */
export const COUNTS: Readonly<Record<Length, Readonly<Record<'opening' | 'middle' | 'pressing' | 'closing', number>>>> = {
  short: { opening: 0, middle: 1, pressing: 1, closing: 0 },
  middle: { opening: 1, middle: 3, pressing: 3, closing: 1 },
  long: { opening: 2, middle: 7, pressing: 5, closing: 2 },
};

/** Every claim that a letter may hold. */
export const LETTER_CLAIMS: ReadonlySet<string> = new Set(Object.values(PLACES).flat());
