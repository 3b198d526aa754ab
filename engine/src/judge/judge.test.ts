import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLAIMS } from '../claims/all.js';
import { ANSWERS, type Answers, GATES, type Gate } from '../contract.js';
import { FRAMES, KINS, SIGNALS } from '../language/ids.js';
import type { Evidence, Fact, Wallet } from '../model.js';
import { judge } from './judge.js';
import { STRONG_SIGNALS } from './weights.js';

const span = { part: '1', start: 0, end: 1 };
const claim = (id: string): Evidence => ({ kind: 'claim', id, language: 'en', spans: [span], phrases: 1 });
const signal = (id: string): Evidence => ({ kind: 'signal', id, language: 'en', spans: [span], phrases: 1 });
const kin = (id: string, phrases = 2): Evidence => ({ kind: 'kin', id, language: 'en', spans: [span], phrases });
const frame = (id: string, phrases = 1): Evidence => ({ kind: 'frame', id, language: 'en', spans: [span], phrases });
const fact = (f: Fact): Evidence => ({ kind: 'fact', ...f });
const answer = (gate: Gate, said: string): Evidence => ({ kind: 'answer', gate, answer: said });
const wallet: Wallet = { coin: 'BTC', network: 'main', address: 'x', form: 'written', where: 'text', sure: true, span };
const readable = fact({ fact: 'readable', units: 900, language: 'en' });
const NO = [answer('contact', 'no'), answer('image', 'no'), answer('names', 'no')];

const LETTER = [
  ...['rat-full-access', 'webcam-video', 'send-to-contacts', 'crypto-wallet', 'timer-48h', 'contacts-copied'].map(claim),
  fact({ fact: 'wallet', wallet }),
  readable,
];
const CHAT = [...['prior-chat', 'contact-names', 'offender-ultimatum'].map(signal), readable];

describe('who says it, and how far apart', () => {
  const at = (id: string, part: string, start = 0): Evidence => ({
    kind: 'signal',
    id,
    language: 'en',
    spans: [{ part, start, end: start + 5 }],
    phrases: 1,
    by: 'other',
  });
  // Private pictures and pressure, beside a payment: alone they decide nothing.
  const two = (a: readonly [string, number?], b: readonly [string, number?]): string =>
    judge([at('private-material', ...a), at('pressure', ...b), signal('local-payment'), readable]).kind;

  test.each<[string, readonly [string, number?], readonly [string, number?], string]>([
    ['in one turn', ['turn:7'], ['turn:7', 60], 'genuine'],
    ['in turns of one evening', ['turn:7'], ['turn:157'], 'genuine'],
    ['the same, the other way round', ['turn:157'], ['turn:7'], 'genuine'],
    ['in turns of another month', ['turn:7'], ['turn:158'], 'unsure'],
    ['far apart in one long turn', ['turn:7'], ['turn:7', 9_000], 'unsure'],
    ['in a turn and in what is written around the chat', ['turn:7'], ['1/behind'], 'genuine'],
    ['in two parts of a mail', ['1'], ['2'], 'genuine'],
  ])('%s: %j and %j are %s', (_, a, b, kind) => expect(two(a, b)).toBe(kind));
});

