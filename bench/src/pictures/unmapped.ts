import { inflateSync } from 'node:zlib';

/** Codes and the letters they stand for, as `bfchar` and `bfrange` of a ToUnicode map give them (ISO 32000-1, 9.10.3). */
const PAIR = /<([0-9A-Fa-f]{2,4})> <([0-9A-Fa-f]{2,4})>(?: <([0-9A-Fa-f]{4})>)?/g;
const STREAM = /<<([^>]*)>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g;

/** A PDF whose fonts no longer say which letters some of their shapes are, as many programs leave it: it looks the same, and its words cannot be copied. */
export function unmapped(pdf: Uint8Array, lost: (letter: string) => boolean): Uint8Array {
  const source = Buffer.from(pdf).toString('latin1');
  const out = source.replace(STREAM, (whole, _head, body: string) => {
    const map = inflated(body);
    if (map === null || !map.includes('beginbf')) return whole;
    const width = /<([0-9A-Fa-f]+)> <[0-9A-Fa-f]+>\s*endcodespacerange/.exec(map)?.[1]?.length ?? 4;
    const rows = pairsOf(map.slice(map.indexOf('endcodespacerange'))).filter(([, letter]) => !lost(String.fromCharCode(letter)));
    const hex = (value: number, digits: number): string => `<${value.toString(16).padStart(digits, '0')}>`;
    const made = [
      '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /X def\n/CMapType 2 def',
      `1 begincodespacerange\n${hex(0, width)} <${'f'.repeat(width)}>\nendcodespacerange`,
      `${rows.length} beginbfchar\n${rows.map(([code, letter]) => `${hex(code, width)} ${hex(letter, 4)}`).join('\n')}\nendbfchar`,
      'endcmap\nend\nend',
    ].join('\n');
    return `<</Length ${made.length}>> stream\n${made}\nendstream`;
  });
  // The places of all objects have changed: a reader finds them by itself where the table is gone.
  return Buffer.from(out.replace(/startxref[\s\S]*$/, ''), 'latin1');
}

function inflated(body: string): string | null {
  try {
    return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
  } catch {
    return null;
  }
}

function pairsOf(map: string): (readonly [code: number, letter: number])[] {
  return [...map.matchAll(PAIR)].flatMap(([, a, b, c]) => {
    const [from, to, letter] = [a, b, c ?? ''].map((hex) => Number.parseInt(hex as string, 16)) as [number, number, number];
    return c === undefined ? [[from, to] as const] : Array.from({ length: to - from + 1 }, (_, k) => [from + k, letter + k] as const);
  });
}
