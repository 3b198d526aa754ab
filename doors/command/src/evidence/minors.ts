import type { Answers, Detection, ProblemId } from '@hattari/engine';

/** Whose pictures it may be about. `unknown` is treated as `minor`. */
export type Age = 'adult' | 'minor' | 'unknown';

/** Whether a message shows by its own text that it is about someone under 18. */
export function showsMinor({ verdict, evidence }: Pick<Detection, 'verdict' | 'evidence'>): boolean {
  return verdict.flags.includes('minor') || evidence.some((e) => e.kind === 'signal' && e.id === 'reader-minor');
}

/** One message that shows a minor makes the whole pack one about a minor, whatever was answered. */
export function ageOf(isMinorShown: boolean, { age }: Answers): Age {
  if (isMinorShown || age === 'under-18') return 'minor';
  return age === 'adult' ? 'adult' : 'unknown';
}

/** Behind these stands something that was not looked into: it may be a picture. */
const UNSEEN: ReadonlySet<ProblemId> = new Set(['attachment-unread', 'encrypted', 'too-large', 'too-deep', 'too-many-parts', 'text-cut', 'not-text', 'crash']);

/** Whether a message holds pictures or films, attached, inline or as letters, or something that was not read and may be one. `leftOut`: blocks of data in its text. */
export function mayHoldPictures({ mail }: Pick<Detection, 'mail'>, leftOut: number): boolean {
  return mail.pictures > 0 || leftOut > 0 || mail.attachments.some((file) => !file.machine) || mail.problems.some(({ id }) => UNSEEN.has(id));
}
