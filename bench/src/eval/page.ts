import type { Cell } from './cells.js';
import { disguisesBy } from './disguise-count.js';
import { figuresOf, grouped, percent } from './plot.js';
import { plotsOf } from './plots.js';
import type { Result, Run, SetCount } from './result.js';

/** The readable page of a result: Markdown, the plots beside it as `evaluation-NAME.svg`. */
export function pageOf(run: Run, result: Result): string {
  return `# Evaluation of ${run.date}

Made by \`npm run eval -- CORPORA\` at commit ${run.commit} (weights \`${run.versions['weights']}\`, Node ${run.versions['node']}); the counts in full:
[\`bench/results/${run.date}.json\`](../bench/results/${run.date}.json). How to read it, and what was mended after what: [accuracy](accuracy.md).

- **Real** is mail and pages as people sent them: ${countOf(result, 'real')} messages. Nearly all mass letters among them are English; no real
  letter in Japanese, Korean, Chinese, French, Spanish or Italian is public, and the ham is mostly developers' English, part of it older than bitcoin.
- **Written** is what was written for the purpose: ${countOf(result, 'written')} texts, every real case and every letter in most languages among them. A figure on
  these says how well written texts are told, not real ones. No real person's case is in here.
- *evaluation-only* letters are never fitted on (licence). *own* texts were fitted on: their figures are of what is known by heart. *held-out* and *sealed* ones
  were written by others and kept apart; those who mend the program know their totals.
- Every interval is exact (Clopper and Pearson), two-sided, 95 %. No question was answered but where a written case says so.

## Mass letters

${pictureOf(result, 'recall')}

A group is wholly found when each of its near-copies is called \`bluff\`. What is missed is mostly \`unsure\`, which asks the questions.

${tableOf(
  ['', 'letters', 'groups', 'groups wholly `bluff`', 'verdicts'],
  result.cells
    .filter(({ label }) => label === 'bluff')
    .map((cell) => [nameOf(cell), grouped(cell.messages), grouped(cell.groups), figuresOf(cell.found), kindsOf(cell)]),
)}

## False alarms

${pictureOf(result, 'alarms')}

${tableOf(
  ['', 'n', '`bluff` or `genuine`', 'at most (95 %)', 'verdicts'],
  result.labels.flatMap((cell) =>
    cell.falseAlarms === null ? [] : [[nameOf(cell), grouped(cell.messages), grouped(cell.falseAlarms.part), percent(cell.falseAlarms.high), kindsOf(cell)]],
  ),
)}

## Dangerous errors

A real case called \`bluff\` or \`clear\`, or an innocent text called \`bluff\`. (\`mention\` costs as much as \`clear\` below.)

${pictureOf(result, 'genuine')}

${tableOf(
  ['', 'n', 'dangerous', 'at most (95 %)', 'verdicts'],
  result.labels
    .filter(({ label, dangerous }) => label === 'genuine' || label === 'minor' || dangerous.part > 0)
    .map((cell) => [nameOf(cell), grouped(cell.messages), grouped(cell.dangerous.part), percent(cell.dangerous.high), kindsOf(cell)]),
)}
${dangersOf(result)}
## Expected cost

The harm of what is shown to somebody who holds such a message, 0 to 100 (\`bench/src/eval/cost.ts\`: judgement written down beforehand, not data), beside
always showing the same.

${tableOf(
  ['', 'n', 'mean cost', 'always `bluff`', 'always `unsure`', 'always `clear`'],
  result.labels.map((cell) => [
    nameOf(cell),
    grouped(cell.messages),
    cell.cost.toFixed(2),
    String(cell.costAlways.bluff),
    String(cell.costAlways.unsure),
    String(cell.costAlways.clear),
  ]),
)}

## Wallets

Of written texts the addresses are known, since they were put there. Of real letters they are those that a library's checksums find in what a second reader
of mail decodes: agreement with another program, not a count by hand.

${tableOf(
  ['', 'messages', 'right, of those found', 'found, of those there'],
  result.wallets.map(({ set, messages, precision, recall }) => [set, grouped(messages), figuresOf(precision), figuresOf(recall)]),
)}

## Claims

Letters whose claims were marked by hand from the list of claims, before a verdict on them was seen (\`bench/letters/marked.*\`; one person, written letters).

${tableOf(
  ['', 'letters', 'rightly told, of those told', 'of the very words', 'told, of those made', 'told wrongly', 'missed'],
  result.claims.map(({ language, letters, precision, inPlace, recall, wrong, missed }) => [
    language,
    String(letters),
    figuresOf(precision),
    figuresOf(inPlace),
    figuresOf(recall),
    listOf(wrong),
    listOf(missed),
  ]),
)}

## Disguises

${pictureOf(result, 'disguises')}

Of letters that are found undisguised: a real letter of each group that holds one address once, and five of our own.${generatedIn(result)} The folding was written against these
disguises, so this is a specification kept rather than a test of the unknown; on the real letters nobody had tried them before this page.

${tableOf(
  ['kind of disguise', 'letters', 'still found'],
  disguisesBy(result.disguises, ({ group, source }) => `${group}|${source}`).map(({ name, found }) => [...name.split('|'), figuresOf(found)]),
)}

By disguise, where a letter was lost:

${tableOf(
  ['disguise', 'still found', 'at least (95 %)'],
  disguisesBy(result.disguises, ({ disguise }) => disguise)
    .filter(({ found }) => found.part < found.of)
    .map(({ name, found }) => [name, `${found.part} of ${found.of}`, percent(found.low)]),
)}

All others are found in every letter (${grouped(new Set(result.disguises.map(({ disguise }) => disguise)).size)} disguises in all).
${peersOf(result)}
## What was read

${tableOf(
  ['set', 'source', 'half', 'messages'],
  folded(result).map(({ set, source, half, messages }) => [set, source, half, grouped(messages)]),
)}

Digest of all of it: \`${result.digest}\`.
`;
}

