import { describe, expect, test } from 'vitest';
import type { Mail } from '../model.js';
import { read } from './read.js';
import { isSignature } from './signature.js';

const LINE = 'iQEzBAABCAAdFiEEabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV';
const packet = (tag: number, content: Uint8Array): Uint8Array => Buffer.concat([Buffer.from([0xc0 | tag, content.length]), content]);
const base64 = (bytes: Uint8Array): string => `${Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n=AbCd\n`;
const noise = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, i) => (i * 151 + 7) % 31);
const armour = (kind: string, fields = '', lines = base64(packet(2, noise(120)))): string =>
  `-----BEGIN PGP ${kind}-----\n${fields}\n${lines}-----END PGP ${kind}-----\n`;
const WORDS = 'I have your pictures and you must pay me before Friday\n';
const tlv = (tag: number, ...content: Uint8Array[]): Uint8Array => {
  const all = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, 0x82, all.length >> 8, all.length & 255]), all]);
};
const oid = (last: number): Uint8Array => Buffer.from([6, 9, 42, 134, 72, 134, 247, 13, 1, 7, last]);
/** SignedData (RFC 5652, 5.1) with `rest` as certificates and signatures, around `inner` or around nothing. */
const signed = (rest: Uint8Array, ...inner: Uint8Array[]): Uint8Array =>
  tlv(0x30, oid(2), tlv(0xa0, tlv(0x30, Buffer.from([2, 1, 1]), tlv(0x31), tlv(0x30, oid(1), ...inner.map((one) => tlv(0xa0, tlv(4, one)))), tlv(0xa0, rest))));
const PGP = 'application/pgp-signature';
const KEYS = 'application/pgp-keys';
const CMS = 'application/pkcs7-signature';

const mail = (type: string, name: string, bytes: Uint8Array | string, more = ''): Mail =>
  read({
    bytes: Buffer.from(
      `From: a@example.org\nTo: b@example.org\nSubject: s\nContent-Type: multipart/signed; boundary=b\n\n--b\n\nhello\n--b\nContent-Type: ${type}; name="${name}"${more}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(bytes).toString('base64')}\n--b--\n`,
    ),
  });

describe('read by programs alone, whatever the name', () => {
  const CASES: [string, string, string | Uint8Array][] = [
    ['a signature', PGP, armour('SIGNATURE')],
    ['with CRLF', PGP, armour('SIGNATURE').replaceAll('\n', '\r\n')],
    ['with fields', PGP, armour('SIGNATURE', 'Version: GnuPG v2\nComment: GPGTools - https://gpgtools.example\nHash: SHA256\n')],
    ['keys', KEYS, `\n${armour('PUBLIC KEY BLOCK')}\n${armour('PUBLIC KEY BLOCK')}`],
    ['a signature in bytes', PGP, packet(2, noise(120))],
    ['an old packet', PGP, Buffer.concat([Buffer.from([0x89, 0, 120]), noise(120)])],
    ['a key in bytes', KEYS, Buffer.concat([packet(6, noise(90)), packet(13, Buffer.from('Ann <a@example.org>')), packet(2, noise(99))])],
    ['S/MIME', CMS, signed(noise(900))],
    [
      'S/MIME with the names of a certificate',
      CMS,
      signed(Buffer.concat([noise(500), Buffer.from('Example Trust Network Root CA http://crl.example.org/root.crl'), noise(500)])),
    ],
  ];
  test.each(CASES)('%s', (_, type, bytes) => {
    for (const [name, more] of [
      ['signature.asc', ''],
      ['page.html', '; charset=utf-8'],
      ['letter.pdf', ''],
      ['', ''],
    ] as const) {
      const one = mail(type, name, bytes, more);
      expect(one.attachments.map(({ machine, size }) => [machine, size])).toEqual([[true, bytes.length]]);
      expect(one.parts.map(({ text }) => text)).toEqual(['s', 'hello']);
      expect(one.whole).toBe(true);
    }
  });
});

describe('words of a letter are read', () => {
  test.each<[string, string, string]>([
    ['nothing else', PGP, WORDS],
    ['above the block', PGP, WORDS + armour('SIGNATURE')],
    ['below the block', PGP, armour('SIGNATURE') + WORDS],
    ['within the block', PGP, armour('SIGNATURE', '', `${LINE}\n${WORDS}=AbCd\n`)],
    ['in a field', PGP, armour('SIGNATURE', `Comment: ${WORDS}`)],
    ['a block that does not end', KEYS, `${armour('PUBLIC KEY BLOCK').replace(/-----END.*\n/, '')}${WORDS}`],
  ])('%s', (_, type, text) => {
    for (const name of ['signature.asc', 'page.html'])
      expect(
        mail(type, name, text)
          .parts.map((part) => part.text)
          .join('\n'),
      ).toContain(WORDS.trim());
  });

  test.each<[string, string, Uint8Array]>([
    ['a sentence in bytes', CMS, signed(Buffer.concat([noise(500), Buffer.from(WORDS), noise(500)]))],
    ['bytes behind the sequence', CMS, Buffer.concat([signed(noise(500)), noise(9)])],
    ['bytes behind the packets', PGP, Buffer.concat([packet(2, noise(120)), Buffer.from('%PDF')])],
    ['a packet that is neither', PGP, packet(11, noise(120))],
    ['a signature and what it signs', PGP, Buffer.concat([packet(2, noise(120)), packet(11, noise(90))])],
    ['the same in armour', PGP, Buffer.from(armour('SIGNATURE', '', base64(Buffer.concat([packet(2, noise(120)), packet(11, noise(90))]))))],
    ['an encrypted letter', PGP, Buffer.from(armour('MESSAGE', '', base64(packet(1, noise(120)))))],
    ['an encrypted letter under another mark', PGP, Buffer.from(armour('SIGNATURE', '', base64(packet(1, noise(120)))))],
    ['a signed letter', CMS, signed(noise(500), noise(300))],
    ['an encrypted letter in S/MIME', CMS, tlv(0x30, oid(3), tlv(0xa0, noise(600)))],
    ['a sequence that is no CMS', CMS, tlv(0x30, noise(600))],
    ['a program', PGP, Buffer.from('MZ\u0000\u0000')],
    ['nothing', PGP, new Uint8Array(0)],
    ['of another type', 'application/octet-stream', packet(2, noise(120))],
  ])('%s is no signature', (_, type, bytes) => expect(isSignature(type, bytes)).toBe(false));
});
