import { SAFETY_GATES } from '../contract.js';
import type { Purpose } from '../language/place-file.js';
import type { Evidence, Verdict } from '../model.js';
import { KIN_STEPS, planOfKin } from './kin-steps.js';
import type { Plan, StepId } from './plan.js';

/** True while it is not certain from the reader's own answers that nobody holds anything real; and for whoever has paid, who still needs the letter. */
export function gatesAreOpen(evidence: readonly Evidence[]): boolean {
  if (evidence.some((e) => e.kind === 'answer' && e.gate === 'paid' && e.answer === 'yes')) return true;
  return SAFETY_GATES.some((gate) => !evidence.some((e) => e.kind === 'answer' && e.gate === gate && e.answer === 'no'));
}

/** The plan for a verdict. `step-delete-it` is given only for a bluff whose three gates are all answered no. */
export function planFor(verdict: Verdict, evidence: readonly Evidence[]): Plan {
  const flags = new Set(verdict.flags);
  const base = planOfKind(verdict, evidence);
  const first: StepId[] = flags.has('crisis') ? ['step-crisis-call'] : [];
  if (flags.has('violence')) first.push('step-police-now');
  const purposes: Purpose[] = [...(flags.has('crisis') ? ['crisis' as const] : []), ...(flags.has('violence') ? ['violence' as const] : []), ...base.purposes];
  // A letter that really came from the reader's own account asks for more than the letter itself does; someone near would see that it was changed.
  const account: StepId[] = flags.has('compromise-possible') && !flags.has('known-person') ? ['step-check-account'] : [];
  const steps = unique([...first, ...base.steps, ...account]);
  return { steps: verdict.kind === 'kin' ? steps.slice(0, KIN_STEPS) : steps, purposes: unique(purposes) };
}

function planOfKind(verdict: Verdict, evidence: readonly Evidence[]): Plan {
  switch (verdict.kind) {
    case 'bluff':
      return planOfBluff(verdict, evidence);
    case 'genuine':
      return planOfGenuine(verdict, evidence);
    case 'kin':
      return planOfKin(verdict, evidence);
    case 'mention':
      return { steps: ['step-if-worry-stays'], purposes: ['bluff'] };
    case 'clear':
      return { steps: ['step-if-worry-stays'], purposes: ['bluff'] };
    case 'unsure':
      return planOfDoubt(verdict, evidence);
    default:
      return verdict.kind satisfies never;
  }
}

function planOfBluff(verdict: Verdict, evidence: readonly Evidence[]): Plan {
  const open = gatesAreOpen(evidence);
  const steps: StepId[] = ['step-do-not-pay', 'step-do-not-answer'];
  if (evidence.some((e) => e.kind === 'fact' && (e.fact === 'link' || e.fact === 'lure' || e.fact === 'picture'))) steps.push('step-do-not-open');
  if (open) steps.push('step-keep-until-answered', 'step-answer-questions');
  const password = evidence.find((e) => e.kind === 'answer' && e.gate === 'password');
  if (verdict.flags.includes('password-shown') && !(password?.kind === 'answer' && password.answer === 'no'))
    steps.push('step-change-password', 'step-two-step');
  if (verdict.flags.includes('compromise-possible')) steps.push('step-check-account');
  if (verdict.flags.includes('already-paid')) steps.push('step-paid-contact-issuer', 'step-paid-stop');
  steps.push(...(open ? (['step-tell-someone'] as const) : (['step-delete-it', 'step-if-worry-stays'] as const)));
  return { steps, purposes: ['bluff'] };
}

function isYoung(verdict: Verdict, evidence: readonly Evidence[]): boolean {
  const age = evidence.find((e) => e.kind === 'answer' && e.gate === 'age');
  return verdict.flags.includes('minor') || !(age?.kind === 'answer' && age.answer === 'adult');
}

function planOfGenuine(verdict: Verdict, evidence: readonly Evidence[]): Plan {
  const flags = new Set(verdict.flags);
  // Age unknown means the line that is safe for a child.
  const young = isYoung(verdict, evidence);
  const helper: StepId[] = flags.has('third-party') ? ['step-helper-listen'] : [];
  // Whoever helps keeps no copies of another person's pictures, whatever that person's age.
  const record: StepId = young || flags.has('third-party') ? 'step-record-without-pictures' : 'step-record-evidence';
  const tell: StepId = young ? 'step-minor-tell' : 'step-tell-someone';
  const help: Purpose[] = [...(flags.has('minor') ? ['minor' as const] : []), 'genuine', ...(flags.has('minor') || !young ? [] : ['minor' as const])];
  if (flags.has('known-person')) {
    return {
      steps: [...helper, 'step-known-safety', 'step-known-devices', record, 'step-known-lines', 'step-police', 'step-tell-someone'],
      purposes: ['known-person', ...help],
    };
  }
  if (flags.has('before')) {
    const app: StepId[] = flags.has('phone-app') ? ['step-before-no-app'] : [];
    return { steps: [...helper, 'step-before-stop', ...app, 'step-before-leave', tell], purposes: help };
  }
  const paid: StepId[] = flags.has('already-paid') ? ['step-paid-contact-issuer', 'step-paid-stop'] : ['step-do-not-pay'];
  const app: StepId[] = flags.has('phone-app') ? ['step-app-remove'] : [];
  const takedown: StepId[] = flags.has('minor') ? ['step-takedown-minor'] : young ? ['step-takedown-minor', 'step-takedown-adult'] : ['step-takedown-adult'];
  const purposes: Purpose[] = [...help, ...(flags.has('minor') ? [] : ['takedown' as const]), ...(young ? ['takedown-minor' as const] : [])];
  return {
    steps: [
      ...helper,
      ...paid,
      record,
      'step-stop-and-block',
      'step-do-not-delete-own',
      ...app,
      'step-report-platform',
      'step-police',
      ...takedown,
      'step-lock-profiles',
      tell,
    ],
    purposes,
  };
}

function planOfDoubt(verdict: Verdict, evidence: readonly Evidence[]): Plan {
  const noticed = evidence.some((e) => e.kind === 'claim' || e.kind === 'signal');
  const steps: StepId[] = verdict.flags.includes('known-person') ? ['step-known-safety', 'step-known-devices', 'step-known-lines'] : [];
  if (verdict.flags.includes('third-party')) steps.push('step-helper-listen');
  if (noticed) steps.push('step-do-not-pay', 'step-keep-until-answered');
  // "Do not answer" can hurt where the sender is someone known.
  if (noticed && !verdict.flags.includes('known-person')) steps.push('step-do-not-answer');
  if (verdict.asks.length > 0 && noticed) steps.push('step-answer-questions');
  if (verdict.doubt === 'unread') steps.push('step-type-text');
  if (verdict.doubt === 'short' || verdict.doubt === 'mixed') steps.push('step-show-whole');
  steps.push(noticed ? 'step-tell-someone' : 'step-if-worry-stays');
  const purposes: Purpose[] = noticed ? ['genuine', ...(verdict.flags.includes('minor') ? ['minor' as const] : []), 'bluff'] : ['bluff'];
  return { steps, purposes };
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
