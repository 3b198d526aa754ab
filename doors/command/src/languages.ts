import { fileURLToPath } from 'node:url';
import { checkLanguage, HEADINGS, holesOf, type Knowledge, type LanguageFile, makeKnowledge, NEVER_SAID, type Speech, slipsIn } from '@hattari/engine';
import { type FromDisk, guidesIn, languageAt, languagesIn, placesIn } from '@hattari/shelf';
import { failureOf } from './input.js';
import { LANGUAGES } from './place.js';
import type { Terminal } from './terminal.js';

/** `hattari languages [FILE ...]`: checks language files and prints what they say and lack. 0: no mistake; 2: some. */
export function languages(files: readonly string[], speech: Speech, terminal: Terminal): number {
  const read: FromDisk<LanguageFile>[] = [];
  let mistakes = 0;
  const tell = (text: string): void => {
    mistakes++;
    terminal.out(`${text}\n`);
  };
  if (files.length === 0) read.push(...languagesIn(fileURLToPath(LANGUAGES)));
  for (const file of files) {
    try {
      read.push(languageAt(file));
    } catch (cause) {
      const failure = failureOf(file, cause as NodeJS.ErrnoException);
      tell(speech.say(failure.id, failure.slots));
    }
  }
  for (const { name, value } of read) {
    for (const { line, text } of checkLanguage(value)) tell(`${name}:${line} ${text}`);
    for (const slip of value.words.size === 0 ? [] : slipsIn(aloneWith(value), value.code)) {
      const section = slip.id.split(':')[0];
      const line = value.wordLines.get(slip.id) ?? value.sections.find(({ id }) => id === section)?.line ?? 1;
      tell(`${name}:${line} “${slip.id}” can be read on the path “${slip.path}”, where nothing says “${slip.words}” (${slip.section}: ${slip.phrase})`);
    }
  }
  if (files.length === 0) {
    for (const { name, value } of placesIn(fileURLToPath(new URL('places/', LANGUAGES))))
      for (const { line, text } of value.mistakes) tell(`places/${name}:${line} ${text}`);
    for (const { name, value } of guidesIn(fileURLToPath(new URL('guides/', LANGUAGES))))
      for (const { line, text } of value.mistakes) tell(`guides/${name}:${line} ${text}`);
  }
  // Files of everyday words alone say only which language a text is in.
  const begun = read.filter(({ value }) => value.sections.length === 0 && files.length === 0).map(({ value }) => value.code);
  terminal.out(matrix(read.filter(({ value }) => !begun.includes(value.code))));
  if (begun.length > 0) terminal.out(`${speech.say('language-begun', { list: begun.join(' ') })}\n`);
  terminal.out(`${mistakes === 0 ? speech.say('language-ok', { count: String(read.length) }) : speech.say('language-errors', { count: String(mistakes) })}\n`);
  return mistakes === 0 ? 0 : 2;
}

/** One language as the engine knows it, without the phrases that mail is read with: its words and what is never said. */
function aloneWith(file: LanguageFile): Pick<Knowledge, 'voices' | 'places'> {
  const sections = file.sections.map((section) => (Object.hasOwn(NEVER_SAID, section.id) ? section : { ...section, phrases: [] }));
  return makeKnowledge([{ ...file, sections }], [], '');
}

/** Sections x languages: the number of phrases, or "-" for a hole, which falls back to English. */
function matrix(read: readonly FromDisk<LanguageFile>[]): string {
  const codes = read.map(({ value }) => value.code || '?');
  const rows = [...HEADINGS.sections].map((id) => {
    const cells = read.map(({ value }) => {
      const section = value.sections.find((s) => s.id === id);
      return section === undefined ? '-' : String(section.phrases.length);
    });
    return `${id.padEnd(24)}${cells.map((c) => c.padStart(6)).join('')}`;
  });
  const holes = read.map(({ value }) => String(holesOf(aloneWith(value).voices[0] as never).length));
  return `${''.padEnd(24)}${codes.map((c) => c.padStart(6)).join('')}\n${rows.join('\n')}\n${'holes (shown in English)'.padEnd(24)}${holes.map((h) => h.padStart(6)).join('')}\n`;
}
