import { expect, test } from 'vitest';
import { makeKnowledge } from '../language/knowledge.js';
import { read } from '../read/read.js';
import { BUCKETS } from '../resemblance/features.js';
import { HEADS } from '../resemblance/resemblance.js';
import { likenesses } from './likeness.js';

/** Weights that say the same of every text. */
const saying = (real: number) => ({
  ...makeKnowledge([], [], ''),
  resemblance: {
    languages: ['en'],
    bias: HEADS.map((head) => (head === 'real' ? real : -9)),
    scale: HEADS.map(() => 0),
    threshold: HEADS.map(() => 1),
    alone: 2,
    doubt: 0,
    unlike: -1,
    trees: { traits: [], trees: [] },
    families: { traits: [], trees: [] },
    weights: new Int8Array(BUCKETS * HEADS.length),
  },
});

test.each([
  // language of the text, log-odds, what is said
  ['en', -1.5, ['hardly'], 'fitted on'],
  [null, -1.5, ['hardly'], 'no language was told'],
  ['es', -1.5, [], 'never seen by the weights: that it is unlike says nothing'],
  ['es', 2.5, ['surely'], 'what speaks for a threat counts in every language'],
] as const)('%s at %d: %j (%s)', (language, odds, expected, _why) => {
  const mail = read({ bytes: Buffer.from('Some words of somebody.') });
  const body = { part: '1', text: 'some words of somebody', origin: new Uint32Array(0) } as never;
  const facts = likenesses(mail, [body], [], { units: 400, language }, saying(odds));
  expect(facts.flatMap((f) => (f.fact === 'resembles' && f.to === 'real' ? [f.how] : []))).toEqual(expected);
});
