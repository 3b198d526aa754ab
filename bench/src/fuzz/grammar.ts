import type { Random } from '../disguise/model.js';
import { join, pick, randomBytes } from '../pieces.js';
import { MARKS, SAMPLES, words } from './words.js';

/** Depth of what is made; deeper files are in the hostile list. */
const DEPTH = 5;

const CHARSETS = [
  'utf-8',
  'UTF-8',
  'iso-2022-jp',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
  'iso-2022-kr',
  'koi8-r',
  'windows-1251',
  'windows-1252',
  'iso-8859-2',
  'utf-7',
  'utf-16',
  'utf-16le',
  'us-ascii',
  'x-none',
  '"',
];
const ENCODINGS = ['7bit', '8bit', 'binary', 'base64', 'BASE64', 'quoted-printable', 'x-uuencode', '"base64"', ' base64 (c)'];
const TYPES = [
  'text/plain',
  'text/html',
  'text/html',
  'text/plain; format=flowed',
  'text/enriched',
  'text/calendar',
  'application/octet-stream',
  'application/pdf',
  'application/ms-tnef',
  'application/pkcs7-mime',
  'image/png',
  'message/delivery-status',
  'text',
  '/',
  '',
];
const NAMES = ['a.txt', 'a.html', 'a.eml', 'a.pdf', 'a.pdf.exe', 'winmail.dat', 'smime.p7m', 'a.msg', 'a.rtf', '\u202egpj.exe', '=?utf-8?q?=E3=81=82?=', ''];
const FIELDS = [
  'From',
  'To',
  'Cc',
  'Subject',
  'Date',
  'Message-ID',
  'Received',
  'Reply-To',
  'Return-Path',
  'List-Id',
  'Authentication-Results',
  'X-Spam',
  'MIME-Version',
  'Delivered-To',
  'Disposition-Notification-To',
  'Precedence',
];
const TAGS = [
  'p',
  'div',
  'span',
  'b',
  'a',
  'br',
  'table',
  'tr',
  'td',
  'style',
  'script',
  'font',
  'img',
  'title',
  'head',
  'body',
  'pre',
  'svg',
  'template',
  'h1',
  'li',
  'o:p',
];
const STYLES = [
  'display:none',
  'color:#fff',
  'font-size:0',
  'color:#fff;background:#fff',
  'position:absolute;left:-9999px',
  'visibility:hidden',
  'opacity:0',
  'a',
  'color:/*',
  '}',
  'background:url(http://a.example/x)',
  'mso-hide:all',
  'font-size:1px!important',
];

/** A message, nearly right: a mail mostly, or a text, a page, several messages in a mailbox. */
export function messageOf(random: Random): Uint8Array {
  const dice = random();
  if (dice < 0.08) return Buffer.from(words(random));
  if (dice < 0.12) return Buffer.from(chat(random));
  if (dice < 0.18) return Buffer.from(page(random));
  if (dice < 0.24) return pick(random, SAMPLES);
  if (dice < 0.3)
    return join(...Array.from({ length: 1 + Math.floor(random() * 4) }, () => join('From a@b.example Mon Oct  5 09:12:00 2026\n', mail(random, 0), '\n')));
  return mail(random, 0);
}

const NAMES_IN_CHATS = ['me', 'him', 'Elena', '~ Elena', 'みお', '자기', 'You', 'ME', 'a:b', '', '\u200eTom', 'x'.repeat(70)];
/** Before a line of a chat, as programs and people write it; NAME is somebody's. */
const HEADS = [
  '[14/03/2025, 23:41] NAME: ',
  '\u200e[14.3.25, 11:41:07\u202fPM] NAME: ',
  '14/03/2025, 23:41 - NAME: ',
  '23:02\tNAME\t',
  '23:02\tNAME\t"',
  'NAME, [02.11.2026 21:14]\n',
  '[NAME] [오후 9:14] ',
  'NAME — Today at 21:14\n',
  'NAME 21:14\n',
  'NAME: ',
  'NAME「',
  '22:14 NAME　',
  'You sent\n',
  'ME\n',
  '> ',
  '<sms type="1" body="',
  '[LINE] Chat history with NAME\n',
  '2026/11/01(日)\n',
  '"sender_name": "NAME", "content": "',
  '',
];

function chat(random: Random): string {
  const heads = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(random, HEADS));
  const names = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(random, NAMES_IN_CHATS));
  let out = '';
  for (let k = 0, n = Math.floor(random() * 30); k < n; k++)
    out += `${pick(random, heads).replaceAll('NAME', pick(random, names))}${words(random).slice(0, 120)}${pick(random, ['\n', '\n', '\n\n', '」\n', '"\n', '" />\n'])}`;
  return out;
}

