import { type Answers, detect, type Knowledge, type VerdictKind } from '@hattari/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressesOf } from './addresses.js';
import { caseFiles, readCases } from './cases.js';
import { files, know } from './languages.js';
import { readLetters } from './letters.js';

// Laws over whole texts: whatever a blackmailer, a filter or a header adds, a real threat is never told as a lie or as nothing.
const LETTERS = new URL('../letters/', import.meta.url);
const WALLETS = Object.values(addressesOf('lopsided'));
const NO: Answers = { contact: 'no', image: 'no', names: 'no' };

function kindOf(text: string, words: string, answers: Answers = {}, by: Knowledge = know): VerdictKind {
  return detect({ bytes: Buffer.from(text), answers, place: 'US', words, now: 0 }, by).verdict.kind;
}

const bluffs = ['en', 'ja', 'de', 'ru', 'ko', 'pt'].flatMap((language) =>
  readLetters(new URL(`${language === 'pt' ? 'heldout-bluff' : language === 'en' || language === 'ja' ? 'bluff' : 'disguise'}.${language}.txt`, LETTERS)).map(
    ({ text }) => ({ language, text }),
  ),
);
/** Only what is told as genuine by signs in its own words: what measured weights alone hear in a text can be drowned by letters of several times its length. */
const bySigns = { ...know, resemblance: null };
const told = (['own', 'unseen'] as const)
  .flatMap((half) => caseFiles(half).flatMap(({ path, language }) => readCases(path).map((c) => ({ ...c, language }))))
  .filter(
    (c) => c.wanted.kind === 'genuine' && kindOf(c.text, c.language, c.answers) === 'genuine' && kindOf(c.text, c.language, c.answers, bySigns) === 'genuine',
  );

describe('a genuine conversation stays one', () => {
  test('there are cases of most languages', () => expect(new Set(told.map((c) => c.language)).size).toBeGreaterThanOrEqual(5));

  test('whatever template letters and wallets stand around it', () => {
    fc.assert(
      fc.property(
        // By number: what is printed when the law fails must not show an unseen text.
        fc.constantFrom(...told.keys()),
        fc.array(fc.constantFrom(...bluffs.map((b) => b.text), ...WALLETS), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (k, mixed, before) => {
          const c = told[k] as (typeof told)[number];
          const text = before ? `${mixed.join('\n\n')}\n\n${c.text}` : `${c.text}\n\n${mixed.join('\n\n')}`;
          expect(['bluff', 'clear']).not.toContain(kindOf(text, c.language, c.answers));
        },
      ),
      { numRuns: 1_000, seed: 5 },
    );
  });

  test('whatever stands in the header of the mail that brings it', () => {
    const HEADS = [
      'From: Me <me@example.net>\nTo: me@example.net',
      'From: a@example.org\nTo: me@example.net\nList-Id: <news.example.org>\nList-Unsubscribe: <https://example.org/u>\nPrecedence: bulk',
      'Authentication-Results: mx.google.com; dmarc=fail header.from=example.net\nReceived: from x (x [192.0.2.7]) by mx.google.com; Mon, 2 Nov 2026 10:00:00 +0000\nFrom: me@example.net\nTo: me@example.net',
      'From: "me@example.net" <x7@bulk.example>\nTo: undisclosed-recipients:;\nX-Mailer: bulk 1.0\nSubject: Fwd: notice',
    ];
    const rest = 'Subject: hello\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n';
    const plain = `From: a@example.org\nTo: me@example.net\n${rest}`;
    const mails = told.filter((c) => !/^[A-Za-z-]+: /.test(c.text) && kindOf(plain + c.text, c.language, c.answers) === 'genuine');
    expect(mails.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.constantFrom(...mails.keys()), fc.constantFrom(...HEADS), (k, head) => {
        const c = mails[k] as (typeof mails)[number];
        expect(kindOf(`${head}\n${rest}${c.text}`, c.language, c.answers)).toBe('genuine');
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  test('unless the reader answers no three times, and then it is unsure', () => {
    for (const c of told) expect(['genuine', 'unsure', 'kin']).toContain(kindOf(c.text, c.language, { ...c.answers, ...NO }));
  });
});

describe('one strong sign in a mass letter of its language', () => {
  const STRONG = ['prior-chat', 'contact-names', 'app-install', 'more-images', 'already-sent', 'known-person', 'reader-admits', 'already-paid', 'asks-images'];
  const signs = files.flatMap((f) =>
    f.value.sections.filter((s) => STRONG.includes(s.id)).flatMap((s) => s.caught.map((line) => ({ id: s.id, language: f.value.code, text: line.text }))),
  );
  const pairs = signs.flatMap((sign) => bluffs.filter((b) => b.language === sign.language).map((bluff) => ({ sign, bluff })));

  test.each(STRONG)('%s: neither bluff nor clear', (id) => {
    const some = pairs.filter(({ sign }) => sign.id === id);
    expect(some.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(fc.constantFrom(...some), fc.boolean(), ({ sign, bluff }, before) => {
        const text = before ? `${sign.text}\n\n${bluff.text}` : `${bluff.text}\n\n${sign.text}`;
        expect(['genuine', 'unsure']).toContain(kindOf(text, bluff.language));
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});
