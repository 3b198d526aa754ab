import {
  type Detection,
  decodeText,
  type Fact,
  type Mail,
  masked,
  type PartId,
  type SenderWords,
  type Speaker,
  type Speech,
  shownPasswords,
  type Turn,
  type Wallet,
} from '@hattari/engine';
import { type Account, accountsIn } from './accounts.js';
import { withoutData } from './encoded-data.js';
import { FIELD_UNITS, FIELDS, LISTED } from './limits.js';
import { dateOfHeader } from './times.js';

/** One message of a conversation: `3`, or `3.1` and `3.2` where a turn has several. */
type StatedTurn = { readonly number: string; readonly speaker: Speaker; readonly name: string; readonly time: string; readonly text: string };
/** `same`: the part above that says the same in other dress. */
type StatedPart = { readonly id: PartId; readonly kind: 'subject' | 'text' | 'html' | 'hidden'; readonly text: string; readonly same: PartId | null };
/** A passage, and what the program marked it as. */
type Sign = { readonly quote: string; readonly place: string; readonly titles: readonly string[] };

/** What the pack tells of one message: what stands in it and what was observed, passwords masked, nothing in it that could be a picture. */
export type Statement = {
  readonly message: number | null;
  readonly isMail: boolean;
  /** Fields of the header as they stand, and how many more there are. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly moreFields: number;
  /** The date of the header in UTC; null if there is none that can be read. */
  readonly date: string | null;
  readonly subject: string;
  readonly sender: SenderWords | null;
  readonly turns: readonly StatedTurn[];
  /** A conversation as it stands in the file, before it was taken apart; null where that is no plain text. */
  readonly asItStands: string | null;
  readonly parts: readonly StatedPart[];
  readonly accounts: readonly (Account & { readonly places: readonly string[] })[];
  readonly wallets: readonly (Wallet & { readonly place: string })[];
  readonly demand: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number; readonly isDisguised: boolean }[];
  readonly tricks: readonly string[];
  readonly problems: readonly string[];
  readonly signs: readonly Sign[];
  readonly estimate: string;
  /** Blocks of data in the text that were left out. */
  readonly leftOut: number;
  /** UTF-16 units of all its text. */
  readonly units: number;
};

/** Fields that tell who, when and by what way; the others are for programs. */
const TOLD =
  /^(date|from|sender|reply-to|return-path|to|cc|delivered-to|subject|message-id|received|x-originating-ip|x-mailer|user-agent|authentication-results|received-spf)$/;

/** `bytes`: of the message, as they were read. */
export function statementOf({ mail, evidence, verdict, explanation: words }: Detection, message: number | null, bytes: Uint8Array, speech: Speech): Statement {
  const facts = evidence.filter((e) => e.kind === 'fact') as readonly Fact[];
  // The longest first: a password may stand inside of another.
  const passwords = shownPasswords(mail, facts).sort((a, b) => b.length - a.length);
  let leftOut = 0;
  const clean = (text: string): string => {
    const { text: kept, count } = withoutData(masked(text, passwords), (units) => speech.say('pack-left-out', { count: String(units) }));
    leftOut += count;
    return kept;
  };
  const texts = new Map(mail.parts.map((part) => [part.id, part.text]));
  const place = placesIn(mail, speech);
  const turns = mail.turns.flatMap((turn, i) => messagesOf(turn, texts.get(turn.part) ?? '', i + 1, clean));
  const asItStands = mail.form === 'mail' || mail.turns.length === 0 ? null : plainTextOf(bytes, texts.get(mail.turns[0]?.part ?? '') ?? '');
  const inTurns = new Set(mail.turns.map((turn) => turn.part));
  const parts = statedParts(
    mail.parts.filter((part) => !inTurns.has(part.id)),
    clean,
  );
  const fields = mail.headers.filter(({ name }) => TOLD.test(name.toLowerCase()));
  const date = mail.headers.find(({ name }) => name.toLowerCase() === 'date')?.value ?? '';
  const subject = mail.parts.find(({ kind }) => kind === 'subject')?.text ?? '';
  const kin = evidence.flatMap((e) => {
    const span = e.kind === 'kin' ? e.spans[0] : undefined;
    return e.kind !== 'kin' || span === undefined
      ? []
      : [{ title: speech.section(e.id).title, quote: (texts.get(span.part) ?? '').slice(span.start, span.end), place: place(span.part) }];
  });
  const stated = [...turns.map((turn) => turn.text), ...parts.map((part) => part.text), asItStands ?? ''];
  return {
    message,
    isMail: mail.form === 'mail',
    fields: fields.slice(0, FIELDS).map(({ name, value }) => ({ name: writtenName(name), value: clean(cut(value)) })),
    moreFields: Math.max(0, fields.length - FIELDS),
    date: dateOfHeader(date),
    subject: clean(cut(subject)),
    sender: words.sender === null ? null : senderOf(words.sender, clean),
    turns,
    asItStands: asItStands === null ? null : clean(asItStands),
    parts,
    accounts: accountsOf(mail, clean, place),
    wallets: words.wallets.slice(0, LISTED).map((wallet) => ({ ...wallet, place: place(wallet.span.part) })),
    demand: words.demandWords,
    attachments: mail.attachments.map(({ name, type, size, disguise }) => ({
      name: clean(name),
      type: clean(cut(type)),
      size,
      isDisguised: disguise !== undefined,
    })),
    tricks: words.tricks.map((trick) => trick.text),
    problems: words.problems.map((problem) => clean(problem.text)),
    signs: signsOf(
      [
        ...words.signals.map(({ title, quote }) => ({ title, quote, place: '' })),
        ...words.claims.map(({ title, quote, part }) => ({ title, quote, place: place(part) })),
        ...(verdict.kind === 'kin' ? kin : []),
      ],
      clean,
    ),
    estimate: [speech.say(`scan-verdict-${verdict.kind}`), verdict.family === null ? '' : `(${speech.say(`scan-family-${verdict.family}`)})`]
      .filter((word) => word !== '')
      .join(' '),
    leftOut,
    units: stated.reduce((sum, text) => sum + text.length, 0),
  };
}

