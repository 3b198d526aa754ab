import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { BUCKETS, type Head } from '@hattari/engine';
import type { HeadFigures } from './heads.js';
import { confusion, reliability } from './reliability.js';
import type { Example } from './texts.js';
import type { Fitted } from './weigh.js';

const WHAT: Readonly<Record<Head, string>> = {
  real: 'a person is blackmailed, or courted for it',
  before: 'of those: nobody threatens yet',
  'third-party': 'of those: told about somebody else',
  'known-person': 'of those: by somebody near',
  letter: 'a letter sent to millions',
  kin: 'another scam',
};

/** The model card: what the weights rest on, how they were split, what they reach. */
export function cardOf(figures: readonly HeadFigures[], texts: readonly Example[], weighing: Fitted, bytes: Uint8Array): string {
  const rows = figures.map(
    ({ head, positives, texts: n, auc, found, wrong, negatives, threshold }) =>
      `| ${head} | ${WHAT[head]} | ${positives} of ${n} | ${auc.toFixed(3)} | ${found} of ${positives} | ${wrong} of ${negatives} | ${threshold.toFixed(2)} |`,
  );
  return `# Weights

\`resemblance.bin\` is made by \`npm run fit\`, to the byte the same from the same texts; nobody edits it.

- **What it is**: logistic regression on hashed features (runs of two to four letters, words, pairs of words; ${BUCKETS} buckets), one model a head,
  eight bits a weight. ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped. SHA-256 \`${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}\`.
- **What it rests on**: ${texts.length} texts, all of them written for the purpose (bench/cases/own*, bench/letters), ${texts.filter(({ blind }) => blind).length} of them by
  writers who saw no rule of ours. None is a real person's message, and no figure here is one about real messages.
- **Never read by it**: bench/cases/unseen*, bench/letters/heldout*, and any corpus.
- **Split**: five folds, drawn with a fixed seed; every figure below is of a model that had not seen the text.
- **What the heads may do**: they are what the trees below look at, and add flags. The heads \`real\`, \`letter\` and \`kin\` hear
  a few sentences too. \`letter\` lets a text with a wallet, a threat and three claims count as a mass letter, which else needs a word of access or material too.

| head | what | texts | area under the curve | found at the threshold | others at the threshold | threshold (log-odds) |
|---|---|---|---|---|---|---|
${rows.join('\n')}

## Trees

${weighing.trees.trees.length} boosted trees over ${weighing.trees.traits.length} traits (claims, signs, words, facts and the odds above) weigh all evidence together. They learn from the texts above, from stories of
real cases that were joined to whole letters (their own class, \`mixed\`), from letters in the words with which readers showed others, and from plain
letters and innocent mails put together from the sentences of the language files. They make \`unsure\` of anything, \`genuine\` of \`unsure\` in what was
pasted, \`kin\` where its phrases stand or they are sure, and \`bluff\` only where a claim of letters or a wallet stands in a text without any sign that
such letters do not carry (engine/src/judge/weighed.ts); never \`clear\`. Other trees tell the family of another scam. The split is the same, five folds; the odds that the trees learn from are of models that had not seen the text.

The family is told rightly of ${weighing.familiesRight} of ${weighing.familiesOf} other scams.

${confusion(texts, weighing)}

${reliability(texts, weighing, 'real')}

${reliability(texts, weighing, 'letter')}
`;
}
