import type { Answers, Detection, Evidence, Mail } from '@hattari/engine';
import { describe, expect, test } from 'vitest';
import { ageOf, mayHoldPictures, showsMinor } from './minors.js';

describe('whom it is about', () => {
  test.each<[boolean, Answers, string, string]>([
    [false, {}, 'unknown', 'nothing is known, which counts as under 18'],
    [false, { age: 'adult' }, 'adult', 'answered'],
    [false, { age: 'under-18' }, 'minor', 'answered'],
    [true, { age: 'adult' }, 'minor', 'the text outweighs the answer'],
    [true, {}, 'minor', 'the text alone'],
    [false, { who: 'child' }, 'unknown', 'a child may be grown up, and may not be'],
  ])('shown: %s, answers %j: %s, %s', (shown, answers, expected) => expect(ageOf(shown, answers)).toBe(expected));

  const signal = { kind: 'signal', id: 'reader-minor', language: 'en', spans: [], phrases: 1 } as const satisfies Evidence;
  test.each<[readonly Detection['verdict']['flags'][number][], readonly Evidence[], boolean]>([
    [['minor'], [], true],
    [[], [signal], true],
    [['crisis'], [], false],
  ])('flags %j', (flags, evidence, expected) => {
    expect(showsMinor({ evidence, verdict: { kind: 'unsure', family: null, probability: null, flags, asks: [], doubt: null } })).toBe(expected);
  });
});

describe('what may hold pictures', () => {
  const none = { pictures: 0, attachments: [], problems: [] } as unknown as Mail;
  test.each<[string, Partial<Mail>, number, boolean]>([
    ['a text', {}, 0, false],
    ['an inline picture', { pictures: 1 }, 0, true],
    ['an archive', { attachments: [{ part: '2', name: 'a.zip', type: 'application/zip', size: 9, machine: false }] }, 0, true],
    ['a signature', { attachments: [{ part: '2', name: 's.asc', type: 'application/pgp-signature', size: 9, machine: true }] }, 0, false],
    ['an encrypted part', { problems: [{ id: 'encrypted' }] }, 0, true],
    ['a part beyond the limits', { problems: [{ id: 'too-many-parts' }] }, 0, true],
    ['letters that were mended', { problems: [{ id: 'charset-mended' }] }, 0, false],
    ['data in the text', {}, 1, true],
  ])('%s', (_, mail, leftOut, expected) => expect(mayHoldPictures({ mail: { ...none, ...mail } }, leftOut)).toBe(expected));
});
