/**
 * Weights of the evidence, typed by hand and not fitted yet (no corpus stood behind a single number; the fit comes with the
 * bench). They are log-odds in spirit: `probability` is the logistic of their sum. Safety does not rest on them: the gates
 * and signs in judge.ts stand above.
 */
export const CLAIM_WEIGHTS: Readonly<Record<string, number>> = {
  'intro-hacker': 1.5,
  'bad-news-greeting': 1,
  'from-own-account': 2.5,
  'know-password': 1.5,
  'rat-full-access': 2,
  'driveby-adult-site': 2,
  'bought-access': 2,
  'av-evasion': 2.5,
  'router-cve': 1.5,
  pegasus: 1.5,
  'watched-for-months': 1.5,
  'history-and-files': 1,
  'contacts-copied': 1.5,
  'webcam-video': 2,
  'split-screen': 3,
  'taste-shaming': 1.5,
  'hidden-camera-place': 1.5,
  'deepfake-threat': 0,
  'spouse-cheats': 1.5,
  'illegal-material': 1,
  'home-photo': 1.5,
  'send-to-contacts': 1.5,
  'publish-online': 1,
  'ruin-life': 0.5,
  violence: 0,
  'timer-48h': 1.5,
  'timer-starts-on-open': 2.5,
  'do-not-reply': 0.8,
  'police-useless': 1.2,
  'change-is-useless': 1.5,
  'proof-on-reply': 1.5,
  'second-letter': 1,
  'crypto-wallet': 2,
  amount: 0.8,
  'how-to-buy-btc': 1.5,
  'wallet-is-personal': 2,
  'keeps-word': 1.5,
  'silence-fee': 1.2,
  'hygiene-advice': 0.8,
  'was-hired': 0.8,
  'trusted-carrier': 0.3,
  'image-or-pdf-only': 0.5,
  'view-proof-link': 0,
};

/** Sentences that hardly anything but a mass letter says. */
export const FINGERPRINTS: ReadonlySet<string> = new Set([
  'split-screen',
  'router-cve',
  'pegasus',
  'wallet-is-personal',
  'timer-starts-on-open',
  'av-evasion',
  'from-own-account',
]);

export const WALLET_WEIGHT = 1.5;
export const SELF_SENT_WEIGHT = 1;
/** Sum at which a text is as likely as not. */
export const EVEN = 8;

/** What a sign says for a real blackmailer. */
export const SIGNAL_WEIGHTS: Readonly<Record<string, number>> = {
  'prior-chat': 4,
  'contact-names': 4,
  'app-install': 4,
  'more-images': 4,
  'already-sent': 4,
  'known-person': 4,
  'reader-admits': 5,
  'local-payment': 4,
  'already-paid': 3,
  'asks-images': 3,
  'offender-ultimatum': 3,
  'short-countdown': 2,
  'moves-app': 2,
  secrecy: 2,
  'reader-minor': 2,
  'platform-handle': 1,
  'third-party': 2,
  crisis: 0,
  'private-material': 1,
  pressure: 1,
};

/** One of these keeps `bluff` and `clear` away, whatever else the text says. */
export const STRONG_SIGNALS: ReadonlySet<string> = new Set([
  'prior-chat',
  'contact-names',
  'app-install',
  'more-images',
  'already-sent',
  'known-person',
  'reader-admits',
  'already-paid',
  'asks-images',
]);
