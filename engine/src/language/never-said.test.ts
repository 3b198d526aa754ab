import { describe, expect, test } from 'vitest';
import { slipsIn } from '../explain/slips.js';
import { checkLanguage } from './check.js';
import { NEVER_SAID } from './ids.js';
import { HEADINGS, holesOf, makeKnowledge } from './knowledge.js';
import { readLanguageFile } from './language-file.js';
import { neverSaid } from './never-said.js';

const file = (sections: string, words = '') =>
  readLanguageFile(`# English (en)\nChecked by:\nCommon words: the\n\n${sections}\n\n## words\n${words}\n`, HEADINGS);
const IGNORE = `## never-said — what is never said

It hurts.

* (ignore|forget) it
+ Just ignore it.
+ Forget it.
- Keep it.
- Show it to someone.
`;
const BLOCK = `## never-said/known-person — someone near

It can be dangerous.

* block (him|her)
+ Block him.
+ Please block her.
- Ask whether and when to block.
- Talk to the police.
`;

describe('the sections are checked like all others', () => {
  test.each<[string, string, readonly string[]]>([
    ['well', IGNORE + BLOCK, []],
    ['a sentence slips through', IGNORE.replace('+ Forget it.', '+ Pay no attention.'), ['should be caught by “never-said”']],
    ['too much is caught', IGNORE.replace('- Keep it.', '- Do not ignore it.'), ['should be left alone']],
    ['no proof', IGNORE.replace(/^\+ .*\n/gm, ''), ['at least 2 sentences that must be caught']],
    ['no reason', IGNORE.replace('It hurts.', ''), ['a plain sentence is missing']],
    ['a path that there is not', BLOCK.replaceAll('known-person', 'uncle'), ['is called “never-said/uncle”']],
    ['a phrase that cannot be read', IGNORE.replace('* (ignore|forget) it', '* (ignore'), ['is never closed', 'should be caught', 'should be caught']],
  ])('%s', (_, source, wanted) => {
    const mistakes = checkLanguage(file(source)).map(({ text }) => text);
    expect(mistakes.length).toBe(wanted.length);
    for (const [i, want] of wanted.entries()) expect(mistakes[i]).toContain(want);
  });
});

describe('they check what is said, and nothing else', () => {
  const know = makeKnowledge([file(IGNORE + BLOCK)], [], '');
  test.each([
    // path, sentence, section that catches it, why
    ['bluff', 'You can ignore it.', 'never-said', 'never on any path'],
    ['known-person', 'Block him.', 'never-said/known-person', 'never there'],
    ['genuine', 'Block him.', null, 'a stranger may be blocked'],
    ['known-person', 'Ask whether and when to block.', null, 'a choice'],
    ['genuine', '', null, 'nothing is said'],
  ] as const)('%s: %j is caught by %j: %s', (path, sentence, section, _why) => {
    expect(neverSaid(know, path, 'en', sentence)?.section ?? null).toBe(section);
  });

  test('a language that has none catches nothing, and says so by its holes', () => {
    const bare = makeKnowledge([file('')], [], '');
    expect(neverSaid(bare, 'genuine', 'en', 'Ignore it.')).toBeNull();
    expect(neverSaid(bare, 'genuine', 'xx', 'Ignore it.')).toBeNull();
    expect(holesOf(bare.voices[0] as never)).toEqual(expect.arrayContaining(Object.keys(NEVER_SAID)));
    expect(holesOf(know.voices[0] as never)).not.toContain('never-said');
  });

  test('their phrases are not among those that mail is read with, nor their text among what is told', () => {
    expect(know.sections).toEqual([]);
    expect(know.phrases.phrases).toBe(0);
    expect(Object.keys(know.voices[0]?.sections ?? {})).toEqual([]);
  });
});

test('a sentence that slips is found on the path where it can be read', () => {
  const words = 'step-known-safety: Go, and block him.\nstep-stop-and-block: Then block him.\nstep-tell-someone: Forget it.';
  const slips = slipsIn(makeKnowledge([file(IGNORE + BLOCK, words)], [], ''), 'en').map(({ id, section }) => `${id} ${section}`);
  expect(slips.sort()).toEqual(['step-known-safety never-said/known-person', 'step-tell-someone never-said']);
});