describe('one case, one verdict', () => {
  test.each<[string, readonly Evidence[], string, string[]]>([
    ['a mass letter', LETTER, 'bluff', []],
    ['a mass letter, all gates no', [...LETTER, ...NO], 'bluff', []],
    ['a mass letter whose reader had a call with someone', [...LETTER, answer('contact', 'yes')], 'genuine', []],
    ['a mass letter whose reader installed an app', [...LETTER, answer('app', 'yes')], 'genuine', ['phone-app']],
    ['a mass letter with a picture attached', [...LETTER, fact({ fact: 'picture' })], 'unsure', []],
    ['the same, and it is not the reader', [...LETTER, fact({ fact: 'picture' }), answer('image', 'no')], 'bluff', []],
    ['a mass letter that names a friend', [...LETTER, signal('contact-names')], 'genuine', []],
    ['a mass letter shown with a question', [...LETTER, frame('asks-for-advice')], 'bluff', ['reported']],
    ['a mass letter in an article', [...LETTER, frame('about-the-scam', 4)], 'mention', []],
    ['an article alone', [frame('about-the-scam', 3), readable], 'mention', []],
    ['a mass letter with a password', [...LETTER, claim('know-password'), fact({ fact: 'password', span })], 'bluff', ['password-shown']],
    ['a mass letter that could not be read wholly', [...LETTER, fact({ fact: 'not-whole' })], 'bluff', ['not-fully-read']],
    ['a chat', CHAT, 'genuine', []],
    ['a chat whose reader says no to all', [...CHAT, ...NO], 'unsure', []],
    ['a reader who tells what happened', [signal('reader-admits'), claim('send-to-contacts'), readable], 'genuine', []],
    ['the same, all gates no: the own words weigh more', [signal('reader-admits'), claim('send-to-contacts'), readable, ...NO], 'genuine', []],
    ['pictures are asked for and the talk is moved', [signal('asks-images'), signal('moves-app'), readable], 'genuine', ['before']],
    ['an ex-partner who threatens', [signal('known-person'), claim('publish-online'), readable], 'genuine', ['known-person']],
    ['a child', [signal('prior-chat'), signal('offender-ultimatum'), signal('reader-minor'), readable], 'genuine', ['minor']],
    ['one strong sign and nothing else', [signal('prior-chat'), readable], 'unsure', []],
    ['crisis words alone', [signal('crisis'), readable], 'unsure', ['crisis']],
    ['a bomb for bitcoin', [claim('violence'), claim('crypto-wallet'), fact({ fact: 'wallet', wallet }), readable], 'kin', ['violence']],
    ['a company is blackmailed', [kin('ransom-org', 1), claim('crypto-wallet'), readable], 'kin', ['organisation']],
    ['phishing with a link', [kin('account-alert'), fact({ fact: 'link' }), readable], 'kin', []],
    ['phishing words without any way in', [kin('account-alert'), readable], 'clear', []],
    ['one phrase of phishing', [kin('account-alert', 1), fact({ fact: 'link' }), readable], 'clear', []],
    ['a disguised file as proof', [claim('view-proof-link'), claim('webcam-video'), fact({ fact: 'lure' }), readable], 'kin', ['malware-lure']],
    ['ordinary mail', [readable], 'clear', []],
    ['an invoice: a sum, a wallet', [claim('amount'), claim('crypto-wallet'), fact({ fact: 'wallet', wallet }), readable], 'clear', []],
    ['a pasted chat in which nothing was recognised', [fact({ fact: 'pasted' }), fact({ fact: 'dialogue' }), readable], 'unsure', []],
    ['pasted words with one weak sign', [fact({ fact: 'pasted' }), signal('pressure'), readable], 'unsure', []],
    ['a mail with one weak sign', [signal('pressure'), readable], 'clear', []],
    ['pasted ordinary words', [fact({ fact: 'pasted' }), readable], 'unsure', []],
    ['pasted ordinary words, and three times no', [fact({ fact: 'pasted' }), readable, ...NO], 'clear', []],
    [
      'a conversation in which nothing was recognised, and three times no',
      [fact({ fact: 'conversation' }), fact({ fact: 'pasted' }), readable, ...NO],
      'unsure',
      [],
    ],
    ['a mass letter in or beside a conversation', [...LETTER, fact({ fact: 'conversation' })], 'unsure', []],
    ['a mass letter beside a sign that no letter carries', [...LETTER, signal('platform-handle')], 'unsure', []],
    ['a mail with one sign that no ordinary mail carries', [signal('local-payment'), readable], 'unsure', []],
    ['a few words', [fact({ fact: 'readable', units: 12, language: 'en' })], 'unsure', []],
    ['a language of no file', [fact({ fact: 'readable', units: 900, language: null })], 'unsure', []],
    ['nothing to read', [fact({ fact: 'readable', units: 0, language: null })], 'unsure', []],
    ['ordinary mail with an unread attachment', [readable, fact({ fact: 'not-whole' })], 'unsure', ['not-fully-read']],
  ])('%s: %s', (_, evidence, kind, flags) => {
    const verdict = judge(evidence);
    expect(verdict.kind).toBe(kind);
    expect(verdict.flags).toEqual(expect.arrayContaining(flags));
  });

  test('probability: null where nothing was readable, high for a letter, low for ordinary mail', () => {
    expect(judge([fact({ fact: 'readable', units: 0, language: null })]).probability).toBeNull();
    expect(judge(LETTER).probability).toBeGreaterThan(0.9);
    expect(judge([readable]).probability).toBeLessThan(0.01);
  });

  test('a claim made twice weighs as one', () => expect(judge([...LETTER, ...LETTER]).probability).toBe(judge(LETTER).probability));

  test('questions in order of worth; none is asked twice', () => {
    expect(judge(LETTER).asks).toEqual(['contact', 'image', 'names']);
    expect(judge([...LETTER, answer('image', 'no')]).asks).toEqual(['contact', 'names']);
    expect(judge([readable]).asks).toEqual([]);
    const asks = judge(CHAT).asks;
    expect(asks).toEqual(GATES.filter((gate) => asks.includes(gate)));
  });
});

