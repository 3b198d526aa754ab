import { foldText } from '../fold/fold-text.js';
import { kindOfUnit, SINGLE } from '../fold/letters.js';
import { phraseWords } from './phrase-words.js';

/** One token of a phrase: a word as it is, a word with any ending, or any number. */
export type Atom = { readonly form: 'word' | 'stem'; readonly text: string } | { readonly form: 'number' };

/** One of several runs of atoms; an empty run means that it may be missing. */
export type Choice = readonly (readonly Atom[])[];

/** A phrase of a language file: pieces with bounded gaps between them. `gap` is in tokens and the same for all its gaps. */
export type Pattern = { readonly pieces: readonly (readonly Choice[])[]; readonly gap: number };

/** Words between two pieces of a phrase that `...` bridges: a clause, not a paragraph. */
export const GAP_WORDS = 8;
/** The same for scripts whose tokens are single characters. */
export const GAP_CHARACTERS = 16;
/** Shortest stem: with two letters before `~` a phrase would catch half of a dictionary. */
export const STEM_LETTERS = 3;

/** Throws a sentence for the author of the language file; only at build time or in the workbench, never on a message. */
export function parsePattern(line: string): Pattern {
  const pieces: Choice[][] = [[]];
  let singles = 0;
  let words = 0;
  const read = (text: string): Atom[] => {
    const atoms = readAtoms(text);
    for (const atom of atoms) {
      if (atom.form !== 'number' && kindOfUnit(atom.text.charCodeAt(0)) === SINGLE) singles++;
      else words++;
    }
    return atoms;
  };
  for (const item of splitItems(line)) {
    const piece = pieces[pieces.length - 1] as Choice[];
    if (item.kind === 'gap') {
      if (piece.length === 0) throw new Error('a phrase must not begin with “...” or hold two gaps in a row');
      pieces.push([]);
    } else if (item.kind === 'plain') {
      for (const atom of read(item.text)) piece.push([[atom]]);
    } else {
      const choices: Atom[][] = item.text.split('|').map(read);
      if (item.kind === 'one' && choices.some((c) => c.length === 0)) throw new Error(`an empty choice in “(${item.text})”: use [ ] for what may be missing`);
      if (item.kind === 'maybe') choices.push([]);
      piece.push(choices);
    }
  }
  if (pieces[pieces.length - 1]?.length === 0) throw new Error(pieces.length === 1 ? 'an empty phrase' : 'a phrase must not end with “...”');
  for (const piece of pieces) {
    if (piece.every((choice) => choice.some((run) => run.length === 0))) throw new Error('between two gaps (or alone) stands only what may be missing');
  }
  return { pieces, gap: singles > words ? GAP_CHARACTERS : GAP_WORDS };
}

type Item = { kind: 'plain' | 'one' | 'maybe'; text: string } | { kind: 'gap' };

function splitItems(line: string): Item[] {
  const items: Item[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain.trim() !== '') items.push({ kind: 'plain', text: plain });
    plain = '';
  };
  // Folded as a whole: a Russian с or у alone would be taken for a disguised Latin letter.
  const text = foldText(line.replaceAll('…', '...').replaceAll('（', '(').replaceAll('）', ')').replaceAll('｜', '|')).text;
  for (let i = 0; i < text.length; i++) {
    const ch = text[i] as string;
    if (text.startsWith('...', i)) {
      flush();
      items.push({ kind: 'gap' });
      i += 2;
    } else if (ch === '(' || ch === '[') {
      flush();
      const close = text.indexOf(ch === '(' ? ')' : ']', i);
      if (close < 0) throw new Error(`“${ch}” is never closed`);
      const inner = text.slice(i + 1, close);
      if (/[()[\]]|\.\.\./.test(inner)) throw new Error(`“${inner}”: brackets and gaps do not nest`);
      items.push({ kind: ch === '(' ? 'one' : 'maybe', text: inner });
      i = close;
    } else if (ch === ')' || ch === ']' || ch === '|') {
      throw new Error(`“${ch}” without its opening bracket`);
    } else plain += ch;
  }
  flush();
  return items;
}

function readAtoms(text: string): Atom[] {
  const atoms: Atom[] = [];
  for (const piece of text.split(/(#|~)/)) {
    if (piece === '#') atoms.push({ form: 'number' });
    else if (piece === '~') {
      const last = atoms.pop();
      if (last === undefined || last.form !== 'word') throw new Error('“~” must stand right behind a word');
      if (last.text.length < STEM_LETTERS) throw new Error(`“${last.text}~”: at least ${STEM_LETTERS} letters before “~”`);
      atoms.push({ form: 'stem', text: last.text });
    } else {
      phraseWords(piece).forEach(({ text: word, behindEnd }, k) => {
        if (k > 0 && behindEnd) throw new Error(`“${piece.trim()}”: a phrase cannot reach across the end of a sentence`);
        atoms.push({ form: 'word', text: word });
      });
    }
  }
  return atoms;
}
