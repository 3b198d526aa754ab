import { kindOfUnit, LETTER, SINGLE } from '../fold/letters.js';
import { drawnAlike } from './near-characters.js';
import { nearWords } from './near-words.js';
import type { Tokens } from './tokens.js';
import { classOf, isWord, type Vocabulary } from './vocabulary.js';

/** One way to read the text from a token on: its classes in their order, how many tokens it takes in, and the errors it supposes. */
export type Edge = { readonly classes: readonly number[]; readonly tokens: number; readonly errors: number };

/** Units between two pieces of one word: a space, or a line's end. */
const PARTED = 2;
/** Letters of a word that may be two run together, and of each of the two. */
const GLUED_LETTERS = 4;

/** Every way to read a text from each of its tokens on, the exact one first. `steps` counts what it cost. */
export function edgesOf(tokens: Tokens, vocabulary: Vocabulary, steps: { taken: number }): readonly (readonly Edge[])[] {
  const known = new Map<string, readonly Edge[]>();
  const edges: Edge[][] = [];
  for (let t = 0; t < tokens.count; t++) {
    const cls = tokens.cls[t] as number;
    const all: Edge[] = cls === 0 ? [] : [{ classes: [cls], tokens: 1, errors: 0 }];
    const start = tokens.start[t] as number;
    const kind = kindOfUnit(tokens.lower.charCodeAt(start));
    const word = tokens.lower.slice(start, tokens.end[t]);
    let others = known.get(word);
    if (others === undefined) {
      others =
        kind === SINGLE
          ? drawnAlike(word, vocabulary).map((other) => ({ classes: [other], tokens: 1, errors: 1 }))
          : kind === LETTER
            ? ofWord(word, cls, vocabulary, steps)
            : ofDigits(word, vocabulary);
      known.set(word, others);
    }
    all.push(...others);
    if (kind === LETTER) {
      const joined = ofPieces(tokens, t, vocabulary);
      if (joined !== null) all.push(joined);
    }
    edges.push(all);
  }
  return edges;
}

function ofWord(word: string, cls: number, vocabulary: Vocabulary, steps: { taken: number }): Edge[] {
  // Known by a stem alone it may be a misspelt longer word: "passwod" is some pass~.
  const isKnown = cls !== 0 && isWord(word, vocabulary);
  const edges: Edge[] = nearWords(word, vocabulary, isKnown ? 'alike' : 'any', steps).map((near) => ({ classes: [near.cls], tokens: 1, errors: near.errors }));
  if (word === 'l' || word === 'j') edges.push(...single('i', vocabulary));
  if (isKnown || word.length < GLUED_LETTERS) return edges;
  for (let at = 1; at < word.length; at++) {
    const first = classOf(word.slice(0, at), vocabulary);
    const second = first === 0 ? 0 : classOf(word.slice(at), vocabulary);
    if (second === 0) continue;
    edges.push({ classes: [first, second], tokens: 1, errors: 1 });
    // A phrase may end or begin where the space was lost.
    if (at >= GLUED_LETTERS) edges.push({ classes: [first], tokens: 1, errors: 1 });
    if (word.length - at >= GLUED_LETTERS) edges.push({ classes: [second], tokens: 1, errors: 1 });
  }
  return edges;
}

function ofDigits(word: string, vocabulary: Vocabulary): Edge[] {
  return word === '1' ? single('i', vocabulary) : word === '0' ? single('o', vocabulary) : [];
}

function single(letter: string, vocabulary: Vocabulary): Edge[] {
  const cls = classOf(letter, vocabulary);
  return cls === 0 ? [] : [{ classes: [cls], tokens: 1, errors: 1 }];
}

/** A word in which a space was read that is none. */
function ofPieces(tokens: Tokens, t: number, vocabulary: Vocabulary): Edge | null {
  if (t + 1 >= tokens.count || (tokens.position[t + 1] as number) - (tokens.position[t] as number) !== 1) return null;
  const gap = (tokens.start[t + 1] as number) - (tokens.end[t] as number);
  if (gap > PARTED || kindOfUnit(tokens.lower.charCodeAt(tokens.start[t + 1] as number)) !== LETTER) return null;
  const cls = classOf(tokens.lower.slice(tokens.start[t], tokens.end[t]) + tokens.lower.slice(tokens.start[t + 1], tokens.end[t + 1]), vocabulary);
  // A stem that begins the first piece would be found in it alone.
  return cls === 0 || cls === tokens.cls[t] ? null : { classes: [cls], tokens: 2, errors: 1 };
}
