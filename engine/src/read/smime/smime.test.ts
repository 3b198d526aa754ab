import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mail } from '../../model.js';
import { BER_DEPTH } from '../limits.js';
import { read } from '../read.js';
import { openCms } from './cms.js';

// Made once with openssl and gpg over words of our own; their keys were thrown away.
const SAMPLES = new URL('./samples/', import.meta.url);
const sample = (name: string): Buffer => readFileSync(new URL(name, SAMPLES));
const texts = (mail: Mail): string[][] => mail.parts.map((part) => [part.id, part.text.trimEnd()]);
const SIGNED = [
  ['1.1', 'The signed words: こんにちは'],
  ['1.2', 'The signed page'],
];

describe('S/MIME', () => {
  test.each([
    ['opaque.eml', 'DER'],
    ['opaque-ber.eml', 'BER of indefinite length, in pieces'],
  ])('%s: the signed entity is read (%s)', (name) => {
    const mail = read({ bytes: sample(name) });
    expect(texts(mail)).toEqual([['subject', 'signed'], ...SIGNED]);
    expect(mail.whole).toBe(true);
  });

  test('a detached signature stands beside the words', () => {
    const mail = read({ bytes: sample('detached.eml') });
    expect(texts(mail)).toEqual([['subject', 'signed'], ...SIGNED]);
    expect(mail.whole).toBe(true);
  });

  test('encrypted: told, and not whole', () => {
    const mail = read({ bytes: sample('encrypted.eml') });
    expect(mail.problems.map((problem) => problem.id)).toEqual(['encrypted', 'no-body']);
    expect(mail.whole).toBe(false);
  });

  const cms = (): Buffer => Buffer.from(sample('opaque.eml').toString().split('\n\n')[1] as string, 'base64');

  test.each([
    ['as a file alone', () => cms(), 'smime.p7m'],
    ['as base64', () => Buffer.from(cms().toString('base64')), 'smime.p7m'],
    ['in PEM lines', () => Buffer.from(`-----BEGIN PKCS7-----\n${cms().toString('base64')}\n-----END PKCS7-----\n`), 'smime.p7m'],
  ])('smime.p7m %s', (_, bytes, name) => {
    const mail = read({ bytes: bytes(), name });
    expect(texts(mail)).toEqual(SIGNED);
  });

  test('smime.p7m of unknown type as an attachment', () => {
    const mail = read({
      bytes: Buffer.from(
        `From: a@b.c\nTo: d@e.f\nContent-Type: application/octet-stream; name="smime.p7m"\nContent-Transfer-Encoding: base64\n\n${cms().toString('base64')}\n`,
      ),
    });
    expect(texts(mail)).toEqual(SIGNED);
  });

  test.each([
    [
      'the signed entity itself, as Outlook keeps it',
      () => Buffer.from(`Content-Type: multipart/mixed; boundary=b\n\n--b\n\nThe signed words\n--b--\n`),
      'smime.p7m',
      [['1.1', 'The signed words']],
    ],
    [
      'a signature under an unknown type',
      () =>
        Buffer.from(
          (
            /base64\n[\s\S]*?\n\n([\s\S]*?)\n\n/.exec(sample('detached.eml').toString().split('x-pkcs7-signature').at(-1) as string) as RegExpExecArray
          )[1] as string,
          'base64',
        ),
      'smime.p7s',
      [],
    ],
  ])('%s', (_, bytes, name, seen) => {
    const mail = read({
      bytes: Buffer.from(
        `From: a@b.c\nTo: d@e.f\nContent-Type: application/octet-stream; name="${name}"\nContent-Transfer-Encoding: base64\n\n${bytes().toString('base64')}\n`,
      ),
    });
    expect(bytes().length).toBeGreaterThan(20);
    expect(texts(mail)).toEqual(seen);
    expect(mail.whole).toBe(true);
  });

  test('cut in the middle: what is there is read, and that is told', () => {
    const whole = cms();
    const mail = read({ bytes: whole.subarray(0, 300), name: 'smime.p7m' });
    expect(mail.parts.map((part) => part.text).join()).toContain('The signed words');
    expect(mail.whole).toBe(false);
  });

  test('compressed, or not to be opened: told by name', () => {
    const oid = Buffer.from('060b2a864886f70d0109100109', 'hex');
    const bytes = Buffer.concat([Buffer.from([0x30, oid.length]), oid]);
    expect(read({ bytes, name: 'smime.p7m' }).problems).toEqual([{ id: 'attachment-unread', detail: 'S/MIME (compressed)' }]);
  });

  test('pieces nested deeper than BER_DEPTH', () => {
    const depth = BER_DEPTH + 100_000;
    const oid = Buffer.from('06092a864886f70d010702', 'hex');
    const data = Buffer.from('06092a864886f70d010701', 'hex');
    const open = (tag: number): Buffer => Buffer.from([tag, 0x80]);
    const bytes = Buffer.concat([
      open(0x30),
      oid,
      open(0xa0),
      open(0x30),
      Buffer.from('0201013100', 'hex'),
      open(0x30),
      data,
      open(0xa0),
      Buffer.alloc(depth * 2, open(0x24)),
    ]);
    expect(openCms(bytes)).toEqual({ kind: 'unread', what: 'S/MIME' });
  });

  test('law: any bytes behind a beginning of CMS', () => {
    const head = cms().subarray(0, 60);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => openCms(Buffer.concat([head, bytes])) !== undefined));
  });
});

