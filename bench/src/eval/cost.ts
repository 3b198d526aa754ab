import type { Label, Outcome } from './model.js';

/** What a message is, for its cost. */
const TRUTHS = ['bluff', 'genuine', 'minor', 'scam', 'nothing'] as const;
type Truth = (typeof TRUTHS)[number];

const SHOWN = ['bluff', 'bluff-password', 'genuine', 'kin', 'unsure', 'nothing'] as const;
type Shown = (typeof SHOWN)[number];

/**
 * The harm of showing this to somebody who holds that, 0 to 100: judgement written down before anything was measured, not data. `genuine` is the
 * loud page; a calmer one would cost less where it is wrong. Real intrusions and a letter with a password in use cannot be told from a text.
 */
const COST: Readonly<Record<Shown, Readonly<Record<Truth, number>>>> = {
  bluff: { bluff: 0, genuine: 90, minor: 100, scam: 10, nothing: 2 },
  'bluff-password': { bluff: 3, genuine: 80, minor: 95, scam: 10, nothing: 5 },
  genuine: { bluff: 15, genuine: 0, minor: 0, scam: 20, nothing: 25 },
  kin: { bluff: 10, genuine: 80, minor: 95, scam: 0, nothing: 5 },
  unsure: { bluff: 6, genuine: 20, minor: 30, scam: 8, nothing: 4 },
  nothing: { bluff: 5, genuine: 95, minor: 100, scam: 30, nothing: 0 },
};

const TRUTH_OF: Readonly<Record<Label, Truth>> = {
  bluff: 'bluff',
  genuine: 'genuine',
  minor: 'minor',
  kin: 'scam',
  phishing: 'scam',
  spam: 'nothing',
  article: 'nothing',
  harmless: 'nothing',
  ham: 'nothing',
};

export function costOf(label: Label, found: Pick<Outcome, 'kind' | 'flags'>): number {
  return COST[shownOf(found)][TRUTH_OF[label]];
}

/** What always showing the same thing would cost for this label: the bar to be under. */
export function costOfAlways(kind: 'bluff' | 'unsure' | 'clear', label: Label): number {
  return costOf(label, { kind, flags: [] });
}

function shownOf({ kind, flags }: Pick<Outcome, 'kind' | 'flags'>): Shown {
  switch (kind) {
    case 'bluff':
      return flags.includes('password-shown') ? 'bluff-password' : 'bluff';
    case 'mention':
    case 'clear':
      return 'nothing';
    default:
      return kind;
  }
}
