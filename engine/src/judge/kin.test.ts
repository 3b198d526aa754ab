import { describe, expect, test } from 'vitest';
import type { Gate } from '../contract.js';
import { FRAMES, KINS } from '../language/ids.js';
import type { Evidence, Fact } from '../model.js';
import { judge } from './judge.js';
import { FAMILY_OF_KIN, leadingKin, PLAINEST } from './kin-families.js';

const span = { part: '1', start: 0, end: 1 };
const claim = (id: string): Evidence => ({ kind: 'claim', id, language: 'en', spans: [span], phrases: 1 });
const signal = (id: string): Evidence => ({ kind: 'signal', id, language: 'en', spans: [span], phrases: 1 });
const kin = (id: string, phrases: number): Evidence => ({ kind: 'kin', id, language: 'en', spans: [span], phrases });
const frame = (id: string, phrases = 1, language = 'en'): Evidence => ({ kind: 'frame', id, language, spans: [span], phrases });
const fact = (f: Fact): Evidence => ({ kind: 'fact', ...f });
const answer = (gate: Gate, said: string): Evidence => ({ kind: 'answer', gate, answer: said });
const text = fact({ fact: 'readable', units: 300, language: 'en' });
const article = fact({ fact: 'readable', units: 9000, language: 'en' });
const pasted = fact({ fact: 'pasted' });
const link = fact({ fact: 'link' });
const notKin = (kind: string): string => (kind === 'kin' ? 'kin' : 'other');

describe('which family', () => {
  test.each<[string, readonly Evidence[], string | null]>([
    ['a parcel notice with a link', [kin('parcel', 2), link, pasted, text], 'phishing'],
    ['half a parcel, half a failed payment, pasted', [kin('parcel', 1), kin('payment-failed', 1), link, pasted, text], 'phishing'],
    ['the same in a mail that merely arrived', [kin('parcel', 1), kin('payment-failed', 1), link, text], null],
    ['a parcel notice with no way in', [kin('parcel', 2), pasted, text], null],
    ['the same, and somebody asks about it', [kin('parcel', 2), frame('asks-for-advice'), pasted, text], 'phishing'],
    ['two phrases beside the marks of a true notice', [kin('account-alert', 2), frame('real-security-notice'), link, pasted, text], null],
    ['two phrases of a prize, as in a club', [kin('advance-fee', 2), pasted, text], null],
    ['three of them', [kin('advance-fee', 3), pasted, text], 'advance-fee'],
    ['a training that quotes notices', [kin('account-alert', 3), link, frame('about-kin', 2), pasted, text], null],
    ['words of an alarm and somebody who tells of it', [frame('talk-support-scam', 5), frame('talk-told'), pasted, text], 'support-scam'],
    ['the same words, and nobody tells', [frame('talk-support-scam', 5), pasted, text], null],
    ['as many words of another family', [frame('talk-support-scam', 5), frame('talk-phishing', 4), frame('talk-told'), pasted, text], null],
    ['the same words in a mail', [frame('talk-support-scam', 7), frame('talk-told'), text], null],
    ['the same words in a long text', [frame('talk-support-scam', 7), frame('talk-told'), pasted, article], null],
    [
      'words that languages share are no more words',
      [...['en', 'ja', 'de'].map((l) => frame('talk-phishing', 2, l)), frame('talk-told'), link, pasted, text],
      null,
    ],
    ['the police, and a body', [kin('fake-police', 3), frame('talk-body'), pasted, text], null],
    ['the police', [kin('fake-police', 3), pasted, text], 'fake-authority'],
    ['proof in an archive, of what would shame', [claim('view-proof-link'), signal('private-material'), pasted, text], 'malware'],
    ['a firm, one phrase, money, words about firms', [kin('ransom-org', 1), claim('crypto-wallet'), frame('talk-organisation', 4), pasted, text], 'extortion'],
    ['the same without words about firms', [kin('ransom-org', 1), claim('crypto-wallet'), pasted, text], null],
    ['a film about a killer', [kin('bomb-hitman', 2), claim('violence'), frame('about-kin'), pasted, text], null],
    ['a killer', [kin('bomb-hitman', 2), claim('violence'), pasted, text], 'extortion'],
  ])('%s', (_, evidence, family) => {
    const verdict = judge(evidence);
    expect(notKin(verdict.kind)).toBe(family === null ? 'other' : 'kin');
    expect(verdict.family).toBe(family);
  });
});

