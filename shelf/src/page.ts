import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LanguageFile, makeKnowledge, readWeights } from '@hattari/engine';
import { pack } from './artifact.js';
import { guidesIn, languagesIn, placesIn } from './files.js';
import { gzipped, squeeze } from './wire.js';

/** A file of the page: its path from the page's own folder, its size in bytes, and its digest as browsers check it. */
export type PageFile = { readonly path: string; readonly bytes: number; readonly integrity: string };

/** What the page knows before it has loaded any language. */
export type PageData = {
  /** Digest of all language data. */
  readonly edition: string;
  /** The newest day on which a help line or a guide was seen; the only date in a build. */
  readonly seen: string;
  /** Languages that can speak to a reader; `first`: what the page loads first for this reader. */
  readonly languages: readonly { readonly code: string; readonly name: string; readonly draft: boolean; readonly first: PageFile }[];
  /** Every language: letters come in any of them. */
  readonly all: PageFile;
  /** What texts of real blackmail are worded like: measured weights, for every language; null where there are none. */
  readonly weights: PageFile | null;
  /** The English language file, for the workbench: what another does not say yet is said in it. */
  readonly english: PageFile;
  readonly places: readonly string[];
};

/** The page does not read guides yet. */
const NONE = [] as const;

/** Letters of readers of these come mostly in these two. */
const TOGETHER = ['en', 'ja'];

/**
 * Compiles a folder of languages for the page, into `out/data`: all of them, and for each that can speak to a reader a smaller artifact
 * of it and English, which also knows the everyday words of the others, so that it can tell a letter that it does not understand.
 */
export function shelvePage(languages: string, out: string, weights?: string): PageData {
  const files = languagesIn(languages).map(({ value }) => value);
  const places = placesIn(join(languages, 'places')).map(({ value }) => value);
  const guides = guidesIn(join(languages, 'guides')).map(({ value }) => value);
  mkdirSync(join(out, 'data'), { recursive: true });
  const draft = makeKnowledge(files, places, '', guides);
  const measured = weights === undefined ? null : readFileSync(weights);
  const whole = { ...draft, resemblance: measured === null ? null : readWeights(measured) };
  const edition = createHash('sha256').update(pack(whole)).digest('hex').slice(0, 12);
  const written = new Map<string, PageFile>();
  const first = (code: string): PageFile => {
    const understood = TOGETHER.includes(code) ? TOGETHER : ['en', code];
    const key = understood.join('-');
    const known = written.get(key);
    if (known !== undefined) return known;
    const know = makeKnowledge(
      files.map((one) => (understood.includes(one.code) ? one : knownByEar(one))),
      places,
      edition,
    );
    const file = write(squeeze(know), `${key}.bin`, out);
    written.set(key, file);
    return file;
  };
  const seen = [...places.flatMap(({ desks }) => desks.map((desk) => desk.seen)), ...guides.flatMap(({ entries }) => entries.map((entry) => entry.seen))];
  return {
    edition,
    seen: seen.sort().at(-1) ?? '',
    languages: files.filter(({ words }) => words.size > 0).map(({ code, name, checkedBy }) => ({ code, name, draft: checkedBy === '', first: first(code) })),
    all: write(squeeze({ ...draft, guides: NONE, edition }), 'all.bin', out),
    weights: measured === null ? null : write(gzipped(measured), 'weights.bin', out),
    english: write(readFileSync(join(languages, 'en.md')), 'en.md', out),
    places: places.map(({ code }) => code).filter((code) => code !== 'world'),
  };
}

/** A language by its everyday words alone. */
function knownByEar(file: LanguageFile): LanguageFile {
  return { ...file, sections: [], words: new Map() };
}

function write(bytes: Uint8Array, name: string, out: string): PageFile {
  const hash = createHash('sha256').update(bytes);
  const path = `data/${name.replace('.', `-${hash.copy().digest('hex').slice(0, 12)}.`)}`;
  writeFileSync(join(out, path), bytes);
  return { path, bytes: bytes.length, integrity: `sha256-${hash.digest('base64')}` };
}
