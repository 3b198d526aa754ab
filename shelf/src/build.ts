import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLanguage, holesOf, makeKnowledge, readWeights } from '@hattari/engine';
import { pack } from './artifact.js';
import { guidesIn, languagesIn, placesIn } from './files.js';

/** Name of the file, beside the artifact, that says which artifact is the current one. */
export const CURRENT = 'knowledge.json';

/**
 * Compiles a folder of languages (and its `places/` and `guides/`) and a file of weights, if one is given, into `out/hattari-<digest>.bin`. Throws, in sentences with file and
 * line, on a mistake in a file or a hole in English, which every other language falls back to.
 */
export function build(languages: string, out: string, weights?: string): { readonly file: string; readonly bytes: number } {
  const files = languagesIn(languages);
  const places = placesIn(join(languages, 'places'));
  const guides = guidesIn(join(languages, 'guides'));
  const mistakes = [
    ...files.flatMap(({ name, value }) => checkLanguage(value).map((m) => `${name}:${m.line} ${m.text}`)),
    ...places.flatMap(({ name, value }) => value.mistakes.map((m) => `places/${name}:${m.line} ${m.text}`)),
    ...guides.flatMap(({ name, value }) => value.mistakes.map((m) => `guides/${name}:${m.line} ${m.text}`)),
  ];
  const draft = makeKnowledge(
    files.map((f) => f.value),
    places.map((p) => p.value),
    '',
    guides.map((g) => g.value),
  );
  const english = draft.voices.find((voice) => voice.code === 'en');
  if (english === undefined) mistakes.push('en.md is missing: every language falls back to it');
  else for (const hole of holesOf(english)) mistakes.push(`en.md: “${hole}” is missing, and every language falls back to it`);
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  const whole = { ...draft, resemblance: weights === undefined ? null : readWeights(readFileSync(weights)) };
  const digest = createHash('sha256').update(pack(whole)).digest('hex').slice(0, 12);
  const bytes = pack({ ...whole, edition: digest });
  mkdirSync(out, { recursive: true });
  for (const old of readdirSync(out)) if (/^hattari-[0-9a-f]+\.bin$/.test(old)) rmSync(join(out, old));
  const file = `hattari-${digest}.bin`;
  writeFileSync(join(out, file), bytes);
  writeFileSync(join(out, CURRENT), `${JSON.stringify({ file })}\n`);
  return { file, bytes: bytes.length };
}