const anyClaims = fc.subarray(CLAIMS.map((c) => claim(c.id)));
const anySignals = fc.subarray(SIGNALS.map(signal));
const anyKin = fc.subarray(KINS.map((id) => kin(id)));
const anyFrames = fc.subarray(FRAMES.map((id) => frame(id)));
const anyFacts = fc.subarray([
  fact({ fact: 'wallet', wallet }),
  fact({ fact: 'link' }),
  fact({ fact: 'phone' }),
  fact({ fact: 'picture' }),
  fact({ fact: 'lure' }),
  fact({ fact: 'list' }),
  fact({ fact: 'self-sent' }),
  fact({ fact: 'not-whole' }),
  fact({ fact: 'password', span }),
  fact({ fact: 'sender', verdict: 'spoofed', own: true, sure: true }),
  fact({ fact: 'sender', verdict: 'authentic', own: true, sure: true }),
]);
const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(GATES.map((gate) => [gate, fc.constantFrom(...ANSWERS[gate])])) as Record<Gate, fc.Arbitrary<string>>,
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;
const asEvidence = (answers: Answers): Evidence[] => Object.entries(answers).map(([gate, said]) => answer(gate as Gate, said as string));

describe('laws: the verdict is lopsided', () => {
  test('one strong sign keeps bluff and clear away, whatever is added to it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STRONG_SIGNALS), anyClaims, anySignals, anyKin, anyFacts, anyAnswers, (strong, claims, signals, kins, facts, answers) => {
        const { kind } = judge([signal(strong), ...claims, ...signals, ...kins, ...facts, readable, ...asEvidence(answers)]);
        expect(['bluff', 'clear']).not.toContain(kind);
      }),
      { numRuns: 1500 },
    );
  });

  test('a yes to contact, image or names keeps bluff, mention-free clear and kin calm away', () => {
    fc.assert(
      fc.property(fc.constantFrom('contact', 'image', 'names'), anyClaims, anySignals, anyFacts, (gate, claims, signals, facts) => {
        const { kind } = judge([...claims, ...signals, ...facts, readable, answer(gate as Gate, 'yes')]);
        expect(['bluff', 'clear']).not.toContain(kind);
      }),
      { numRuns: 800 },
    );
  });

  test('headers never lower a genuine verdict', () => {
    fc.assert(
      fc.property(anyClaims, anySignals, anyFacts, (claims, signals, facts) => {
        const plain = [
          ...claims,
          ...signals,
          ...facts.filter((f) => f.kind === 'fact' && f.fact !== 'sender' && f.fact !== 'self-sent' && f.fact !== 'list'),
          readable,
        ];
        if (judge(plain).kind !== 'genuine') return;
        expect(
          judge([...plain, fact({ fact: 'self-sent' }), fact({ fact: 'sender', verdict: 'spoofed', own: true, sure: true }), fact({ fact: 'list' })]).kind,
        ).toBe('genuine');
      }),
      { numRuns: 800 },
    );
  });

  test('whoever sent it, the verdict stays: a real sender never makes the text true', () => {
    fc.assert(
      fc.property(
        anyClaims,
        anySignals,
        anyKin,
        anyFrames,
        anyFacts,
        anyAnswers,
        fc.constantFrom('spoofed', 'authentic', 'not-proven'),
        fc.boolean(),
        (claims, signals, kins, frames, facts, answers, verdict, own) => {
          const others = facts.filter((f) => !(f.kind === 'fact' && f.fact === 'sender'));
          const evidence = [...claims, ...signals, ...kins, ...frames, ...others, readable, ...asEvidence(answers)];
          const plain = judge(evidence);
          const sent = judge([...evidence, fact({ fact: 'sender', verdict, own, sure: true })]);
          expect({ ...sent, flags: sent.flags.filter((flag) => flag !== 'compromise-possible') }).toEqual(plain);
          expect(sent.flags.includes('compromise-possible') && !(own && verdict === 'authentic')).toBe(false);
        },
      ),
      { numRuns: 800 },
    );
  });

  test.each<[string, readonly Evidence[], boolean, boolean]>([
    ['a threat from the reader’s own account', [...LETTER, claim('from-own-account')], true, true],
    ['a threat from another real sender', [...LETTER, claim('from-own-account')], false, false],
    ['a note to oneself', [], true, false],
  ])('%s', (_why, said, own, flagged) => {
    const { flags } = judge([...said, fact({ fact: 'sender', verdict: 'authentic', own, sure: true }), readable]);
    expect(flags.includes('compromise-possible')).toBe(flagged);
  });

  test('clear is only said of what was wholly read in a language of the house', () => {
    fc.assert(
      fc.property(anyClaims, anySignals, anyKin, anyFrames, anyFacts, anyAnswers, (claims, signals, kins, frames, facts, answers) => {
        const evidence = [...claims, ...signals, ...kins, ...frames, ...facts, ...asEvidence(answers)];
        expect(judge([...evidence, fact({ fact: 'not-whole' }), readable]).kind).not.toBe('clear');
        expect(judge([...evidence, fact({ fact: 'readable', units: 900, language: null })]).kind).not.toBe('clear');
      }),
      { numRuns: 800 },
    );
  });
});
