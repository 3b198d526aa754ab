import type { SenderReason, SenderReport } from '../facts/sender/report.js';
import type { WordId } from '../language/words.js';
import type { SenderWords } from '../model.js';
import type { Speech } from './speech.js';

/** Sentences beside the conclusion: more than these are a lecture. */
const ASIDES = 3;

/** Reasons that say why something was called forged; they stand for nothing where in the end it was not. */
const ACCUSING: ReadonlySet<SenderReason> = new Set(['dmarc-fail-own', 'nothing-passes-own', 'no-records-own', 'dmarc-fail-other', 'spf-only']);

/** What is said of the sender: one sentence of conclusion with how sure it is, why, and the small picture of the envelope. */
export function senderWords(report: SenderReport, speech: Speech): SenderWords {
  const { verdict, reasons, says, basis } = report;
  const told = reasons.filter((reason) => verdict !== 'not-proven' || (!ACCUSING.has(reason) && reason !== 'own-as-written'));
  const [first, ...rest] = told;
  const lines: string[] = [];
  const slots = { domain: says.domain ?? '', address: says.from[0]?.address ?? '' };
  const reasonWord = first === undefined ? null : (`sender-why-${first}` as const);
  const conclusion =
    verdict !== 'not-proven' && reasonWord !== null && speech.knows(reasonWord) ? speech.say(reasonWord, slots) : speech.say(`sender-${verdict}`);
  lines.push(report.certainty === 'none' ? conclusion : `${conclusion}${conclusion.endsWith('。') ? '' : ' '}${speech.say(`sender-sure-${report.certainty}`)}`);
  if (verdict === 'not-proven' && reasonWord !== null) lines.push(speech.say(reasonWord, slots));
  for (const reason of rest.slice(0, ASIDES)) lines.push(speech.say(`sender-why-${reason}`, slots));
  const failed = reasons.some((reason) => ACCUSING.has(reason));
  if (verdict === 'not-proven' && failed) lines.push(speech.say('sender-check-failed'));
  if (verdict === 'authentic') lines.push(speech.say(says.own ? 'sender-check-account' : 'sender-text-not-true'));
  const why = basis === 'pasted' ? lines.map((sentence) => speech.say('sender-in-pasted', { sentence })) : lines;
  return { verdict, why, picture: pictureOf(report, speech) };
}

/** Who the letter says it is from, who brought it, and through whose hands: as on an envelope. */
function pictureOf(report: SenderReport, speech: Speech): SenderWords['picture'] {
  const { says, brought, hops, basis } = report;
  const [author] = says.from;
  const picture: { label: string; text: string }[] = [];
  const line = (label: WordId, text: string): void => void picture.push({ label: speech.say(label), text });
  if (author !== undefined) {
    const shown = author.address === '' ? author.name : author.name === '' ? author.address : `${author.name} <${author.address}>`;
    line('sender-says', says.own ? `${shown} ${speech.say('sender-own-address')}` : shown);
  }
  if (basis === 'partial') return picture;
  const client = [brought.host, brought.address === null || brought.address === brought.host ? null : `[${brought.address}]`]
    .filter((x) => x !== null)
    .join(' ');
  const proved = brought.domain === null ? speech.say('sender-nobody-proved') : speech.say('sender-proved', { domain: brought.domain });
  line('sender-brought', [client, brought.authenticated ? speech.say('sender-signed-in') : proved].filter((x) => x !== '').join(' — '));
  const border = hops.findLast((hop) => hop.trusted)?.by ?? brought.provider;
  const office = border === null ? null : brought.known && border !== brought.provider ? `${border} (${brought.provider})` : border;
  const hands = [brought.host ?? brought.address, office].filter((x) => x !== null);
  if (hands.length > 0) line('sender-hands', hands.join(' → '));
  return picture;
}
