import { readFileSync } from 'node:fs';
import { everyAddressOf } from '../addresses.js';
import type { Random } from '../disguise/model.js';
import { readLetters } from '../letters.js';
import { pick } from '../pieces.js';
import { ROOT } from '../root.js';
import { samples } from '../samples.js';

const LETTERS = `${ROOT}bench/letters/`;
const SENTENCES = ['bluff.en', 'bluff.ja', 'genuine.en', 'genuine.ja', 'innocent.en', 'innocent.ja', 'disguise.de', 'disguise.ko', 'disguise.ru'].flatMap(
  (name) => {
    const text = /^disguise/.test(name)
      ? readFileSync(`${LETTERS}${name}.txt`, 'utf8')
      : readLetters(`${LETTERS}${name}.txt`)
          .map((letter) => letter.text)
          .join('\n');
    return text.split(/(?<=[.!?。]\s?)|\n/).filter((sentence) => sentence.trim() !== '');
  },
);
const ADDRESSES = ['one', 'two', 'three'].flatMap((name) => everyAddressOf(`fuzz ${name}`).map(({ address }) => address));

/** What readers and detectors look for: put in at the wrong place it makes them look. */
export const MARKS = [
  ...[
    '\r\n',
    '\n',
    '\r',
    '\0',
    '\t',
    ' ',
    '--',
    '--b\r\n',
    '--b--\r\n',
    '--c\r\n',
    'From ',
    'From a@b.example Mon Oct  5 09:12:00 2026\n',
    '=?utf-8?q?',
    '=?iso-2022-jp?b?',
    '?=',
    '=\r\n',
    '=3D',
    '=ZZ',
  ],
  ...[
    'Content-Type: ',
    'Content-Type: multipart/mixed; boundary=b\r\n',
    'Content-Type: message/rfc822\r\n\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    'Subject: ',
    'Received: from a by b\r\n',
    'boundary="',
    'charset=',
    "filename*0*=utf-8''",
  ],
  ...[
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<style>',
    '</style>',
    '<p style="display:none">',
    '<div>',
    '</div>',
    '&',
    '&#',
    '&#x',
    ';',
    '&nbsp;',
    '&#112;',
    '"',
    "'",
    '<a href="http://a.example/">',
  ],
  ...[
    '\u200b',
    '\u200d',
    '\u202e',
    '\u202c',
    '\ufeff',
    '\u00ad',
    '\u0301',
    '\u0301'.repeat(50),
    '\ufdfa',
    '\ud83c\udd71',
    '\ud835\udd1e',
    '\u2f00',
    '\uff76\uff9e',
    '\u1112\u1161\u11ab',
    '\u0430',
    '\u3042',
    '\u3002',
    '\ud800',
  ],
  ...[
    '-----BEGIN PGP MESSAGE-----\n',
    '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n',
    '-----BEGIN PGP SIGNATURE-----\n',
    '-----END PGP SIGNATURE-----\n',
    '-----Original Message-----\n',
    '----- mail header -----\n',
    '> ',
    '\x1b$B',
    '\x1b(B',
    '~{',
    '+AGE-',
  ],
  ...[
    'bc1q',
    '0x',
    'bitcoin:',
    'password: ',
    'within 48 hours',
    '$1,000',
    '1-',
    'a@',
    '10:31 Anna: ',
    'remove the x',
    'p a y ',
    'p.a.y',
    '4cc0unt',
    'QUFB',
    '1f8b',
    '{\\rtf1 ',
    '%PDF-',
  ],
] as const;

/** Some words: sentences of letters, addresses, marks, now and then a long run of one. */
export function words(random: Random): string {
  let out = '';
  for (let k = 0, n = 1 + Math.floor(random() * 12); k < n; k++) {
    const dice = random();
    if (dice < 0.55) out += pick(random, SENTENCES);
    else if (dice < 0.65) out += pick(random, ADDRESSES);
    else if (dice < 0.85) out += pick(random, MARKS);
    else if (dice < 0.95) out += String.fromCodePoint(...Array.from({ length: 1 + Math.floor(random() * 12) }, () => codePoint(random)));
    else out += pick(random, MARKS).repeat(1 + Math.floor(random() ** 3 * 3000));
    out += pick(random, ['', ' ', ' ', '\n', '\r\n', '\n\n']);
  }
  return out;
}

/** Of every plane, the first ones more often. */
function codePoint(random: Random): number {
  return Math.floor(random() ** 3 * 0x10ffff);
}

export const SAMPLES = samples().map(({ bytes }) => bytes);