function mail(random: Random, depth: number): Uint8Array {
  let head = '';
  for (let k = 0, n = Math.floor(random() * 8); k < n; k++) head += field(random);
  return join(head, entity(random, depth));
}

function field(random: Random): string {
  const name = pick(random, FIELDS);
  const value = pick(random, [
    'a@sender.example',
    'Anna <a@sender.example>',
    '"b@example.net" <a@sender.example>, b@example.net',
    `=?${pick(random, CHARSETS)}?${pick(random, ['b', 'q', 'B', 'x'])}?${Buffer.from(words(random).slice(0, 40)).toString('base64')}?=`,
    words(random).slice(0, 200).replaceAll('\n', '\n '),
    words(random).slice(0, 60),
    pick(random, MARKS),
  ]);
  return `${name}${pick(random, [': ', ':', ' : ', ':\r\n '])}${value}${end(random)}`;
}

const end = (random: Random): string => (random() < 0.7 ? '\r\n' : '\n');

function entity(random: Random, depth: number): Uint8Array {
  const dice = random();
  if (depth < DEPTH && dice < 0.35) return multipart(random, depth);
  if (depth < DEPTH && dice < 0.42) return join(`Content-Type: message/rfc822${end(random)}${end(random)}`, mail(random, depth + 1));
  return leaf(random);
}

function multipart(random: Random, depth: number): Uint8Array {
  const boundary = pick(random, ['b', 'b', 'c', 'bb', '--', '', 'a b', '=_b', 'b'.repeat(70), '(a+)+$']);
  const line = end(random);
  const pieces: (string | Uint8Array)[] = [
    `Content-Type: multipart/${pick(random, ['mixed', 'alternative', 'related', 'signed', 'report', 'digest', 'x'])}; boundary=${pick(random, [boundary, `"${boundary}"`, `"${boundary}`])}${line}${line}`,
  ];
  for (let k = 0, n = Math.floor(random() * 4); k < n; k++)
    pieces.push(`--${boundary}${line}`, random() < 0.9 ? entity(random, depth + 1) : Buffer.from(words(random)), line);
  if (random() < 0.8) pieces.push(`--${boundary}--${line}`);
  return join(...pieces);
}

function leaf(random: Random): Uint8Array {
  const type = pick(random, TYPES);
  const charset = pick(random, CHARSETS);
  const encoding = pick(random, ENCODINGS);
  const line = end(random);
  let head = '';
  if (random() < 0.9)
    head += `Content-Type: ${type}${random() < 0.7 ? `; charset=${charset}` : ''}${random() < 0.2 ? `; name="${pick(random, NAMES)}"` : ''}${line}`;
  if (random() < 0.7) head += `Content-Transfer-Encoding: ${encoding}${line}`;
  if (random() < 0.2) head += `Content-Disposition: attachment; filename="${pick(random, NAMES)}"${line}`;
  return join(head, line, transferred(random, encoding, body(random, type, charset)), line);
}

function body(random: Random, type: string, charset: string): Uint8Array {
  if (random() < 0.05) return randomBytes(random, Math.floor(random() * 2000));
  const text = type.includes('html') ? page(random) : words(random);
  if (random() < 0.5 && /^utf-?16/.test(charset)) return Buffer.from(text, 'utf16le');
  return Buffer.from(text, random() < 0.1 ? 'latin1' : 'utf8');
}

/** Encoded as it says, mostly. */
function transferred(random: Random, encoding: string, bytes: Uint8Array): Uint8Array {
  const honest = random() < 0.85;
  if (/base64/i.test(encoding) && honest) return Buffer.from(Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n'));
  if (encoding === 'quoted-printable' && honest)
    return Buffer.from(Array.from(bytes, (b) => (b === 61 || b > 126 ? `=${b.toString(16).toUpperCase()}` : String.fromCharCode(b))).join(''));
  return bytes;
}

function page(random: Random): string {
  let out = random() < 0.3 ? '<!doctype html><html><body>' : '';
  for (let k = 0, n = 1 + Math.floor(random() * 15); k < n; k++) {
    const tag = pick(random, TAGS);
    const dice = random();
    if (dice < 0.45)
      out += `<${tag}${random() < 0.4 ? ` style="${pick(random, STYLES)}"` : ''}${random() < 0.1 ? ' hidden class=c' : ''}>${words(random).slice(0, 300)}`;
    else if (dice < 0.65) out += `</${tag}>`;
    else if (dice < 0.75) out += `<style>${pick(random, ['.c', 'p', '@media x{', '', 'a,b c'])}{${pick(random, STYLES)}}</style>`;
    else out += words(random);
  }
  return out;
}
