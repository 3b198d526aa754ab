import { expect, test } from 'vitest';
import type { Evidence } from '../model.js';
import type { How } from '../resemblance/resemblance.js';
import { Case } from './case.js';
import type { Finding } from './finding.js';
import { likened } from './likened.js';

const SPAN = { part: '1', start: 0, end: 1 };
const unsure: Finding = { kind: 'unsure', doubt: 'mixed' };
const sign: Evidence = { kind: 'signal', id: 'pressure', language: 'en', spans: [SPAN], phrases: 1 };
const NO: Evidence[] = (['contact', 'image', 'names'] as const).map((gate) => ({ kind: 'answer', gate, answer: 'no' }));

type Given = {
  readonly how: How | null;
  readonly more?: readonly Evidence[];
  readonly pasted?: boolean;
  readonly units?: number;
  readonly apart?: boolean;
  readonly language?: string;
};

function told(finding: Finding, { how, more = [], pasted = true, units = 600, apart = false, language = 'en' }: Given): string {
  const facts: Evidence[] = [{ kind: 'fact', fact: 'readable', units, language }];
  if (pasted) facts.push({ kind: 'fact', fact: 'pasted' });
  if (how !== null) facts.push({ kind: 'fact', fact: 'resembles', to: 'real', how });
  if (apart) facts.push({ kind: 'fact', fact: 'resembles-apart' });
  return likened(new Case([...facts, ...more]), finding).kind;
}

test.each<readonly [string, Finding, Given, string]>([
  ['surest without a sign', unsure, { how: 'surely' }, 'genuine'],
  ['likely, without a sign', unsure, { how: 'likely' }, 'unsure'],
  ['likely, with a sign', unsure, { how: 'likely', more: [sign] }, 'genuine'],
  ['maybe, with a sign', unsure, { how: 'maybe', more: [sign] }, 'unsure'],
  ['mail that merely arrived', unsure, { how: 'surely', pasted: false }, 'unsure'],
  ['longer than any story', unsure, { how: 'surely', units: 4_001 }, 'unsure'],
  ['three times no', unsure, { how: 'surely', more: NO }, 'unsure'],
  ['not read', { kind: 'unsure', doubt: 'unread' }, { how: 'surely' }, 'unsure'],
  ['clear, with a sign', { kind: 'clear' }, { how: 'maybe', more: [sign] }, 'unsure'],
  ['clear, a mail long enough to say so', { kind: 'clear' }, { how: 'likely', pasted: false }, 'unsure'],
  ['clear, a mail of a line or two', { kind: 'clear' }, { how: 'likely', pasted: false, units: 249 }, 'clear'],
  ['clear and like nothing', { kind: 'clear' }, { how: null }, 'clear'],
  ['a letter, as a whole like real blackmail', { kind: 'bluff' }, { how: 'likely' }, 'unsure'],
  ['a letter, own words beside it', { kind: 'bluff' }, { how: 'hardly', apart: true }, 'unsure'],
  ['the same in a mail', { kind: 'bluff' }, { how: 'hardly', apart: true, pasted: false }, 'unsure'],
  ['a letter', { kind: 'bluff' }, { how: 'hardly' }, 'bluff'],
  ['an article', { kind: 'mention' }, { how: 'maybe' }, 'mention'],
  ['signs that the wording speaks against', { kind: 'genuine' }, { how: 'hardly' }, 'unsure'],
  ['the same in a language that the weights do not know', { kind: 'genuine' }, { how: 'hardly', language: 'ar' }, 'genuine'],
  ['two lines, which say no more than their signs', { kind: 'genuine' }, { how: 'hardly', units: 119 }, 'genuine'],
  ['the reader says so', { kind: 'genuine' }, { how: 'hardly', more: [{ kind: 'answer', gate: 'image', answer: 'yes' }] }, 'genuine'],
])('%s', (_why, finding, given, kind) => {
  expect(told(finding, given)).toBe(kind);
});
