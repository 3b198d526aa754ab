import { PATHS, type Path } from '../contract.js';

/** Every heading a language file may have besides the claims, and every line of its `## words`. The build refuses others. */

export const SIGNALS = [
  'prior-chat',
  'contact-names',
  'platform-handle',
  'local-payment',
  'short-countdown',
  'app-install',
  'more-images',
  'already-sent',
  'already-paid',
  'reader-admits',
  'reader-minor',
  'known-person',
  'crisis',
  'asks-images',
  'moves-app',
  'secrecy',
  'third-party',
  'offender-ultimatum',
  'private-material',
  'pressure',
] as const;

/** In the order in which they are named where as much speaks for one as for another: the graver first. */
export const KINS = [
  'bomb-hitman',
  'ransom-org',
  'fake-police',
  'recovery',
  'fake-warning',
  'lure-file',
  'one-click',
  'fictitious-bill',
  'code-request',
  'account-alert',
  'payment-failed',
  'parcel',
  'family-emergency',
  'romance-money',
  'deposit',
  'crypto-invest',
  'advance-fee',
] as const;
export type KinId = (typeof KINS)[number];

export const FRAMES = [
  'about-the-scam',
  'about-kin',
  'real-security-notice',
  'asks-for-advice',
  'forwarded',
  'crypto-business',
  // Words that a family of kin is told in, a line a group: alone they say nothing, many groups together say what it is about.
  'talk-told',
  'talk-body',
  'talk-shown',
  // Words that real blackmail is told in, and three kinds that speak against it: see judge/real-talk.ts.
  'talk-real-picture',
  'talk-real-body',
  'talk-real-kept',
  'talk-real-spread',
  'talk-real-receivers',
  'talk-real-shown-to',
  'talk-real-price',
  'talk-real-clock',
  'talk-real-stranger',
  'talk-real-afraid',
  'talk-real-bent',
  'talk-real-lure',
  'talk-real-other',
  'talk-real-near',
  'talk-real-paid',
  'talk-real-play',
  'talk-real-work',
  'talk-real-news',
  'talk-phishing',
  'talk-fake-bill',
  'talk-support-scam',
  'talk-fake-authority',
  'talk-recovery',
  'talk-advance-fee',
  'talk-malware',
  'talk-organisation',
] as const;

/**
 * Groups of everyday words that a blackmail is told in, or the asking before it; a language that lacks them is no less complete. `talk-merry`
 * holds them back. Those from `talk-other` on say what else is told, where it is a
 * blackmail already, or beside a mass letter (`talk-own`).
 */
export const BLACKMAIL_TALK = [
  'talk-held',
  'talk-spread',
  'talk-wanted',
  'talk-met',
  'talk-afraid',
  'talk-lured',
  'talk-merry',
  'talk-other',
  'talk-known',
  'talk-paid',
  'talk-faked',
  'talk-app',
  'talk-gone',
  'talk-own',
] as const;

/**
 * What no sentence to a reader may say, and the paths it holds on. Their phrases check our own words: no mail is ever matched
 * against them. Where somebody may hold a picture, "it can never be removed" takes away hope; before, it is prevention.
 */
export const NEVER_SAID = {
  'never-said': PATHS,
  'never-said/genuine': ['genuine', 'before', 'known-person', 'unsure'],
  'never-said/once-sent': ['genuine', 'known-person', 'unsure', 'bluff', 'kin', 'mention', 'clear'],
  'never-said/minor': ['minor', 'third-party'],
  'never-said/known-person': ['known-person'],
  'never-said/crisis': ['crisis'],
} as const satisfies Record<string, readonly Path[]>;
export type NeverSaidId = keyof typeof NEVER_SAID;

/** Other words for a claim once a fact is known. */
export const VARIANTS = [
  'from-own-account/spoofed',
  'from-own-account/authentic',
  'timer-starts-on-open/no-remote',
  'timer-starts-on-open/remote',
  'timer-starts-on-open/receipt',
  'know-password/shown',
  'webcam-video/no-picture',
  'crypto-wallet/sure',
] as const;
