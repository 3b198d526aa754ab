import { expect, test } from 'vitest';
import type { Family } from '../contract.js';
import type { Evidence } from '../model.js';
import { Case } from './case.js';
import type { Finding } from './finding.js';
import { weighed } from './weighed.js';

const SPAN = { part: '1', start: 0, end: 1 };
const unsure: Finding = { kind: 'unsure', doubt: 'mixed' };
const said = (kind: 'claim' | 'signal' | 'kin', id: string): Evidence => ({ kind, id, language: 'en', spans: [SPAN], phrases: 2 });
const sign = said('signal', 'pressure');
const STRONG = said('signal', 'prior-chat');
const claim = said('claim', 'webcam-video');
const MANY = ['rat-full-access', 'webcam-video', 'split-screen', 'know-password', 'av-evasion', 'pegasus', 'keeps-word', 'silence-fee'].map((id) =>
  said('claim', id),
);
const PHISHING = { id: 'phishing', chance: 0.9 } as const;
const NO: Evidence[] = (['contact', 'image', 'names'] as const).map((gate) => ({ kind: 'answer', gate, answer: 'no' }));

type Given = {
  readonly real?: number;
  readonly letter?: number;
  readonly kin?: number;
  readonly mixed?: number;
  readonly family?: { readonly id: Family; readonly chance: number };
  readonly fitted?: boolean;
  readonly drawn?: boolean;
  readonly more?: readonly Evidence[];
  readonly pasted?: boolean;
  readonly units?: number;
};

function told(
  finding: Finding,
  { real = 0, letter = 0, kin = 0, mixed = 0, family, fitted = true, drawn = false, more = [], pasted = true, units = 600 }: Given,
): string {
  const facts: Evidence[] = [
    { kind: 'fact', fact: 'readable', units, language: 'en' },
    { kind: 'fact', fact: 'weighed', real, letter, kin, mixed, harmless: 1 - real - letter - kin - mixed, fitted, drawn, family: family ?? null },
  ];
  if (pasted) facts.push({ kind: 'fact', fact: 'pasted' });
  return weighed(new Case([...facts, ...more]), finding).kind;
}

