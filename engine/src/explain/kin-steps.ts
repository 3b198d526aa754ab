import type { Gate } from '../contract.js';
import { leadingKin, PLAINEST } from '../judge/kin-families.js';
import type { KinId } from '../language/ids.js';
import type { Purpose } from '../language/place-file.js';
import type { Evidence, Verdict } from '../model.js';
import type { Plan, StepId } from './plan.js';

/** More steps than these nobody reads who is frightened. */
export const KIN_STEPS = 6;

/** What to do against each scam, the first first; `step-if-...` stands until its question is answered. */
const STEPS: Readonly<Record<KinId, readonly StepId[]>> = {
  'account-alert': ['step-do-not-open', 'step-open-official', 'step-if-entered', 'step-if-installed'],
  'payment-failed': ['step-do-not-open', 'step-open-official', 'step-if-entered', 'step-if-paid'],
  parcel: ['step-do-not-open', 'step-look-up-parcel', 'step-if-installed', 'step-if-entered'],
  'code-request': ['step-end-call', 'step-if-entered', 'step-if-installed', 'step-if-paid'],
  'one-click': ['step-do-not-pay', 'step-do-not-call', 'step-if-paid', 'step-consumer-line'],
  'fictitious-bill': ['step-do-not-pay', 'step-do-not-call', 'step-bill-check', 'step-if-paid', 'step-consumer-line'],
  'fake-warning': ['step-close-window', 'step-do-not-call', 'step-if-installed', 'step-if-entered', 'step-if-paid'],
  'fake-police': ['step-verify-authority', 'step-do-not-send-money', 'step-tell-someone', 'step-if-installed', 'step-if-entered', 'step-if-paid'],
  recovery: ['step-do-not-send-money', 'step-recovery-free', 'step-if-paid', 'step-police'],
  'family-emergency': ['step-call-known-number', 'step-do-not-send-money', 'step-if-paid', 'step-tell-someone'],
  'romance-money': ['step-do-not-send-money', 'step-tell-someone', 'step-if-paid', 'step-keep-proof'],
  deposit: ['step-see-first', 'step-do-not-send-money', 'step-if-entered', 'step-if-paid', 'step-keep-proof'],
  'crypto-invest': ['step-no-fee-to-withdraw', 'step-do-not-send-money', 'step-if-installed', 'step-if-paid', 'step-keep-proof'],
  'advance-fee': ['step-do-not-send-money', 'step-do-not-answer', 'step-if-paid', 'step-tell-someone'],
  'lure-file': ['step-do-not-run', 'step-if-installed', 'step-if-entered', 'step-do-not-answer'],
  'ransom-org': ['step-incident', 'step-warn-provider', 'step-do-not-pay', 'step-do-not-answer', 'step-if-paid'],
  'bomb-hitman': ['step-do-not-pay', 'step-do-not-answer', 'step-police', 'step-if-paid', 'step-keep-proof'],
};

const PURPOSES: Partial<Readonly<Record<KinId, readonly Purpose[]>>> = {
  'code-request': ['phishing', 'fake-authority'],
  'ransom-org': ['organisation'],
  'bomb-hitman': ['violence'],
};

/** The steps that a question stands for: unanswered `if`; after a yes `now`, before all else; after a no neither. */
const BY_GATE: readonly { readonly gate: Gate; readonly unanswered: StepId; readonly now: readonly StepId[] }[] = [
  { gate: 'app', unanswered: 'step-if-installed', now: ['step-installed-now'] },
  { gate: 'paid', unanswered: 'step-if-paid', now: ['step-paid-contact-issuer', 'step-paid-stop'] },
  { gate: 'password', unanswered: 'step-if-entered', now: ['step-entered-now'] },
];

/** Said already by `step-paid-stop`. */
const BEFORE_PAYING: ReadonlySet<StepId> = new Set(['step-do-not-pay', 'step-do-not-send-money']);

/** The scam whose words and steps are shown; null where no phrase names one. */
export function leadOfKin({ family }: Verdict, evidence: readonly Evidence[]): KinId | null {
  if (family === null) return null;
  const phrases = new Map<string, number>();
  for (const e of evidence) if (e.kind === 'kin' && e.by !== 'reader') phrases.set(e.id, (phrases.get(e.id) ?? 0) + e.phrases);
  return leadingKin(phrases, family);
}

/** Whose steps fit where no phrase names the scam, only words tell its family. */
function unnamed({ family, flags }: Verdict): KinId {
  if (family === null) return 'advance-fee';
  return family === 'extortion' && flags.includes('organisation') ? 'ransom-org' : PLAINEST[family];
}

export function planOfKin(verdict: Verdict, evidence: readonly Evidence[]): Plan {
  const id = leadOfKin(verdict, evidence) ?? unnamed(verdict);
  const answerOf = (gate: Gate): string | null => {
    if (gate === 'paid' && verdict.flags.includes('already-paid')) return 'yes';
    const answer = evidence.find((e) => e.kind === 'answer' && e.gate === gate);
    return answer?.kind === 'answer' ? answer.answer : null;
  };
  const now: StepId[] = [];
  const gone = new Set<StepId>();
  for (const { gate, unanswered, now: urgent } of BY_GATE) {
    const answer = answerOf(gate);
    if (answer !== null) gone.add(unanswered);
    if (answer === 'yes') now.push(...urgent);
  }
  if (now.includes('step-paid-stop')) for (const step of BEFORE_PAYING) gone.add(step);
  const steps = [...now, ...STEPS[id].filter((step) => !gone.has(step)), ...takedownSteps(id, answerOf('age'), evidence)];
  return { steps: steps.slice(0, KIN_STEPS), purposes: purposesOf(id, verdict, evidence) };
}

/** Whoever is offered deletion may have been blackmailed before: the free way to take pictures down is what the rescuer sells. */
function takedownSteps(id: KinId, age: string | null, evidence: readonly Evidence[]): StepId[] {
  if (id !== 'recovery' || !isOfPictures(evidence)) return [];
  return age === 'under-18' ? ['step-takedown-minor'] : age === 'adult' ? ['step-takedown-adult'] : ['step-takedown-minor', 'step-takedown-adult'];
}

function isOfPictures(evidence: readonly Evidence[]): boolean {
  return evidence.some((e) => e.kind === 'signal' && (e.id === 'private-material' || e.id === 'reader-admits'));
}

function purposesOf(id: KinId, verdict: Verdict, evidence: readonly Evidence[]): Purpose[] {
  const { family, flags } = verdict;
  if (id === 'recovery') {
    const minor = flags.includes('minor');
    const pictures: Purpose[] = isOfPictures(evidence) ? [minor ? 'takedown-minor' : 'takedown', 'genuine'] : ['takedown'];
    return ['recovery', ...pictures, ...(minor ? (['minor'] as const) : [])];
  }
  const own = PURPOSES[id];
  if (own !== undefined) return [...own];
  return family === null || family === 'extortion' || family === 'recovery' ? [] : [family];
}