describe('a real blackmailer is not hidden by it', () => {
  test.each<[string, readonly Evidence[], string]>([
    ['an offer of rescue in the story of somebody who sent pictures', [kin('recovery', 2), signal('reader-admits'), claim('send-to-contacts')], 'may be real'],
    ['the same, with many phrases, and a question', [kin('recovery', 5), signal('reader-admits'), frame('asks-for-advice')], 'may be real'],
    ['an advertisement that speaks of recordings', [kin('recovery', 4), signal('reader-admits'), signal('private-material')], 'kin'],
    ['gift cards, and contacts are named', [kin('family-emergency', 4), signal('contact-names'), signal('local-payment')], 'may be real'],
    ['a bank notice, and pictures are asked for', [kin('account-alert', 3), link, signal('asks-images'), signal('moves-app')], 'may be real'],
    ['a lover who threatens', [kin('romance-money', 3), signal('prior-chat'), claim('publish-online')], 'may be real'],
    ['a lover who asks for money', [kin('romance-money', 3), signal('prior-chat')], 'kin'],
    ['a debt, "pay or the court"', [kin('fictitious-bill', 3), frame('talk-fake-bill', 4), signal('offender-ultimatum')], 'kin'],
    ['the reader answers that there was a picture', [kin('account-alert', 3), link, signal('pressure'), answer('image', 'yes')], 'may be real'],
  ])('%s', (_, evidence, kind) => {
    const verdict = judge([...evidence, pasted, text]);
    expect(verdict.kind === 'genuine' || verdict.kind === 'unsure' ? 'may be real' : verdict.kind).toBe(kind);
  });
});

describe('what it asks', () => {
  test.each<[string, readonly Evidence[], Gate[]]>([
    ['a false alarm', [kin('fake-warning', 3), frame('asks-for-advice')], ['app', 'password', 'paid']],
    ['a false bill', [kin('fictitious-bill', 3)], ['paid']],
    ['an account notice', [kin('account-alert', 3), link], ['app', 'password']],
    ['a rescuer: age, because of the take-down services', [kin('recovery', 4)], ['paid', 'age']],
    ['what was answered is not asked again', [kin('fake-warning', 3), frame('asks-for-advice'), answer('app', 'no')], ['password', 'paid']],
    ['nor what the reader has told', [kin('fake-warning', 3), frame('asks-for-advice'), signal('already-paid')], ['app', 'password']],
  ])('%s', (_, evidence, asks) => {
    const verdict = judge([...evidence, pasted, text]);
    expect(verdict.kind).toBe('kin');
    expect(verdict.asks).toEqual(asks);
  });

  test.each(['yes', 'no'])('what was installed or opened for it leaves it what it is: %s', (said) => {
    for (const id of ['fake-warning', 'parcel', 'crypto-invest'] as const) {
      const verdict = judge([kin(id, 4), link, signal('app-install'), pasted, text, answer('app', said)]);
      expect([id, verdict.kind, verdict.family]).toEqual([id, 'kin', FAMILY_OF_KIN[id]]);
    }
    expect(judge([claim('view-proof-link'), signal('private-material'), pasted, text, answer('app', said)]).family).toBe('malware');
  });

  test('without kin an app is still a sign of a blackmailer', () => {
    expect(judge([claim('webcam-video'), pasted, text, answer('app', 'yes')]).kind).toBe('genuine');
  });
});

describe('the families', () => {
  test('the graver is named of equals; a family that nothing speaks for has none', () => {
    expect(
      leadingKin(
        new Map([
          ['parcel', 2],
          ['code-request', 2],
        ]),
        'phishing',
      ),
    ).toBe('code-request');
    expect(
      leadingKin(
        new Map([
          ['parcel', 3],
          ['code-request', 2],
        ]),
        'phishing',
      ),
    ).toBe('parcel');
    expect(leadingKin(new Map([['parcel', 3]]), 'recovery')).toBeNull();
  });
  test('the plainest of each family is of it', () => {
    for (const [family, id] of Object.entries(PLAINEST)) expect([id, FAMILY_OF_KIN[id]]).toEqual([id, family]);
    expect(Object.keys(FAMILY_OF_KIN).sort()).toEqual([...KINS].sort());
    expect(FRAMES.filter((id) => id.startsWith('talk-') && !id.startsWith('talk-real-'))).toHaveLength(11);
  });
});
