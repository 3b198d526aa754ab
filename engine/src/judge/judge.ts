import { type Family, SAFETY_GATES, type Trick } from '../contract.js';
import type { Evidence, Verdict } from '../model.js';
import { apartFromLetters, aroundClaims } from './apart.js';
import { asksOf } from './asks.js';
import { isToldOfBlackmail } from './blackmail-talk.js';
import { Case } from './case.js';
import type { Finding } from './finding.js';
import { flagsOf } from './flags.js';
import { graver, type Reality, realityOf, toldYes } from './genuine.js';
import { demandsOfOrganisation, isLure, isWarning, kinOf, tellsMore } from './kin.js';
import { hasShapeOfMassMail, tellingClaims } from './mass-mail.js';
import { isOfLetter } from './of-letters.js';
import { isToldAsReal, mayBeReal, realAround } from './real-talk.js';
import { LONGEST_STORY, weighed } from './weighed.js';

/** Fewer readable units than this say too little for `clear`: "ok, see you" is nothing to judge. */
const SHORTEST_CLEAR = 30;
/** Different phrases about the scam that make a text one *about* it. */
const ABOUT = 2;

/** Evidence in, verdict out. It sees no text, so no text can talk it into anything. */
export function judge(evidence: readonly Evidence[]): Verdict {
  const facts = new Case(evidence);
  const finding = findIn(evidence, facts);
  return {
    kind: finding.kind,
    family: finding.family ?? null,
    probability: facts.readable.units === 0 ? null : round(1 / (1 + Math.exp(-facts.score))),
    flags: flagsOf(facts, finding),
    asks: asksOf(facts, finding),
    doubt: finding.doubt ?? null,
  };
}

function findIn(evidence: readonly Evidence[], facts: Case): Finding {
  // What was installed or opened for another scam is no sign of a blackmailer: the answer changes the steps, not the scam.
  if (facts.answers.get('app') === 'yes') {
    const before = evidence.filter((e) => !(e.kind === 'answer' && e.gate === 'app'));
    const found = findIn(before, new Case(before));
    if (found.kind === 'kin') return found;
  }
  const rest = apartFromLetters(evidence);
  return weighed(
    facts,
    find(facts, rest === null ? null : new Case(rest), () => new Case(aroundClaims(evidence))),
  );
}

/** In the order of what a wrong answer would cost: a real threat first, then violence, then what is only described, then the bluff. */
function find(facts: Case, apart: Case | null, around: () => Case): Finding {
  const mass = hasShapeOfMassMail(facts);
  const beside = mass ? realAround(around()) : 'nothing';
  const told = beside === 'told' && facts.has('pasted') ? 'threat' : 'none';
  const reality = graver(graver(realityOf(facts, mass), told), apart === null ? 'none' : realityOf(apart, false));
  const isAbout = (facts.frames.get('about-the-scam') ?? 0) >= ABOUT;
  const asks = facts.frames.has('asks-for-advice');
  const kin = kinOf(facts);
  const warns = isWarning(facts, kin);
  // More is said of the scam itself than about such scams: rescuers for a fee, and who tells of a call, talk like articles.
  if (kin?.alone === true && !mass && !warns && !isBesideBlackmail(kin.family, reality, facts) && (!isAbout || tellsMore(facts, kin)))
    return { kind: 'kin', family: kin.family };
  // A few words about such letters, a wallet, and all else is said to one person: that is no article.
  const isSaid = facts.has('wallet') && facts.frames.get('about-the-scam') === ABOUT && isToldOfBlackmail(facts, false);
  if (isAbout && !isSaid && !toldYes(facts) && isPublished(facts, asks)) return { kind: 'mention' };
  const harms = facts.claims.has('violence') || (facts.kin.get('bomb-hitman') ?? 0) > (facts.wantsMoney ? 0 : 1);
  if (harms && !isAbout && !warns && !mass && reality !== 'threat' && (facts.has('pasted') || facts.wantsMoney)) return { kind: 'kin', family: 'extortion' };
  if (reality === 'threat') return { kind: 'genuine' };
  if (reality === 'before') return { kind: 'genuine', before: true };
  if (!warns && facts.claims.has('violence') && (facts.wantsMoney || facts.kin.has('bomb-hitman'))) return { kind: 'kin', family: 'extortion' };
  if (((facts.kin.get('ransom-org') ?? 0) > (mass ? 2 : 1) || (!mass && demandsOfOrganisation(facts))) && !isAbout) return { kind: 'kin', family: 'extortion' };
  if (facts.kin.has('bomb-hitman') && facts.wantsMoney && !isAbout && !mass) return { kind: 'kin', family: 'extortion' };
  if (!mass && !isAbout && isLure(facts)) return { kind: 'kin', family: 'malware' };
  if (reality === 'doubt') return { kind: 'unsure', doubt: 'mixed' };
  if (mass && facts.has('picture') && facts.answers.get('image') !== 'no') return { kind: 'unsure', doubt: 'mixed' };
  if (mass && (beside !== 'nothing' || isMoreThanLetter(facts))) return { kind: 'unsure', doubt: 'mixed' };
  if (mass) return { kind: 'bluff' };
  if (facts.has('lure') && (facts.claims.has('view-proof-link') || tellingClaims(facts) > 0)) return { kind: 'kin', family: 'malware' };
  if (isAbout) return { kind: 'mention' };
  if (warns && kin !== null) return { kind: 'mention' };
  if (kin !== null) return { kind: 'kin', family: kin.family };
  if (facts.signals.has('crisis') || facts.signals.has('offender-ultimatum') || isUneasy(facts)) return { kind: 'unsure', doubt: 'mixed' };
  if (tellingClaims(facts) >= 2 || (tellingClaims(facts) === 1 && facts.wantsMoney && !facts.has('list')))
    return { kind: 'unsure', doubt: facts.has('not-whole') ? 'unread' : 'mixed' };
  if (facts.has('hidden-threat')) return { kind: 'unsure', doubt: 'mixed' };
  if (isWorry(facts) || mayBeReal(facts)) return { kind: 'unsure', doubt: 'mixed' };
  const { units, language } = facts.readable;
  if (facts.has('not-whole') || units === 0) return { kind: 'unsure', doubt: 'unread' };
  if (units < SHORTEST_CLEAR) return { kind: 'unsure', doubt: 'short' };
  if (language === null || facts.has('foreign')) return { kind: 'unsure', doubt: 'language' };
  if (isDisguised(facts)) return { kind: 'unsure', doubt: 'mixed' };
  return { kind: 'clear' };
}

