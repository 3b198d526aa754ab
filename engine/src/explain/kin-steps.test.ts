import { describe, expect, test } from 'vitest';
import type { Flag, Gate } from '../contract.js';
import { FAMILY_OF_KIN } from '../judge/kin-families.js';
import { KINS, type KinId } from '../language/ids.js';
import type { Evidence, Verdict } from '../model.js';
import { KIN_STEPS, type planOfKin } from './kin-steps.js';
import { planFor } from './steps.js';

const span = { part: '1', start: 0, end: 1 };
const signal = (id: string): Evidence => ({ kind: 'signal', id, language: 'en', spans: [span], phrases: 1 });

function planOf(id: KinId, answers: Partial<Record<Gate, string>>, flags: Flag[] = [], more: readonly Evidence[] = []): ReturnType<typeof planOfKin> {
  const paid: Flag[] = answers.paid === 'yes' ? ['already-paid'] : [];
  const verdict: Verdict = { kind: 'kin', family: FAMILY_OF_KIN[id], probability: null, flags: [...flags, ...paid], asks: [], doubt: null };
  const said = Object.entries(answers).map(([gate, answer]): Evidence => ({ kind: 'answer', gate: gate as Gate, answer }));
  return planFor(verdict, [{ kind: 'kin', id, language: 'en', spans: [span], phrases: 3 }, ...more, ...said]);
}

describe('each answer changes the steps', () => {
  test.each<[string, KinId, Partial<Record<Gate, string>>, string[]]>([
    ['nothing answered', 'fake-warning', {}, ['close-window', 'do-not-call', 'if-installed', 'if-entered', 'if-paid']],
    ['somebody was let in', 'fake-warning', { app: 'yes' }, ['installed-now', 'close-window', 'do-not-call', 'if-entered', 'if-paid']],
    ['nobody was', 'fake-warning', { app: 'no' }, ['close-window', 'do-not-call', 'if-entered', 'if-paid']],
    ['nothing was given away', 'fake-warning', { app: 'no', password: 'no', paid: 'no' }, ['close-window', 'do-not-call']],
    ['a card number was entered', 'parcel', { password: 'yes' }, ['entered-now', 'do-not-open', 'look-up-parcel', 'if-installed']],
    [
      'all was: network off, money, passwords; six steps',
      'fake-warning',
      { app: 'yes', password: 'yes', paid: 'yes' },
      ['installed-now', 'paid-contact-issuer', 'paid-stop', 'entered-now', 'close-window', 'do-not-call'],
    ],
    [
      'paid: "do not pay" is said by "not again"',
      'fictitious-bill',
      { paid: 'yes' },
      ['paid-contact-issuer', 'paid-stop', 'do-not-call', 'bill-check', 'consumer-line'],
    ],
    ['not paid', 'fictitious-bill', { paid: 'no' }, ['do-not-pay', 'do-not-call', 'bill-check', 'consumer-line']],
    ['a child in need, or a stranger', 'family-emergency', {}, ['call-known-number', 'do-not-send-money', 'if-paid', 'tell-someone']],
    ['a firm', 'ransom-org', {}, ['incident', 'warn-provider', 'do-not-pay', 'do-not-answer', 'if-paid']],
  ])('%s', (_, id, answers, steps) => {
    expect(planOf(id, answers, id === 'ransom-org' ? ['organisation'] : []).steps).toEqual(steps.map((step) => `step-${step}`));
  });

  test.each(KINS)('%s: at most six steps, help for it, and a question that is answered no leaves no “if” behind', (id) => {
    for (const app of [undefined, 'yes', 'no'])
      for (const password of [undefined, 'yes', 'no'])
        for (const paid of [undefined, 'yes', 'no']) {
          const answers = { ...(app && { app }), ...(password && { password }), ...(paid && { paid }) };
          const { steps, purposes } = planOf(id, answers);
          expect(steps.length).toBeGreaterThan(0);
          expect(steps.length).toBeLessThanOrEqual(KIN_STEPS);
          expect(new Set(steps).size).toBe(steps.length);
          expect(purposes.length).toBeGreaterThan(0);
          expect(steps.includes('step-if-paid') && paid !== undefined).toBe(false);
          expect(steps.includes('step-if-entered') && password !== undefined).toBe(false);
          expect(steps.includes('step-if-installed') && app !== undefined).toBe(false);
        }
  });
});

describe('what comes with it', () => {
  test('violence: the police before all else; never more than six', () => {
    const { steps, purposes } = planOf('bomb-hitman', { paid: 'yes' }, ['violence', 'already-paid']);
    expect(steps[0]).toBe('step-police-now');
    expect(steps.length).toBeLessThanOrEqual(KIN_STEPS);
    expect(purposes[0]).toBe('violence');
  });

  test.each<[string, Partial<Record<Gate, string>>, string[]]>([
    ['age unknown: both ways to take pictures down', {}, ['takedown-minor', 'takedown-adult']],
    ['a child', { age: 'under-18' }, ['takedown-minor']],
    ['an adult', { age: 'adult' }, ['takedown-adult']],
  ])('rescue after pictures, %s', (_, answers, takedown) => {
    const { steps } = planOf('recovery', answers, [], [signal('private-material')]);
    expect(steps.filter((step) => step.startsWith('step-takedown'))).toEqual(takedown.map((step) => `step-${step}`));
    expect(planOf('recovery', answers).steps.some((step) => step.startsWith('step-takedown'))).toBe(false);
  });
});
