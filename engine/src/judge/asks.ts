import { GATES, type Gate, SAFETY_GATES } from '../contract.js';
import type { Case } from './case.js';
import type { Finding } from './finding.js';
import { gatesOfKin } from './kin-asks.js';

/** Gate questions still open, in order of worth; none where no answer would change anything, nor what the reader has said already. */
export function asksOf(facts: Case, { kind, family, before, doubt }: Finding): Gate[] {
  const asked = new Set<Gate>();
  const about = facts.claims.size > 0 || facts.signals.size > 0;
  if (kind === 'bluff' || kind === 'genuine' || (kind === 'unsure' && (about || doubt !== 'language'))) for (const gate of SAFETY_GATES) asked.add(gate);
  if (kind === 'bluff' && facts.has('password')) asked.add('password');
  if (kind === 'genuine' || (kind === 'unsure' && facts.signals.size > 0)) {
    if (facts.signals.has('app-install') || facts.has('link')) asked.add('app');
    if (before !== true && facts.wantsMoney) asked.add('paid');
    asked.add('age');
    asked.add('who');
  }
  if (kind === 'kin' && family != null) for (const gate of gatesOfKin(facts, family)) asked.add(gate);
  const told = toldGates(facts);
  return GATES.filter((gate) => asked.has(gate) && !facts.answers.has(gate) && !told.has(gate));
}

/** What the reader's own words answer. Only a yes is taken from them: what is not said may be true all the same. */
function toldGates(facts: Case): ReadonlySet<Gate> {
  const told = new Set<Gate>();
  const { signals } = facts;
  if (signals.has('reader-admits')) told.add('contact').add('image');
  if (signals.has('already-paid')) told.add('paid');
  if (signals.has('reader-minor')) told.add('age');
  if (signals.has('third-party')) told.add('who');
  return told;
}