test.each<readonly [string, Finding, Given, string]>([
  ['asked about, and likely real', unsure, { real: 0.8, more: [STRONG] }, 'genuine'],
  ['the same, and nothing is said but what letters say', unsure, { real: 0.8, more: [sign] }, 'unsure'],
  ['the same, and surely real', unsure, { real: 0.85, more: [sign] }, 'genuine'],
  ['the same in turns', unsure, { real: 0.8, more: [sign, { kind: 'fact', fact: 'conversation' }] }, 'genuine'],
  ['asked about, and perhaps real', unsure, { real: 0.7 }, 'unsure'],
  ['a mail that merely arrived', unsure, { real: 0.9, pasted: false, more: [sign] }, 'unsure'],
  ['longer than any story', unsure, { real: 0.9, units: 4_001 }, 'unsure'],
  ['somebody says that they broke in', unsure, { real: 0.9, more: [said('claim', 'rat-full-access')] }, 'unsure'],
  ['the same in a conversation', unsure, { real: 0.9, more: [said('claim', 'rat-full-access'), { kind: 'fact', fact: 'conversation' }] }, 'genuine'],
  ['three times no', unsure, { real: 0.9, more: NO }, 'unsure'],
  ['not read', { kind: 'unsure', doubt: 'unread' }, { real: 0.9 }, 'unsure'],
  ['clear, pasted', { kind: 'clear' }, { real: 0.3 }, 'unsure'],
  ['clear, a mail long enough to say so', { kind: 'clear' }, { real: 0.8, pasted: false }, 'unsure'],
  ['clear, a mail of a line or two', { kind: 'clear' }, { real: 0.8, pasted: false, units: 249 }, 'clear'],
  ['clear and like nothing', { kind: 'clear' }, {}, 'clear'],
  ['signs, and hardly real', { kind: 'genuine' }, { real: 0.6, more: [STRONG] }, 'unsure'],
  ['signs, and real', { kind: 'genuine' }, { real: 0.66, more: [STRONG] }, 'genuine'],
  ['everyday words alone', { kind: 'genuine' }, { real: 0.8 }, 'unsure'],
  ['everyday words alone, and surely real', { kind: 'genuine' }, { real: 0.95 }, 'genuine'],
  ['a language the weights never saw', { kind: 'genuine' }, { real: 0.1, fitted: false, more: [sign] }, 'genuine'],
  ['the reader says so', { kind: 'genuine' }, { more: [{ kind: 'answer', gate: 'image', answer: 'yes' }] }, 'genuine'],
  ['a letter', { kind: 'bluff' }, { letter: 0.99 }, 'bluff'],
  ['a letter with a trace of a real case, pasted', { kind: 'bluff' }, { letter: 0.9, real: 0.03, more: [claim] }, 'unsure'],
  ['the same of eight claims', { kind: 'bluff' }, { letter: 0.9, real: 0.03, more: MANY }, 'bluff'],
  ['the same as it was mailed', { kind: 'bluff' }, { letter: 0.9, real: 0.03, pasted: false, more: [claim] }, 'bluff'],
  ['more than a trace', { kind: 'bluff' }, { letter: 0.8, real: 0.1, pasted: false, more: [claim] }, 'unsure'],
  ['a letter with a trace of a story beside it', { kind: 'bluff' }, { letter: 0.85, real: 0.05, mixed: 0.06 }, 'unsure'],
  ['one of eight claims, however it is spelled', { kind: 'bluff' }, { letter: 0.55, mixed: 0.45, pasted: false, more: MANY }, 'bluff'],
  ['the same, and a story is as likely', { kind: 'bluff' }, { letter: 0.5, mixed: 0.5, pasted: false, more: MANY }, 'unsure'],
  ['a letter in a picture, where letters are misread', { kind: 'bluff' }, { letter: 0.7, real: 0.2, drawn: true }, 'bluff'],
  ['asked about, a letter with a claim', unsure, { letter: 0.9, more: [claim] }, 'bluff'],
  ['the same in a mail', unsure, { letter: 0.9, more: [claim], pasted: false }, 'bluff'],
  ['perhaps a letter', unsure, { letter: 0.85, more: [claim] }, 'unsure'],
  ['wording alone is no letter', unsure, { letter: 0.99 }, 'unsure'],
  ['the same with signs that letters carry', unsure, { letter: 0.9, more: [claim, sign] }, 'bluff'],
  ['the same with a strong sign', unsure, { letter: 0.99, more: [claim, said('signal', 'prior-chat')] }, 'unsure'],
  ['the same with a weak sign that no letter carries', unsure, { letter: 0.99, more: [claim, said('signal', 'local-payment')] }, 'unsure'],
  ['the same, a person is named', unsure, { letter: 0.99, more: [claim, { kind: 'fact', fact: 'name', span: SPAN }] }, 'unsure'],
  ['the same in a conversation', unsure, { letter: 0.99, more: [claim, { kind: 'fact', fact: 'conversation' }] }, 'unsure'],
  ['the same with a trace of a real case', unsure, { letter: 0.94, real: 0.02, mixed: 0.03, more: [claim] }, 'unsure'],
  [
    'nothing was found, and a letter that wants money',
    { kind: 'clear' },
    { letter: 0.95, pasted: false, more: [claim, said('claim', 'crypto-wallet')] },
    'bluff',
  ],
  ['nothing was found, and a way to pay alone', { kind: 'clear' }, { letter: 0.95, pasted: false, more: [said('claim', 'crypto-wallet')] }, 'unsure'],
  ['nothing was found, and worded like a letter', { kind: 'clear' }, { letter: 0.6, pasted: false }, 'unsure'],
  ['nothing was found, and worded like another scam', { kind: 'clear' }, { kin: 0.95, pasted: false, family: PHISHING }, 'unsure'],
  ['the same with a phrase of it', { kind: 'clear' }, { kin: 0.95, pasted: false, family: PHISHING, more: [said('kin', 'account-alert')] }, 'kin'],
  [
    'the same with a phrase of another one',
    { kind: 'clear' },
    { kin: 0.95, pasted: false, family: PHISHING, more: [{ kind: 'kin', id: 'deposit', language: 'en', spans: [SPAN], phrases: 1 }] },
    'unsure',
  ],
  ['another scam, by its phrases', unsure, { kin: 0.95, more: [said('kin', 'lure-file')] }, 'kin'],
  ['another scam, pasted, by the weights', unsure, { kin: 0.95, family: PHISHING }, 'kin'],
  ['the same of no family', unsure, { kin: 0.95, family: { id: 'phishing', chance: 0.3 } }, 'unsure'],
  ['the same beside a real case', unsure, { kin: 0.8, real: 0.1, family: PHISHING }, 'unsure'],
  ['the same beside a strong sign', unsure, { kin: 0.95, more: [said('kin', 'lure-file'), said('signal', 'prior-chat')] }, 'unsure'],
  [
    'a strong sign, and the weights say another scam',
    { kind: 'genuine' },
    { kin: 0.95, more: [said('kin', 'lure-file'), said('signal', 'prior-chat')] },
    'unsure',
  ],
  ['phrases of another scam in harmless words', { kind: 'kin', family: 'phishing' }, {}, 'unsure'],
  ['a threat of violence in harmless words', { kind: 'kin', family: 'extortion' }, {}, 'kin'],
  ['the same in a language the weights never saw', { kind: 'kin', family: 'phishing' }, { fitted: false }, 'kin'],
  ['another scam that is likely', { kind: 'kin', family: 'phishing' }, { kin: 0.4 }, 'kin'],
  ['another scam that is likelier real', { kind: 'kin', family: 'phishing' }, { real: 0.8 }, 'unsure'],
  ['an article', { kind: 'mention' }, { real: 0.6 }, 'mention'],
])('%s', (_why, finding, given, kind) => {
  expect(told(finding, given)).toBe(kind);
});

test('where nothing was weighed nothing moves', () => {
  expect(weighed(new Case([{ kind: 'fact', fact: 'pasted' }]), unsure)).toBe(unsure);
});
