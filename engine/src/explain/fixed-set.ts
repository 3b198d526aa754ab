import type { Flag } from '../contract.js';
import type { WordId } from '../language/words.js';
import type { Verdict } from '../model.js';
import type { Speech } from './speech.js';

/** Languages whose every sentence was read line by line against the knowledge pages; of the others only the set below was. */
const READ_WHOLLY: ReadonlySet<string> = new Set(['en', 'ja']);

/**
 * All that a language nobody has signed says where somebody may really be threatened. A wrong word costs most there, so these few
 * are what a speaker has to check first; everything else of such a page is said in English, and the whole of it stands beside.
 */
export const FIXED_SET: ReadonlySet<WordId> = new Set<WordId>([
  // What it is.
  'headline-genuine',
  'headline-genuine-minor',
  'headline-genuine-before',
  'headline-genuine-known',
  'headline-unsure',
  // You are not to blame, and not alone.
  'lead-crisis',
  'lead-genuine',
  'lead-genuine-minor',
  'lead-genuine-before',
  'lead-genuine-known',
  'note-third-party',
  // What cannot wait, whoever it is.
  'step-crisis-call',
  'step-police-now',
  'step-do-not-pay',
  'step-paid-stop',
  'step-paid-contact-issuer',
  'step-record-without-pictures',
  'step-stop-and-block',
  'step-tell-someone',
  'step-minor-tell',
  'step-known-safety',
  'step-known-devices',
  'step-before-stop',
  'step-helper-listen',
  // What only the reader can tell.
  'ask-contact',
  'ask-image',
  'ask-names',
  'ask-app',
  'ask-paid',
  'ask-age',
  'ask-who',
  // The number to call.
  'label-emergency',
]);

/** A child, someone who cannot go on, someone near, someone who helps: each is spoken to with care whatever the verdict is. */
const WITH_CARE: readonly Flag[] = ['crisis', 'minor', 'known-person', 'third-party'];

/** Whether a language says no more than the fixed set to whoever needs care: it has words, and nobody has signed them. */
export function hasFixedSetOnly(speech: Speech): boolean {
  return speech.draft && !READ_WHOLLY.has(speech.code) && speech.knows('headline-genuine');
}

/** Whether the reader may be in real trouble, or speaks for someone who may. */
export function needsCare({ kind, flags }: Pick<Verdict, 'kind' | 'flags'>): boolean {
  return kind === 'genuine' || WITH_CARE.some((flag) => flags.includes(flag));
}
