import type { Path } from '../contract.js';
import { type Catcher, catcherOf } from './catcher.js';
import { NEVER_SAID, type NeverSaidId } from './ids.js';
import type { Knowledge, Voice } from './knowledge.js';

export type Slip = { readonly section: NeverSaidId; readonly phrase: string; readonly words: string };

/** Compiled when a voice's sentences are first checked: a check of our own words may cost time, a mail never pays for it. */
const CATCHERS = new WeakMap<Voice, Map<NeverSaidId, Catcher>>();

/** What of a sentence must never be said on a path, by the sections `never-said` of its language; null if nothing is, or the language has none. */
export function neverSaid(know: Pick<Knowledge, 'voices'>, path: Path, language: string, sentence: string): Slip | null {
  const voice = know.voices.find(({ code }) => code === language);
  if (voice === undefined) return null;
  for (const section of Object.keys(NEVER_SAID) as NeverSaidId[]) {
    const phrases = voice.neverSaid[section];
    if (phrases === undefined || !(NEVER_SAID[section] as readonly Path[]).includes(path)) continue;
    const hit = catcherFor(voice, section, phrases)(sentence);
    if (hit !== null) return { section, phrase: phrases[hit.phrase] as string, words: hit.words };
  }
  return null;
}

function catcherFor(voice: Voice, section: NeverSaidId, phrases: readonly string[]): Catcher {
  const known = CATCHERS.get(voice) ?? new Map<NeverSaidId, Catcher>();
  CATCHERS.set(voice, known);
  const catcher = known.get(section) ?? catcherOf(phrases.map((line) => ({ line, where: section })));
  known.set(section, catcher);
  return catcher;
}
