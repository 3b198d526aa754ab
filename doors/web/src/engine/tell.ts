import { ANSWERS, type Detection, detect, filesToSee, GATES, isEchoed, type Knowledge, questionOf, Speech, type WordId } from '@hattari/engine';
import { EASY_JAPANESE } from '../words/ja-easy.js';
import type { AskedGate, Given, Setting, Told } from './protocol.js';

/** Words of the language files that the page shows beside an explanation. */
const LABELS = [
  'label-claims',
  'label-signals',
  'label-questions',
  'label-steps',
  'label-help',
  'label-wallets',
  'label-sender',
  'label-demand',
  'label-attachments',
  'label-limits',
  'label-draft',
  'label-fallback',
  'label-beside',
  'label-seen',
  'label-source',
  'help-none',
] as const satisfies readonly WordId[];

/** Judges a message and says all that the page shows of it. Total, as `detect` is. */
export function tell(given: Given, setting: Setting, know: Knowledge, languages: readonly string[] | 'all'): Told {
  const { bytes, name, seen } = given;
  const { answers, place, language } = setting;
  const voices = setting.easy ? easy(know) : know;
  const detection = detect(
    { bytes, name, ...(seen === undefined ? {} : { seen }), answers, place, words: language, now: Date.now(), sender: 'always' },
    voices,
  );
  const { verdict, explanation, mail } = detection;
  const speech = new Speech(voices, language);
  const told = {
    name,
    subject: mail.parts.find(({ kind }) => kind === 'subject')?.text ?? '',
    kind: verdict.kind,
    flags: verdict.flags,
    explanation,
    gates: GATES.filter((gate) => verdict.asks.includes(gate) || answers[gate] !== undefined).map((gate): AskedGate => {
      const choices = ANSWERS[gate].map((answer) => ({ answer, text: firstWord(speech.say(`gate-${answer}`)) }));
      return { gate, text: speech.say(questionOf(gate, verdict)), choices };
    }),
    labels: Object.fromEntries(LABELS.map((id) => [id, speech.say(id)])),
    hushed: explanation.claims.map(({ id }) => id).filter((id) => !isEchoed(id)),
    unseen: unseenIn(given, detection),
    draft: speech.draft,
  };
  return { ...told, lacks: speech.lacks, understood: isUnderstood(detection, languages) };
}

/** Most messages hold nothing of the kind: only where something was not read is it read once more for its files. */
function unseenIn(given: Given, { mail }: Detection): number {
  if (given.seen !== undefined) return 0;
  return mail.problems.some(({ id }) => id === 'attachment-unread' || id === 'not-text') ? filesToSee(given).length : 0;
}

/** The gates' words also hold the letters that a terminal takes: "yes, y". */
function firstWord(words: string): string {
  return words.split(/[,、،]/)[0] as string;
}

/**
 * Whether all languages would find the same: something was found, and the whole text is in languages that are known, so that no phrase
 * of another counts in it. That nothing was found is said only once all are there: of 1,214 letters two would have been called clear.
 */
function isUnderstood({ evidence, verdict }: Detection, languages: readonly string[] | 'all'): boolean {
  if (languages === 'all') return true;
  if (verdict.kind === 'clear' || verdict.kind === 'mention' || verdict.kind === 'unsure') return false;
  const language = evidence.find((e) => e.kind === 'fact' && e.fact === 'readable');
  const isForeign = evidence.some((e) => e.kind === 'fact' && e.fact === 'foreign');
  return !isForeign && language?.kind === 'fact' && language.fact === 'readable' && language.language !== null && languages.includes(language.language);
}

const EASED = new WeakMap<Knowledge, Knowledge>();

/** The same knowledge, its Japanese in plain words where there are some. */
function easy(know: Knowledge): Knowledge {
  const known = EASED.get(know);
  if (known !== undefined) return known;
  const voices = know.voices.map((voice) => (voice.code === 'ja' ? { ...voice, words: { ...voice.words, ...EASY_JAPANESE } } : voice));
  const eased = { ...know, voices };
  EASED.set(know, eased);
  return eased;
}
