import { PATHS, type Path } from '../contract.js';
import type { Knowledge } from '../language/knowledge.js';
import { neverSaid, type Slip } from '../language/never-said.js';
import { type Sentence, wordsOn } from './paths.js';

export type ListedSlip = Slip & { readonly id: string; readonly path: Path };

/** Every sentence of a language that says, on a path on which it can be printed, what must never be said there. Takes some seconds the first time. */
export function slipsIn(know: Pick<Knowledge, 'voices' | 'places'>, language: string): readonly ListedSlip[] {
  const slips = new Map<string, ListedSlip>();
  const checked = new Set<string>();
  for (const place of ['', ...know.places.map(({ code }) => code)]) {
    for (const path of PATHS) {
      for (const row of wordsOn(path, know, language, place)) {
        if (row.language !== language || isTheirs(row)) continue;
        for (const on of [path, ...row.beside]) {
          const key = `${on} ${row.text}`;
          if (checked.has(key)) continue;
          checked.add(key);
          const slip = neverSaid(know, on, language, row.text);
          if (slip !== null) slips.set(`${row.id} ${slip.section}`, { ...slip, id: row.id, path: on });
        }
      }
    }
  }
  return [...slips.values()];
}

/** Claims are titled with what the letter claims: those are its words, and the answer to them stands below. */
function isTheirs({ where, id }: Sentence): boolean {
  return where === 'claims' && id.endsWith(':title');
}
