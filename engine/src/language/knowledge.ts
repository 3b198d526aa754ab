import { CLAIMS } from '../claims/all.js';
import { foldText } from '../fold/fold-text.js';
import { kindOfUnit, SINGLE } from '../fold/letters.js';
import { compilePhrases, type Phrases } from '../phrase/compile.js';
import { phraseWords } from '../phrase/phrase-words.js';
import { classOf } from '../phrase/vocabulary.js';
import type { Resemblance } from '../resemblance/resemblance.js';
import type { Guide } from './guide-file.js';
import { FRAMES, KINS, NEVER_SAID, SIGNALS, VARIANTS } from './ids.js';
import type { Headings, LanguageFile } from './language-file.js';
import type { Place } from './place-file.js';
import { WORDS } from './words.js';

export type SectionKind = 'claim' | 'signal' | 'kin' | 'frame';

/** A section that has phrases, in one language. */
export type SectionRef = { readonly kind: SectionKind; readonly id: string; readonly language: string };

/** How one language speaks to the reader. */
export type Voice = {
  readonly code: string;
  readonly name: string;
  /** No person who speaks it has signed it yet. */
  readonly draft: boolean;
  /** Its script is one without spaces. */
  readonly singles: boolean;
  /** It has phrases for every claim, sign, kin scam and frame: only then may a text in it be called clear. */
  readonly complete: boolean;
  /** Title and explanation of a claim, a variant, a signal, a kin scam, a frame. */
  readonly sections: Readonly<Record<string, { readonly title: string; readonly text: string }>>;
  readonly words: Readonly<Record<string, string>>;
  /** Phrases of what is never said to a reader, as written; compiled only where our own sentences are checked. */
  readonly neverSaid: Readonly<Record<string, readonly string[]>>;
};

/** All that the engine knows besides its code; made by the shelf at build, or by a workbench from files just edited. */
export type Knowledge = {
  readonly phrases: Phrases;
  /** For each phrase the section that it speaks for. */
  readonly sectionOf: Int32Array;
  readonly sections: readonly SectionRef[];
  readonly voices: readonly Voice[];
  /** For each class of the vocabulary the voices (one bit each, in their order) of which it is an everyday word. */
  readonly commonBits: Int32Array;
  readonly places: readonly Place[];
  readonly guides: readonly Guide[];
  /** What texts of real blackmail are worded like; null where only the phrases speak. */
  readonly resemblance: Resemblance | null;
  /** Digest and date of the data, for a page or a report to show. */
  readonly edition: string;
};

const KIND = new Map<string, SectionKind>([
  ...CLAIMS.map((claim) => [claim.id, 'claim'] as const),
  ...SIGNALS.map((id) => [id, 'signal'] as const),
  ...KINS.map((id) => [id, 'kin'] as const),
  ...FRAMES.map((id) => [id, 'frame'] as const),
]);

/** What a language file may hold. */
export const HEADINGS: Headings = {
  sections: new Set([...KIND.keys(), ...Object.keys(NEVER_SAID)]),
  variants: new Set<string>(VARIANTS),
  words: new Set<string>(WORDS),
};

/** Compiles languages and places into what the engine reads with. Throws `Error("xx.md:12: sentence")` on a phrase that cannot be read. */
export function makeKnowledge(files: readonly LanguageFile[], places: readonly Place[], edition: string, guides: readonly Guide[] = []): Knowledge {
  const sections: SectionRef[] = [];
  const sources: { line: string; where: string }[] = [];
  const sectionOf: number[] = [];
  for (const file of files) {
    for (const section of file.sections) {
      const kind = KIND.get(section.id);
      if (kind === undefined || section.phrases.length === 0) continue;
      sections.push({ kind, id: section.id, language: file.code });
      for (const phrase of section.phrases) {
        sources.push({ line: phrase.text, where: `${file.code}.md:${phrase.line}` });
        sectionOf.push(sections.length - 1);
      }
    }
  }
  // Folded together: a Russian а alone would be taken for a disguised Latin letter.
  const everyday = (file: LanguageFile): string[] => phraseWords(foldText(file.common.join(' ')).text).map(({ text }) => text);
  const phrases = compilePhrases(sources, files.flatMap(everyday));
  const voices = files.map((file) => voiceOf(file, everyday(file)));
  const commonBits = new Int32Array(phrases.also.length);
  files.forEach((file, v) => {
    for (const word of everyday(file)) commonBits[classOf(word, phrases)] = (commonBits[classOf(word, phrases)] as number) | (1 << v);
  });
  return { phrases, commonBits, sectionOf: Int32Array.from(sectionOf), sections, voices, places, guides, edition, resemblance: null };
}

function voiceOf(file: LanguageFile, everyday: readonly string[]): Voice {
  const spoken = file.sections.filter((s) => !Object.hasOwn(NEVER_SAID, s.id));
  const unspoken = file.sections.filter((s) => Object.hasOwn(NEVER_SAID, s.id));
  return {
    complete: [...KIND.keys()].every((id) => (file.sections.find((s) => s.id === id)?.phrases.length ?? 0) > 0),
    singles: everyday.some((word) => kindOfUnit(word.charCodeAt(0)) === SINGLE),
    code: file.code,
    name: file.name,
    draft: file.checkedBy === '',
    sections: Object.fromEntries(spoken.map((s) => [s.id, { title: s.title, text: s.explanation }])),
    words: Object.fromEntries(file.words),
    neverSaid: Object.fromEntries(unspoken.map((s) => [s.id, s.phrases.map((phrase) => phrase.text)])),
  };
}

/** Sections and words that a language does not have yet; a claim without an English section has no words at all. */
export function holesOf(voice: Voice): readonly string[] {
  return [...KIND.keys(), ...VARIANTS, ...WORDS, ...Object.keys(NEVER_SAID)].filter(
    (id) => voice.sections[id] === undefined && voice.words[id] === undefined && voice.neverSaid[id] === undefined,
  );
}
