import { findDeadlines } from '../facts/deadline.js';
import { hasSpeaker, isDialogue } from '../facts/dialogue.js';
import { findMoney } from '../facts/money.js';
import { findNames } from '../facts/names.js';
import { findPasswords } from '../facts/password.js';
import { hasPhone } from '../facts/phone.js';
import { hasSums } from '../facts/sums.js';
import { findWallets } from '../facts/wallet/find.js';
import type { Evidence, Fact, Mail, Span, Stream } from '../model.js';
import type { Tokens } from '../phrase/tokens.js';

/** Words with digits for letters before they are called a trick: one is a name or a joke. */
const LEET_BEFORE_TRICK = 3;

/** How much the phrases found: none, some, or several claims or signs (or the text was pasted by someone who worries). */
export type Said = 'nothing' | 'something' | 'threat';

/** One text of the message, and its words. */
export type Text = { readonly stream: Stream; readonly tokens: Tokens };

/** Units of text in which a telephone number is looked for. */
const PHONE_REACH = 20_000;

/**
 * What can be checked in the message itself, without any language. Sums, times and names of a mail that
 * says nothing mean nothing and are not looked for, nor wallets in pieces where nobody threatens.
 */
export function noticeFacts(
  mail: Mail,
  texts: readonly Text[],
  readable: { readonly units: number; readonly language: string | null },
  said: Said,
): Evidence[] {
  const streams = texts.map(({ stream }) => stream);
  const facts: Fact[] = [];
  const seenWallets = new Set<string>();
  const original = new Map(mail.parts.map((part) => [part.id, part.text]));
  const spent = { readings: 0 };
  for (const { stream, tokens } of texts) {
    if (stream.kind === 'hidden') continue;
    for (const wallet of findWallets(stream, original.get(stream.part), said === 'threat' ? 'every-form' : 'written', spent)) {
      if (seenWallets.has(wallet.address)) continue;
      seenWallets.add(wallet.address);
      facts.push({ fact: 'wallet', wallet });
    }
    for (const span of findPasswords(stream, tokens.lower)) facts.push({ fact: 'password', span });
    if (said === 'nothing' && facts.length === 0) continue;
    for (const money of findMoney(stream)) facts.push({ fact: 'money', ...money });
    for (const deadline of findDeadlines(stream)) facts.push({ fact: 'deadline', ...deadline });
    if (stream.kind !== 'subject') for (const span of findNames(stream)) if (!isLeet(span, stream, tokens)) facts.push({ fact: 'name', span });
  }
  // Only a whole source shows what a mail loads; pasted text shows nothing about it.
  if (mail.form === 'mail') facts.push({ fact: 'beacons', beacons: mail.beacons });
  if (isSelfSent(mail)) facts.push({ fact: 'self-sent' });
  if (mail.links > 0) facts.push({ fact: 'link' });
  if ((said !== 'nothing' || facts.length > 0) && streams.some((stream) => hasPhone(stream.text.slice(0, PHONE_REACH)))) facts.push({ fact: 'phone' });
  if (mail.pictures > 0) facts.push({ fact: 'picture' });
  if (mail.turns.length > 1 || (mail.form === 'text' && mail.parts.some((part) => hasSpeaker(part.text)))) facts.push({ fact: 'conversation' });
  // A locked archive hides from every filter what it holds; beside a threat that is its purpose.
  if (mail.attachments.some((a) => a.disguise !== undefined || (a.locked === true && said === 'threat'))) facts.push({ fact: 'lure' });
  if (mail.form === 'text') {
    facts.push({ fact: 'pasted' });
    if (mail.turns.length > 0 || mail.parts.some((part) => isDialogue(part.text))) facts.push({ fact: 'dialogue' });
    if (streams.some((stream) => hasSums(stream.text))) facts.push({ fact: 'sums' });
  }
  if (mail.list) facts.push({ fact: 'list' });
  if (texts.some(({ tokens }) => tokens.spaced > 0)) facts.push({ fact: 'trick', trick: 'spaced-letters' });
  if (texts.some(({ tokens }) => tokens.leet.length >= LEET_BEFORE_TRICK)) facts.push({ fact: 'trick', trick: 'leetspeak' });
  facts.push({ fact: 'readable', ...readable });
  if (!mail.whole) facts.push({ fact: 'not-whole' });
  return facts.map((fact) => ({ kind: 'fact', ...fact }));
}

/** "@cc3ss" is a word of the letter, not somebody's handle. */
function isLeet(span: Span, { origin }: Stream, { leet }: Tokens): boolean {
  return leet.some((at) => (origin[at] as number) >= span.start && (origin[at] as number) < span.end);
}

/** The mail says that it was written by the one who gets it. */
function isSelfSent(mail: Mail): boolean {
  const to = new Set(mail.to.map((t) => t.address));
  return mail.from.some((f) => f.address !== '' && to.has(f.address));
}