describe('OpenPGP', () => {
  test('clear-signed: the words without armour, escapes and signature', () => {
    const mail = read({ bytes: sample('clear-signed.eml') });
    expect(texts(mail)).toEqual([
      ['subject', 'clear-signed'],
      ['1', 'above\nThe signed words.\n- a list\n-- \nFrom here on\nこんにちは\nbelow'],
    ]);
    expect(mail.whole).toBe(true);
  });

  test('an encrypted block: told; the words above it are read', () => {
    const mail = read({ bytes: sample('pgp-message.eml') });
    expect(texts(mail)).toEqual([
      ['subject', 'encrypted'],
      ['1', 'above'],
    ]);
    expect(mail.problems).toEqual([{ id: 'encrypted' }]);
    expect(mail.whole).toBe(false);
  });

  test.each([
    ['a letter that names the line', 'Look for\n-----BEGIN PGP MESSAGE-----\nand send me what follows.\n'],
    ['words where a signature should be', '-----BEGIN PGP SIGNATURE-----\nPay me today.\n-----END PGP SIGNATURE-----\n'],
    ['a public key', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENBF\n-----END PGP PUBLIC KEY BLOCK-----\n'],
  ])('%s stays as it is', (_, words) => {
    const mail = read({ bytes: Buffer.from(words) });
    expect(mail.parts).toEqual([{ id: '1', kind: 'text', text: words }]);
    expect(mail.whole).toBe(true);
  });

  test('words inside a signature are words', () => {
    const signed =
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nseen\n-----BEGIN PGP SIGNATURE-----\nComment: and pay me today\nPay me.\n-----END PGP SIGNATURE-----\n';
    expect(read({ bytes: Buffer.from(signed) }).parts[0]?.text).toBe('seen\nComment: and pay me today\nPay me.\n');
  });
});

describe('hostile', () => {
  test.each(readdirSync(SAMPLES))('300 truncations and mutations of %s give a mail and no throw', (name) => {
    const whole = sample(name);
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let k = 0; k < 300; k++) {
      const bytes = Buffer.from(k % 2 === 0 ? whole.subarray(0, random(whole.length)) : whole);
      if (k % 2 === 1) for (let n = 0; n < 1 + random(30); n++) bytes[random(bytes.length)] = random(256);
      const mail = read({ bytes });
      expect(new Set(mail.parts.map((part) => part.id)).size).toBe(mail.parts.length);
    }
  });
});
