// The letters of the Learn round, for nobody: read while nothing else is to be done, so that the first letter of a reader meets an engine
// whose code is compiled. They are of ten kinds: one kind alone, however often, leaves half of the way to be compiled again by the next.
const LETTERS: Readonly<Record<string, string>> = import.meta.glob('../learn/letters/*/*', { query: '?raw', import: 'default', eager: true });

const PATHS = Object.keys(LETTERS).sort();

/** Bytes of one of them: in the reader's language where there are such, else English; the others in turn with those of the other language. */
export function warmLetter(at: number, units: number, language: string): Uint8Array {
  const own = language === 'ja' ? 'ja' : 'en';
  const ofOne = PATHS.filter((path) => path.includes(`/${own}/`));
  const ofOther = PATHS.filter((path) => !path.includes(`/${own}/`));
  const paths = ofOne.flatMap((path, i) => [path, ofOther[(i + 1) % ofOther.length] as string]);
  const letter = LETTERS[paths[at % paths.length] as string] as string;
  // Its words over and over below its header, as long as the longest letters are.
  const head = letter.indexOf('\n\n') + 2;
  const body = letter.slice(head);
  return new TextEncoder().encode(letter.slice(0, head) + body.repeat(Math.max(1, Math.ceil(units / body.length))).slice(0, Math.max(units, body.length)));
}
