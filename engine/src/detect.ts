import { FAMILIES, type Trick } from './contract.js';
import { explain } from './explain/explain.js';
import type { Certainty, SenderReport } from './facts/sender/report.js';
import { senderOf } from './facts/sender/sender.js';
import { fold } from './fold/fold.js';
import { judge } from './judge/judge.js';
import { traitsOf } from './judge/traits.js';
import type { Knowledge } from './language/knowledge.js';
import type { Ask, Detection, Evidence, Mail, WeighedFact } from './model.js';
import { notice } from './notice/notice.js';
import { read } from './read/read.js';
import { isFittedIn } from './resemblance/resemblance.js';
import { chancesBy, type Trees, weighedBy } from './resemblance/trees.js';

/** The whole way of one message, from its bytes to words that a frightened person can read. Total: any bytes give a detection. */
export function detect(ask: Ask, know: Knowledge): Detection {
  const mail = read(ask);
  const folded = fold(mail);
  const noticed = notice(mail, folded, ask, know);
  const sender = ask.sender === 'always' || noticed.some(isSaid) ? senderOf(mail, ask) : null;
  const evidence = [...noticed, ...weighed(mail, noticed, know), ...senderFact(sender)];
  const verdict = judge(evidence);
  return { mail, evidence, verdict, sender, explanation: explain(verdict, evidence, mail, sender, tricksOf(evidence), ask, know) };
}

/** Something a reader may ask "who sent this" about. */
function isSaid({ kind }: Evidence): boolean {
  return kind === 'claim' || kind === 'signal' || kind === 'kin' || kind === 'answer';
}

/** From here on another scam is likely enough for its family to be asked for. */
const MAYBE_KIN = 0.3;

/** How likely each kind of message is, where its wording was looked at. */
function weighed({ parts }: Mail, noticed: readonly Evidence[], { resemblance }: Knowledge): Evidence[] {
  if (resemblance === null || !noticed.some((e) => e.kind === 'fact' && e.fact === 'wording')) return [];
  const language = noticed.find((e) => e.kind === 'fact' && e.fact === 'readable')?.language ?? null;
  const drawn = parts.some(({ medium }) => medium === 'image' || medium === 'scan');
  const fitted = isFittedIn(resemblance, language);
  const traits = traitsOf(noticed);
  const weighing = weighedBy(resemblance.trees, traits);
  const family = weighing.kin < MAYBE_KIN ? null : familyBy(resemblance.families, traits);
  return [{ kind: 'fact', fact: 'weighed', fitted, drawn, family, ...weighing }];
}

function familyBy(trees: Trees, traits: ReadonlyMap<string, number>): WeighedFact['family'] {
  const chances = chancesBy(trees, traits, FAMILIES.length);
  const chance = Math.max(...chances);
  const id = FAMILIES[chances.indexOf(chance)];
  return id === undefined ? null : { id, chance };
}

/** From here on a sentence may say it without "probably". */
const SURE: ReadonlySet<Certainty> = new Set(['high', 'very-high', 'certain']);

function senderFact(sender: SenderReport | null): Evidence[] {
  return sender === null ? [] : [{ kind: 'fact', fact: 'sender', verdict: sender.verdict, own: sender.says.own, sure: SURE.has(sender.certainty) }];
}

function tricksOf(evidence: readonly Evidence[]): Trick[] {
  return [...new Set(evidence.flatMap((e) => (e.kind === 'fact' && e.fact === 'trick' ? [e.trick] : [])))];
}
