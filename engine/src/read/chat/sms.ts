import type { Conversation, Format, Line, Piece, Side } from './conversation.js';
import { CLOCK, DATE, headOf, JOIN, mayHoldTime, TIME } from './stamp.js';
import { RECEIVED, SENT } from './ui-words.js';
import { byTimedLine, NAME_UNITS } from './walk-lines.js';

// "2026-11-02 21:14 Received from +44...: text", "Sent 02/11/2026 21:14 to +44...: text", "[In] 21:14 text".
const WORD_BEHIND = new RegExp(`^\\[?((?:(?:${DATE})${JOIN})?${TIME})\\]?[ ,;|-]{1,3}\\[?(\\p{L}{2,14})\\]?`, 'iu');
const WORD_FIRST = new RegExp(`^\\[?(\\p{L}{2,14})\\]?[ :,;|-]{1,3}\\[?((?:(?:${DATE})${JOIN})?${CLOCK})\\]?`, 'iu');
const NUMBER = new RegExp(
  `^[ ,;|-]{0,3}(?:(?:from|to|von|an|de|para|от|кому|da|di|van|naar|od|do)[ :])? ?(\\+?[\\d(][\\d ()./-]{4,20}|\\p{L}[^:\\n]{0,${NAME_UNITS}}?)?:? ?(?=[:\\s]|$)`,
  'iu',
);

/** Text messages in a list: "Received" or "Sent", a time, a number, the text. */
export const SMS_LIST = byTimedLine('sms-list', 'form', {
  lineOf: smsLine,
  goesOn: 'export',
  admits: ({ heads }) => heads.length >= 2 && new Set(heads.map(({ side }) => side)).size === 2,
});

function smsLine(line: string): Line | null {
  if (line.length < 10 || !/\d[:.]\d\d/.test(line.slice(0, 60))) return null;
  const { text, behind } = headOf(line);
  const first = WORD_FIRST.exec(text);
  const found = first ?? WORD_BEHIND.exec(text);
  if (found === null) return null;
  const [word, time] = first === null ? [found[2], found[1]] : [found[1], found[2]];
  const side = sideOf(word as string);
  if (side === null) return null;
  const rest = text.slice(found[0].length);
  const colon = rest.indexOf(': ');
  const named = colon >= 0 && colon <= NAME_UNITS ? NUMBER.exec(rest.slice(0, colon)) : null;
  const at = found[0].length + (named === null ? (/^[ :,;|-]{0,3}/.exec(rest)?.[0].length ?? 0) : colon + 2);
  return {
    kind: 'head',
    name: side === 'other' ? (named?.[1] ?? (word as string)).trim() : (word as string),
    time: time as string,
    text: behind(at),
    side,
    below: true,
  };
}

function sideOf(word: string): Side | null {
  const key = word.toLowerCase();
  return RECEIVED.has(key) ? 'other' : SENT.has(key) ? 'reader' : null;
}

const IMESSAGE = new RegExp(`^((?:\\p{L}{3,9}) \\d{1,2}, \\d{4} {1,2}${CLOCK})(?: \\((?:Read|Delivered)[^()]{1,60}\\))?$`, 'iu');

/** iMessage and SMS as imessage-exporter writes them: a time, below it "Me" or a number, below that the text. */
export const IMESSAGE_EXPORT: Format = {
  id: 'imessage',
  sure: 'export',
  find: (lines, timed) => (timed.some(isStamp) ? lines.reduce((n, line, k) => n + (isStamp(line) && isName(lines[k + 1] ?? '') ? 1 : 0), 0) : 0),
  read: (lines) => {
    const pieces: Piece[] = [];
    let loose: string[] = [];
    for (let k = 0; k < lines.length; ) {
      const name = lines[k + 1] ?? '';
      if (!isStamp(lines[k] as string) || !isName(name)) {
        loose.push(lines[k++] as string);
        continue;
      }
      addWords(pieces, loose);
      loose = [];
      const time = IMESSAGE.exec(headOf(lines[k] as string).text)?.[1] ?? null;
      const text: string[] = [];
      for (k += 2; k < lines.length && (lines[k] as string).trim() !== ''; k++) text.push(lines[k] as string);
      if (text.length > 0)
        pieces.push({ kind: 'message', name: name.trim(), time, text: text.join('\n'), ...(name.trim() === 'Me' ? { side: 'reader' as const } : {}) });
    }
    addWords(pieces, loose);
    return { pieces, other: null, named: 'by-program' };
  },
};

