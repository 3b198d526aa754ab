import type { SenderReason, SenderReport } from '../facts/sender/report.js';
import type { WordId } from '../language/words.js';
import type { SenderWords } from '../model.js';
import type { Speech } from './speech.js';

/** Sentences beside the conclusion: more than these are a lecture. */
const ASIDES = 3;

/** Reasons that say why something was called forged; they stand for nothing where in the end it was not. */
const ACCUSING: ReadonlySet<SenderReason> = new Set(['dmarc-fail-own', 'nothing-passes-own', 'no-records-own', 'dmarc-fail-other', 'spf-only']);

/** `own-as-written` is a condition put before the conclusion, no sentence of its own. */
type TellingReason = Exclude<SenderReason, 'own-as-written'>;

/** What is said of the sender: one sentence of conclusion with how sure it is, why, and the small picture of the envelope. */
export function senderWords(report: SenderReport, speech: Speech): SenderWords {
  const { verdict, reasons, says, basis } = report;
  const asWritten = reasons.includes('own-as-written');
  const told = reasons.filter((reason) => reason !== 'own-as-written' && (verdict !== 'not-proven' || !ACCUSING.has(reason))) as TellingReason[];
  const [first, ...rest] = told;
  const lines: string[] = [];
  const slots = { domain: says.domain ?? '', address: says.from[0]?.address ?? '' };
  const word = first === undefined ? null : (`sender-why-${first}` as const);
  const conclusion = verdict !== 'not-proven' && word !== null && speech.knows(word) ? speech.say(word, slots) : speech.say(`sender-${verdict}`);
  const sure = report.certainty === 'none' ? '' : `${conclusion.endsWith('。') ? '' : ' '}${speech.say(`sender-sure-${report.certainty}`)}`;
  // A letter may name a stranger as its receiver; only the reader knows.
  const isMeant = asWritten && verdict !== 'not-proven' && first !== 'name-trick';
  lines.push(isMeant ? speech.say('sender-if-own', { ...slots, sentence: `${conclusion}${sure}` }) : `${conclusion}${sure}`);
  if (verdict === 'not-proven' && word !== null) lines.push(speech.say(word, slots));
  for (const reason of rest.slice(0, ASIDES)) lines.push(speech.say(`sender-why-${reason}`, slots));
  if (verdict === 'not-proven' && reasons.some((reason) => ACCUSING.has(reason))) lines.push(speech.say('sender-check-failed'));
  if (verdict === 'authentic')
    lines.push(...[...(says.own ? (['sender-check-account'] as const) : []), 'sender-text-not-true' as const].map((id) => speech.say(id)));
  const why = basis === 'pasted' ? lines.map((sentence) => speech.say('sender-in-pasted', { sentence })) : lines;
  return { verdict, why, picture: pictureOf(report, speech) };
}

/** A sentence about the headers, with what it holds under: that the address is the reader's, that the paste is true. */
export function onCondition(sentence: string, { reasons, says, basis }: SenderReport, speech: Speech): string {
  const ifOwn = reasons.includes('own-as-written') ? speech.say('sender-if-own', { address: says.from[0]?.address ?? '', sentence }) : sentence;
  return basis === 'pasted' ? speech.say('sender-in-pasted', { sentence: ifOwn }) : ifOwn;
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
