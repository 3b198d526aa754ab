import { EXPORT_BYTES, JSON_DEPTH } from '../limits.js';
import type { Conversation, Message, Piece, Side } from './conversation.js';

type Fields = { readonly [name: string]: unknown };

/**
 * A chat out of the JSON that Telegram, Instagram, Messenger, Snapchat and DiscordChatExporter write; null for any other text.
 * Total: what is no JSON, too deep or too long is none of theirs.
 */
export function readJson(text: string): Conversation | null {
  const start = /^\s{0,64}[{[]/.exec(text);
  if (start === null || text.length > EXPORT_BYTES || !MARKS.some((mark) => text.includes(mark)) || depthOf(text) > JSON_DEPTH) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  for (const read of [telegram, meta, discord, snapchat]) {
    const found = read(value);
    if (found !== null && found.pieces.length > 0) return found;
  }
  return null;
}

/** A field that each of them has: most JSON is told from theirs before it is parsed. */
const MARKS = ['"sender_name"', '"from_id"', '"IsSender"', '"From"', '"author"'];

/** How deep brackets nest, outside of strings. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 34:
        for (at++; at < text.length && text.charCodeAt(at) !== 34; at++) if (text.charCodeAt(at) === 92) at++;
        break;
      case 91:
      case 123:
        most = Math.max(most, ++depth);
        break;
      case 93:
      case 125:
        depth--;
    }
  }
  return most;
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');

function conversation(pieces: readonly Piece[], other: string | null): Conversation {
  return { pieces, other, named: 'by-program' };
}

function message(name: string, time: string, text: string, side: Side | null = null): Message[] {
  return text.trim() === '' ? [] : [{ kind: 'message', name, time: time === '' ? null : time, text, ...(side === null ? {} : { side }) }];
}

/** Telegram Desktop: one chat, or all of them with the reader's own number at the top. */
function telegram(value: unknown): Conversation | null {
  if (!isFields(value)) return null;
  const chats = isFields(value['chats']) ? listOf(value['chats']['list']) : [value];
  const own = isFields(value['personal_information']) ? textOf(value['personal_information']['user_id']) : '';
  const pieces = chats.flatMap((chat) =>
    listOf(chat['messages']).flatMap((one): Piece[] => {
      if (one['from_id'] === undefined && one['actor_id'] === undefined && one['type'] === undefined) return [];
      const time = textOf(one['date']);
      if (one['type'] === 'service')
        return notice([textOf(one['actor']), textOf(one['action']).replaceAll('_', ' '), time].filter((word) => word !== '').join(', '));
      const side = own !== '' && own !== '0' ? (textOf(one['from_id']) === `user${own}` ? 'reader' : null) : null;
      return message(textOf(one['from']), time, [telegramText(one['text']), mediaOf(one)].filter((line) => line !== '').join('\n'), side);
    }),
  );
  const [only] = chats;
  const isPair = chats.length === 1 && only?.['type'] === 'personal_chat';
  return conversation(pieces, isPair ? textOf(only?.['name']) || null : null);
}

/** A string, or pieces of which some are links, numbers or bold. */
function telegramText(value: unknown): string {
  if (!Array.isArray(value)) return textOf(value);
  return value.map((piece) => (isFields(piece) ? textOf(piece['text']) : textOf(piece))).join('');
}

function mediaOf(one: Fields): string {
  const kind = textOf(one['media_type']).replaceAll('_', ' ') || (one['photo'] !== undefined ? 'photo' : one['file'] !== undefined ? 'file' : '');
  return kind === '' ? '' : `[${kind}]`;
}

function notice(text: string): Piece[] {
  return text === '' ? [] : [{ kind: 'notice', text }];
}

/** Instagram and Messenger, "Download your information": newest first, letters as the bytes of UTF-8, and in a chat of two its title is the other's name. */
function meta(value: unknown): Conversation | null {
  if (!isFields(value)) return null;
  const all = listOf(value['messages']).filter((one) => typeof one['sender_name'] === 'string');
  if (all.length === 0) return null;
  const stamp = (one: Fields): number => (typeof one['timestamp_ms'] === 'number' ? one['timestamp_ms'] : 0);
  const pieces = all
    .map((one, k) => ({ one, k }))
    .sort((a, b) => stamp(a.one) - stamp(b.one) || b.k - a.k)
    .flatMap(({ one }) => {
      const kinds = ['photos', 'videos', 'audio_files', 'sticker', 'share', 'call_duration', 'gifs', 'files'].filter((field) => one[field] !== undefined);
      const shared = isFields(one['share']) ? [one['share']['share_text'], one['share']['link']] : [];
      const lines = [mended(textOf(one['content'])), ...shared.map((text) => mended(textOf(text))), ...kinds.map((field) => `[${field.replaceAll('_', ' ')}]`)];
      return message(mended(textOf(one['sender_name'])), timeOf(stamp(one)), lines.filter((line) => line !== '').join('\n'));
    });
  const isPair = listOf(value['participants']).length === 2;
  return conversation(pieces, isPair ? mended(textOf(value['title'])) || null : null);
}

/** Milliseconds since 1970 as a date and time in UTC, by the calendar's own rule: the engine has no clock. */
function timeOf(ms: number): string {
  if (!(ms > 0 && ms < 1e14)) return '';
  const minutes = Math.floor(ms / 60_000);
  // Days from civil, turned round (H. Hinnant, "chrono-compatible low-level date algorithms").
  const days = Math.floor(minutes / 1440) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const two = (n: number): string => String(n).padStart(2, '0');
  const year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0);
  return `${year}-${two(month < 10 ? month + 3 : month - 9)}-${two(day)} ${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)} UTC`;
}

/** Bytes of UTF-8 that were written as letters of Latin-1, as Meta does; a text with any other letter is left alone. */
function mended(text: string): string {
  if (!/[\x80-\xff]/.test(text) || /[^\0-\xff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** DiscordChatExporter. */
function discord(value: unknown): Conversation | null {
  if (!isFields(value)) return null;
  const pieces = listOf(value['messages']).flatMap((one) => {
    const author = one['author'];
    if (!isFields(author)) return [];
    const files = listOf(one['attachments']).map((file) => `[${textOf(file['fileName']) || 'file'}]`);
    return message(
      textOf(author['nickname']) || textOf(author['name']),
      textOf(one['timestamp']),
      [textOf(one['content']), ...files].filter((line) => line !== '').join('\n'),
    );
  });
  return conversation(pieces, null);
}

/** Snapchat, "My Data": lists of messages, each of which says whether it is the reader's own. */
function snapchat(value: unknown): Conversation | null {
  if (!isFields(value)) return null;
  const lists = Object.values(value).flatMap((list) => [list, ...(isFields(list) ? Object.values(list) : [])]);
  const pieces = lists.flatMap((list) =>
    listOf(list)
      .filter((one) => typeof one['From'] === 'string' && typeof one['Created'] === 'string')
      .map((one, k) => ({ one, k }))
      .sort((a, b) => (textOf(a.one['Created']) < textOf(b.one['Created']) ? -1 : textOf(a.one['Created']) > textOf(b.one['Created']) ? 1 : b.k - a.k))
      .flatMap(({ one }) => {
        const kind = textOf(one['Media Type']);
        const text = textOf(one['Content']) || textOf(one['Text']) || (kind === '' || kind === 'TEXT' ? '' : `[${kind.toLowerCase()}]`);
        const side = typeof one['IsSender'] === 'boolean' ? (one['IsSender'] ? 'reader' : 'other') : null;
        return message(textOf(one['From']), textOf(one['Created']), text, side);
      }),
  );
  return conversation(pieces, null);
}
