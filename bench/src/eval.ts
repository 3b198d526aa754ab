import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { corporaAt } from './corpora.js';
import { cellsOf, isDangerous } from './eval/cells.js';
import { corporaItems } from './eval/corpora-items.js';
import { disguisedItems } from './eval/disguised-items.js';
import { disguisesOf } from './eval/disguise-count.js';
import { tellMisses } from './eval/look.js';
import { claimsOf, markedItems, markedLetters } from './eval/marks.js';
import type { Item, Read } from './eval/model.js';
import { pageOf } from './eval/page.js';
import { peerSample } from './eval/peer-mails.js';
import { besidePeers } from './eval/peers.js';
import { figuresOf, plotOf } from './eval/plot.js';
import { plotsOf } from './eval/plots.js';
import { digestOf, type Result, type Run, record, setsOf, thisRun } from './eval/result.js';
import { withWallets } from './eval/second-reader.js';
import { readAll } from './eval/threads.js';
import { walletsOf } from './eval/wallet-count.js';
import { writtenItems } from './eval/written-items.js';
import { ROOT } from './root.js';
import { evalSenders } from './senders.js';

// eval CORPORA: accuracy on real mail (a path, never part of the project) and on texts of our own, written down by its date. Nothing is tuned here.
// eval CORPORA --only FOLDER [--verbose]: one folder of the corpora, with what was noticed in each message told wrongly; writes nothing.
const { values, positionals } = parseArgs({
  options: {
    corpora: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    only: { type: 'string' },
    peers: { type: 'boolean', default: true },
    keep: { type: 'boolean', default: true },
  },
  allowPositionals: true,
  allowNegative: true,
});
const given = values.corpora ?? positionals[0];

try {
  if (values.only !== undefined) await look(corporaAt(given), values.only);
  else if (given === undefined) {
    tell(cellsOf(await readAll([...writtenItems(), ...markedItems(markedLetters())]), 'language'));
    corporaAt(given);
  } else await evaluate(corporaAt(given));
} catch (cause) {
  console.log((cause as Error).message);
  process.exitCode = 2;
}

async function evaluate(corpora: string): Promise<void> {
  const begin = Date.now();
  // Before anything else: the tree may change while it runs.
  const run = thisRun();
  const say = (line: string): void => console.log(`${String(Math.round((Date.now() - begin) / 1000)).padStart(4)} s  ${line}`);
  const marked = markedLetters();
  const items = [...corporaItems(corpora), ...writtenItems(), ...markedItems(marked), ...disguisedItems(corpora)];
  const known = await Promise.all(items.map((item) => (item.set === 'sextortion' ? withWallets(item) : item)));
  say(`${known.length} messages`);
  const reads = await readAll(known);
  say('read; the peers');
  const peers = values.peers ? await besidePeers(peerSample(reads), say) : null;
  const result = resultOf(reads, marked, peers);
  tell(result.labels);
  if (values.keep) keep(run, result);
  say('done');
}

function resultOf(reads: readonly Read[], marked: ReturnType<typeof markedLetters>, peers: Result['peers']): Result {
  const of = (is: (item: Item) => boolean): Read[] => reads.filter(({ item }) => is(item));
  const byHand = of(({ set }) => set === 'letters/marked');
  return {
    schema: 1,
    sets: setsOf(reads),
    digest: digestOf(reads),
    cells: cellsOf(reads, 'language'),
    labels: cellsOf(reads, 'all'),
    dangers: reads
      .filter(({ item, found }) => item.set !== 'disguises' && isDangerous(item.label, found.kind))
      .map(({ item, found }) => ({
        set: item.set,
        name: item.half === 'sealed' || item.half === 'held-out' ? null : item.name,
        label: item.label,
        kind: found.kind,
      })),
    wallets: [
      walletsOf(
        'real letters',
        of(({ set }) => set === 'sextortion'),
      ),
      walletsOf(
        'written texts',
        of(({ source, set }) => source === 'written' && set !== 'disguises'),
      ),
      walletsOf(
        'disguises of real letters',
        of(({ source, set }) => source === 'real' && set === 'disguises'),
      ),
      walletsOf(
        'disguises of our letters',
        of(({ source, set }) => source === 'written' && set === 'disguises'),
      ),
    ],
    claims: [...new Set(marked.map(({ language }) => language))].map((language) => {
      const some = marked.filter((one) => one.language === language);
      return claimsOf(
        language,
        some,
        some.map(({ name }) => byHand.find(({ item }) => item.name === name) as Read),
      );
    }),
    disguises: disguisesOf(reads),
    peers,
  };
}

function keep(run: Run, result: Result): void {
  console.log(`kept: ${record(run, result)}, docs/evaluation.md and its plots`);
  writeFileSync(`${ROOT}docs/evaluation.md`, pageOf(run, result));
  for (const [name, plot] of Object.entries(plotsOf(result))) writeFileSync(`${ROOT}docs/evaluation-${name}.svg`, plotOf(plot));
}

async function look(corpora: string, only: string): Promise<void> {
  if (only === 'senders') {
    evalSenders(corpora);
    return;
  }
  const reads = await readAll(corporaItems(corpora, only));
  tell(cellsOf(reads, 'language'));
  tellMisses(reads, values.verbose ? 'all' : 'wrong');
}

function tell(cells: Result['cells']): void {
  for (const { label, language, source, half, messages, kinds, found, dangerous, cost } of cells) {
    const counts = Object.entries(kinds)
      .map(([kind, n]) => `${kind} ${n}`)
      .join('  ');
    console.log(
      `${`${label} ${language} ${source} ${half}`.padEnd(36)} ${String(messages).padStart(6)}  as wanted ${figuresOf(found)}, dangerous ${dangerous.part}, cost ${cost.toFixed(2)}   ${counts}`,
    );
  }
}