function isStamp(line: string): boolean {
  return line.length <= 120 && mayHoldTime(line) && IMESSAGE.test(headOf(line).text.trimEnd());
}

function isName(line: string): boolean {
  return line.trim() !== '' && line.length <= NAME_UNITS;
}

export function addWords(pieces: Piece[], lines: readonly string[]): void {
  const text = lines.join('\n').trim();
  if (text !== '') pieces.push({ kind: 'words', text });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What the list of SMS Backup & Restore begins with. */
export const SMS_XML_LIST = '<smses ';

/** SMS Backup & Restore (Android): XML in which each message says whether it was received (1) or sent (2). */
export const SMS_XML: Format = {
  id: 'sms-xml',
  sure: 'export',
  find: (lines) => (lines.slice(0, 12).some((line) => line.includes(SMS_XML_LIST)) ? lines.filter((line) => /<sms\s/.test(line.slice(0, 200))).length : 0),
  read: (lines) => smsXml(lines.join('\n')),
};

/** Around the messages: the declaration, a comment of the program, the list. */
const AROUND = /<\?xml[^<>]{0,200}\?>|<!--[^<>]{0,200}-->|<\/?smses[^<>]{0,500}>/g;

function smsXml(text: string): Conversation {
  const pieces: Piece[] = [];
  const say = (around: string): void => addWords(pieces, [around.replace(AROUND, '')]);
  let behind = 0;
  for (let at = text.indexOf('<sms '); at >= 0; at = text.indexOf('<sms ', behind)) {
    // What stands between them, multimedia messages too, is told as it is.
    say(text.slice(behind, at));
    behind = endOfTag(text, at);
    const attributes = text.slice(at + '<sms'.length, behind);
    const body = attributeOf(attributes, 'body');
    if (body === '' || body === 'null') continue;
    const type = attributeOf(attributes, 'type');
    const known = attributeOf(attributes, 'contact_name');
    const name = known === '' || known === '(Unknown)' ? attributeOf(attributes, 'address') : known;
    const side = type === '1' ? 'other' : type === '2' ? 'reader' : null;
    const time = attributeOf(attributes, 'readable_date');
    pieces.push({ kind: 'message', name: side === 'reader' ? '' : name, time: time === '' ? null : time, text: body, ...(side === null ? {} : { side }) });
  }
  say(text.slice(behind));
  return { pieces, other: null, named: 'by-program' };
}

/** Behind the ">" that ends a tag; one in quotes does not. */
function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === '>') return at + 1;
    if (letter !== '"') continue;
    at = text.indexOf('"', at + 1);
    if (at < 0) break;
  }
  return text.length;
}

function attributeOf(attributes: string, name: string): string {
  const mark = ` ${name}="`;
  const at = attributes.indexOf(mark);
  if (at < 0) return '';
  const from = at + mark.length;
  const end = attributes.indexOf('"', from);
  return decoded(attributes.slice(from, end < 0 ? attributes.length : end));
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#(x?)([0-9a-f]{1,6})|([a-z]{2,4}));/gi,
    (whole: string, hex: string | undefined, digits: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = Number.parseInt(digits ?? '', hex === '' || hex === undefined ? 10 : 16);
      // The backup writes a picture letter as its two halves.
      return code <= 0xffff ? String.fromCharCode(code) : code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