/** Money for love and false bills are told in words that blackmailers use too: what is told as real is that. */
const SHARE_WORDS: ReadonlySet<Family> = new Set(['advance-fee', 'fake-bill', 'phishing']);

function isBesideBlackmail(family: Family, reality: Reality, facts: Case): boolean {
  return SHARE_WORDS.has(family) && (reality === 'threat' || reality === 'before') && isToldAsReal(facts);
}

/**
 * A letter stands in or beside a conversation or a story: whoever tells of an app, a child, a friend, of not going on, has more to
 * say than the letter, and is never told that it is a lie.
 */
function isMoreThanLetter(facts: Case): boolean {
  return facts.has('conversation') || [...facts.signals].some((id) => !isOfLetter(id));
}

/** Signs that stand in ordinary mail by chance: of 2,757 mails in which nothing else was found, 94 held one of these, and one another. */
const BY_CHANCE: ReadonlySet<string> = new Set(['pressure', 'private-material', 'reader-minor']);

/** The reader's own turns echo a threat, or private pictures are spoken of beside money, a deadline, a question for advice or a sign of nearness: too little to say what it is, too much for `clear`. */
function isUneasy(facts: Case): boolean {
  const { signals, frames, claims } = facts;
  if ([...signals].some((id) => !BY_CHANCE.has(id))) return true;
  // Somebody shows a password and says that it is known.
  if (claims.has('know-password') && facts.has('password')) return true;
  const beside = facts.wantsMoney || frames.has('asks-for-advice') || claims.has('timer-48h') || claims.has('amount') || facts.names;
  const threatens = facts.groups.has('threat') && !facts.has('list');
  const near = ['local-payment', 'short-countdown', 'third-party', 'secrecy', 'moves-app', 'reader-minor'].some((id) => signals.has(id));
  return facts.echoes || (signals.has('private-material') && (beside || near)) || (signals.has('pressure') && (near || threatens));
}

/**
 * Pasted words, unlike mail that merely arrived, come from someone who worries, and many real threats are worded as nobody has
 * written down: that nothing was recognised in them is no all-clear before the reader has answered no three times.
 */
function isWorry(facts: Case): boolean {
  if (!facts.has('pasted')) return false;
  if (facts.has('conversation') || facts.signals.size > 0 || tellingClaims(facts) > 0 || facts.wantsMoney) return true;
  return facts.readable.units < LONGEST_STORY && !SAFETY_GATES.every((gate) => facts.answers.get(gate) === 'no');
}

/** Someone took trouble that no filter reads this: that nothing was recognised in it is no all-clear. Invisible letters alone stand in newsletters too. */
function isDisguised(facts: Case): boolean {
  return facts.facts.some((f) => f.fact === 'trick' && DISGUISES.has(f.trick));
}

const DISGUISES: ReadonlySet<Trick> = new Set(['look-alike-letters', 'noise-letters', 'leetspeak', 'combining-marks', 'bidi']);

/** So many different phrases about the scam stand in an article, never in a frightened person's own few lines. */
const ARTICLE = 6;
/** Units of text below which nothing is an article. */
const SHORTEST_ARTICLE = 200;

/** More is said about the scam than is threatened: an article that quotes a whole letter, not a letter with an excuse in it. */
function isPublished(facts: Case, asks: boolean): boolean {
  const about = facts.frames.get('about-the-scam') ?? 0;
  if (about >= ARTICLE && facts.readable.units >= SHORTEST_ARTICLE) return true;
  if ((asks && about <= 2 * ABOUT) || facts.signals.has('reader-admits')) return false;
  return (about > ABOUT || about * 2 >= Math.min(tellingClaims(facts), 8)) && (facts.strong.length === 0 || about > 2 * ABOUT);
}

function round(p: number): number {
  return Math.round(p * 1000) / 1000;
}
