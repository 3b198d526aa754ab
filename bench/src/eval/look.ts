import { pathToFileURL } from 'node:url';
import { type Detection, detect, type Knowledge } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { ROOT } from '../root.js';
import type { Item, Read } from './model.js';

/** What was noticed in each message that was told otherwise than wanted, for whoever mends phrases; of sealed and held-out texts nothing is said. */
export function tellMisses(reads: readonly Read[], wanted: 'wrong' | 'all'): void {
  const know = load(pathToFileURL(`${ROOT}doors/command/dist/shelf/`)) as Knowledge;
  for (const one of reads) {
    const { item } = one;
    if (item.half === 'sealed' || item.half === 'held-out') continue;
    if (wanted === 'all' || isWrong(one))
      console.log(detailOf(item, detect({ bytes: item.bytes, answers: item.answers, place: 'US', words: item.words, now: 0 }, know)));
  }
}

function isWrong({ item, found }: Read): boolean {
  switch (item.label) {
    case 'bluff':
      return found.kind !== 'bluff';
    case 'genuine':
    case 'minor':
      return found.kind !== 'genuine' && found.kind !== 'unsure';
    default:
      return found.kind === 'bluff' || found.kind === 'genuine';
  }
}

function detailOf({ name, label, language }: Item, { verdict, evidence, mail }: Detection): string {
  const ids = (kind: string): string => [...new Set(evidence.flatMap((e) => (e.kind === kind && 'id' in e ? [e.id] : [])))].join(' ');
  return `  ${label} ${language} ${name}: ${verdict.kind}${verdict.family === null ? '' : `/${verdict.family}`}${verdict.doubt === null ? '' : `(${verdict.doubt})`} p=${verdict.probability} signals[${ids('signal')}] claims[${ids('claim')}] kin[${ids('kin')}] frames[${ids('frame')}] ${mail.problems.map((p) => p.id).join(' ')}`;
}