function messagesOf({ speaker, name, time, messages = [] }: Turn, text: string, number: number, clean: (text: string) => string): StatedTurn[] {
  const begins = messages.length === 0 ? [{ start: 0, time }] : messages;
  return begins.map((one, k) => ({
    number: begins.length === 1 ? String(number) : `${number}.${k + 1}`,
    speaker,
    name: clean(name),
    time: clean(one.time ?? ''),
    text: clean(text.slice(one.start, begins[k + 1]?.start).trim()),
  }));
}

/** Bytes of a conversation that are kept as they stand: a year of one has a tenth of it. */
const PLAIN_BYTES = 8 * 1024 * 1024;

/** What was exported as JSON or as a page is no text that people read; nor is one in which the first turn does not stand. */
function plainTextOf(bytes: Uint8Array, turn: string): string | null {
  if (bytes.length > PLAIN_BYTES) return null;
  const text = decodeText(bytes, null).text.replace(/\r\n?/g, '\n');
  if (/^\s*(?:<|\{|\[\s*[{"])/.test(text)) return null;
  const first = turn.trim().split('\n')[0] ?? '';
  return first !== '' && text.includes(first) ? text : null;
}

function senderOf({ verdict, why, picture }: SenderWords, clean: (text: string) => string): SenderWords {
  return { verdict, why: why.map(clean), picture: picture.map(({ label, text }) => ({ label, text: clean(text) })) };
}

function cut(text: string): string {
  return text.length > FIELD_UNITS ? `${text.slice(0, FIELD_UNITS)} …` : text;
}

/** Field names come in small letters; people know them as `Message-ID`. */
function writtenName(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/-(?:Id|Ip|Spf)$/, (end) => end.toUpperCase());
}

function signsOf(marks: readonly { readonly title: string; readonly quote: string; readonly place: string }[], clean: (text: string) => string): Sign[] {
  const signs = new Map<string, { quote: string; place: string; titles: string[] }>();
  for (const { title, quote, place } of marks) {
    const sign = signs.get(quote) ?? { quote: clean(quote), place, titles: [] };
    signs.set(quote, { ...sign, place: sign.place || place, titles: [...sign.titles, title] });
  }
  return [...signs.values()];
}

function statedParts(parts: Mail['parts'], clean: (text: string) => string): StatedPart[] {
  const seen = new Map<string, PartId>();
  return parts
    .filter((part) => part.text.trim() !== '')
    .map(({ id, kind, text }) => {
      const bare = text.replace(/\s+/g, '');
      const same = kind === 'subject' ? null : (seen.get(bare) ?? null);
      if (same === null && kind !== 'subject') seen.set(bare, id);
      return { id, kind, text: same === null ? clean(text) : '', same };
    });
}

/** Most places of one account that are named. */
const PLACES = 5;

function accountsOf(mail: Mail, clean: (text: string) => string, place: (part: PartId) => string): Statement['accounts'] {
  const found = new Map<string, Account & { readonly places: string[] }>();
  for (const { id, text } of mail.parts) {
    for (const account of accountsIn(text, LISTED)) {
      const key = `${account.kind} ${account.value.toLowerCase()}`;
      const known = found.get(key);
      if (known === undefined && found.size >= LISTED) continue;
      const places = known?.places ?? [];
      if (known === undefined) found.set(key, { kind: account.kind, value: clean(account.value), places });
      const where = place(id);
      if (places.length < PLACES && !places.includes(where)) places.push(where);
    }
  }
  return [...found.values()];
}

/** Where a part stands, in words; '' where there is only one place. */
function placesIn(mail: Mail, speech: Speech): (part: PartId) => string {
  const turns = new Map(mail.turns.map((turn, i) => [turn.part, i + 1]));
  const kinds = new Map(mail.parts.map(({ id, kind }) => [id, kind]));
  const isOne = mail.parts.filter(({ kind }) => kind !== 'subject').length < 2;
  return (part) => {
    const turn = turns.get(part);
    if (turn !== undefined) return speech.say('pack-place-turn', { number: String(turn) });
    const kind = kinds.get(part);
    if (kind === 'subject') return speech.say('label-part-subject');
    if (kind === 'hidden') return speech.say('label-part-hidden');
    return isOne ? '' : speech.say('pack-place-part', { part });
  };
}