/** Files of our own are one row a folder and half: the result holds each. */
function folded({ sets }: Result): SetCount[] {
  const rows = new Map<string, SetCount>();
  for (const one of sets) {
    const set = one.source === 'written' ? one.set.replace(/\/.*/, '') : one.set;
    const key = `${set} ${one.source} ${one.half}`;
    rows.set(key, { ...one, set, messages: one.messages + (rows.get(key)?.messages ?? 0) });
  }
  return [...rows.values()];
}

function generatedIn({ disguises }: Result): string {
  if (!disguises.some(({ source }) => source === 'generated')) return '';
  return ' Some more are put together from the sentences of each language file (*generated*): phrases were tried on those sentences, so that they are found says nothing of recall; that a disguise loses one does.';
}

function peersOf(result: Result): string {
  const { peers } = result;
  if (peers === null) return '';
  return `
## The same mails through other filters

${peers.header} They are made to keep spam of every kind out of a mailbox, not to tell a reader whether a letter is a bluff; that they pass a letter
here does not say that they would on a server.

${pictureOf(result, 'peers')}

${pictureOf(result, 'peer-alarms')}

${tableOf(
  ['filter', 'test', 'groups of letters', ...peerLabels(result).map((label) => (label === 'bluff' ? 'letters' : label)), 'failed'],
  peers.rows.map(({ name, version, test, groups, marked, failed }) => [
    version === '-' ? name : `${name} ${version}`,
    test,
    figuresOf(groups),
    ...peerLabels(result).map((label) => {
      const share = marked.find((one) => one.label === label)?.share;
      return share === undefined ? '-' : `${share.part} of ${share.of}`;
    }),
    String(failed),
  ]),
)}

${[...new Map(peers.rows.map(({ name, test, note }) => [`${name}, ${test}`, note]))].map(([name, note]) => `- ${name}: ${note}.`).join('\n')}
${peers.absent.map((line) => `- ${line}.\n`).join('')}`;
}

function peerLabels({ peers }: Result): string[] {
  return [...new Set(peers?.rows.flatMap(({ marked }) => marked.map(({ label }) => label)) ?? [])];
}

function pictureOf(result: Result, name: string): string {
  const plot = plotsOf(result)[name];
  return plot === undefined
    ? 'Nothing was read for this.'
    : `![${plot.title}: dots with their intervals; the figures are in the table below](evaluation-${name}.svg)`;
}

function dangersOf({ dangers }: Result): string {
  if (dangers.length === 0) return '\nNone in this run.\n';
  return `\n${dangers.map(({ set, name, label, kind }) => `- ${set}${name === null ? '' : `, ${name}`}: ${label} called \`${kind}\``).join('\n')}\n`;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return rows.length === 0 ? 'None.' : [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function nameOf({ label, language, source, half }: Cell): string {
  return `${label}${language === 'all' ? '' : ` ${language}`}, ${source}, ${half}`;
}

function kindsOf({ kinds }: Cell): string {
  return Object.entries(kinds)
    .map(([kind, n]) => `${kind} ${grouped(n)}`)
    .join(', ');
}

function listOf(counts: Readonly<Record<string, number>>): string {
  return (
    Object.entries(counts)
      .map(([id, n]) => (n === 1 ? id : `${id} (${n})`))
      .join(', ') || '-'
  );
}

function countOf({ sets }: Result, source: string): string {
  return grouped(sets.filter((one) => one.source === source && one.set !== 'disguises').reduce((all, { messages }) => all + messages, 0));
}
