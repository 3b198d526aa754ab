import type { Attachment, Explanation } from '../model.js';
import type { Speech } from './speech.js';

/** Attached files; of each that pretends, what it really is, that nobody need open it, and what to do if somebody did. */
export function attachmentWords(attachments: readonly Attachment[], speech: Speech): Explanation['attachments'] {
  return attachments.map((a) => ({ name: a.name, type: a.type, disguised: a.disguise !== undefined, why: whyOf(a, speech) }));
}

function whyOf({ disguise, real, inside }: Attachment, speech: Speech): string {
  if (disguise === undefined) return '';
  const what = speech.say(`file-real-${real ?? 'other'}`);
  return `${speech.say(`file-${disguise}`, { real: what, inside: inside ?? '' })} ${speech.say('file-no-proof')} ${speech.say('file-if-opened')}`;
}
