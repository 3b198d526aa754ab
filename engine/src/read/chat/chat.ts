import type { Mail, Part, Problem } from '../../model.js';
import { CHAT_LINES_FIRST, CHAT_LINES_LAST } from '../limits.js';
import { META_PAGE, SNAPCHAT } from './apps.js';
import { DISCORD_COPY, NAME_AND_TIME, TELEGRAM_COPY } from './below.js';
import type { Conversation, Format } from './conversation.js';
import { readJson } from './json.js';
import { inBubbles } from './in-bubbles.js';
import { KAKAO } from './kakao.js';
import { LINE } from './line.js';
import { QUOTED, X_PAGE } from './replies.js';
import { IMESSAGE_EXPORT, SMS_LIST, SMS_XML, SMS_XML_LIST } from './sms.js';
import { Speakers } from './speakers.js';
import { mayHoldTime } from './stamp.js';
import { toldInTurns } from './turns.js';
import { LINE_COPY, TIMED, TYPED } from './typed.js';
import { WHATSAPP } from './whatsapp.js';

const EXPORTS: readonly Format[] = [LINE, WHATSAPP, TELEGRAM_COPY, KAKAO, IMESSAGE_EXPORT, SMS_XML];
/** In the order in which they are told apart; the first of those that see most wins. */
const FORMS: readonly Format[] = [META_PAGE, SNAPCHAT, SMS_LIST, DISCORD_COPY, NAME_AND_TIME, TIMED, LINE_COPY, TYPED, X_PAGE, QUOTED];

/**
 * A message with its conversations taken apart in turns; the same object where there is none. What somebody pastes is read in every
 * format; a mail only in those that nobody writes by hand, and nobody in it is taken for its reader: whoever sends a mail can
 * write a chat into it in which the reader threatens himself.
 */
export function withTurns(mail: Mail, fileName: string): Mail {
  const found = mail.parts.map((part) => (part.kind === 'text' || (part.kind === 'html' && mail.form === 'text') ? conversationOf(part, mail.form) : null));
  return found.every((one) => one === null) ? mail : told(mail, found, fileName);
}

/** A message that is one exported conversation. */
export function ofConversation(mail: Mail, conversation: Conversation, fileName: string): Mail {
  return told({ ...mail, parts: [{ id: '1', kind: 'text', text: '' }] }, [conversation], fileName);
}

function told(mail: Mail, found: readonly (Conversation | null)[], fileName: string): Mail {
  const conversations = found.filter((one) => one !== null);
  const speakers = new Speakers(mail.form === 'mail' ? [] : conversations, fileName);
  const { parts, turns, cut } = toldInTurns(mail.parts, found, speakers);
  const units = conversations.reduce((sum, { pieces }) => sum + pieces.reduce((n, { text }) => n + text.length, 0), 0);
  const problems: readonly Problem[] = cut ? [...mail.problems, { id: 'text-cut', detail: `${Math.ceil(units / 1024)} KB` }] : mail.problems;
  return { ...mail, parts, turns, problems, whole: mail.whole && !cut };
}

function conversationOf(part: Part, form: Mail['form']): Conversation | null {
  if (part.bubbles !== undefined) return inBubbles(part.text, part.bubbles, form);
  const { text, kind } = part;
  if (form === 'mail' && !mayHoldExport(text)) return null;
  if (kind === 'text') {
    const json = form === 'text' ? readJson(text) : null;
    if (json !== null) return json;
  }
  const lines = text.split('\n');
  const looked = lines.length <= CHAT_LINES_FIRST + CHAT_LINES_LAST ? lines : [...lines.slice(0, CHAT_LINES_FIRST), ...lines.slice(-CHAT_LINES_LAST)];
  const timed = looked.filter(mayHoldTime);
  const format = best(EXPORTS, looked, timed, form === 'mail' ? 2 : 1) ?? (form === 'text' && kind === 'text' ? best(FORMS, looked, timed, 1) : null);
  if (format === null) return null;
  const conversation = format.read(lines);
  return conversation.pieces.some((piece) => piece.kind === 'message') ? conversation : null;
}

/** False for most mail: all exports hold times, but for the lists of one program. */
function mayHoldExport(text: string): boolean {
  return mayHoldTime(text) || text.includes(SMS_XML_LIST);
}

function best(formats: readonly Format[], lines: readonly string[], timed: readonly string[], least: number): Format | null {
  let most = least - 1;
  let found: Format | null = null;
  for (const format of formats) {
    const n = format.find(lines, timed);
    if (n <= most) continue;
    most = n;
    found = format;
  }
  return found;
}
