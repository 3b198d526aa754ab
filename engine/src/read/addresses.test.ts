import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SenderTrick } from '../facts/sender/report.js';
import { senderOf } from '../facts/sender/sender.js';
import type { Address, Mail } from '../model.js';
import { readAddresses } from './addresses.js';
import { read } from './read.js';

const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const at = (address: string, name = ''): Address => ({ name, address });
const HIDDEN = 'Support <a@b.example>';

describe('addresses', () => {
  test.each<[string, Address[], string]>([
    ['a@b.example', [at('a@b.example')], 'bare'],
    ['Ann <A@b.example>', [at('a@b.example', 'Ann')], 'named'],
    ['"Doe, Ann" <a@b.example>, c@d.example <c@d.example>', [at('a@b.example', 'Doe, Ann'), at('c@d.example', 'c@d.example')], 'two, one in quotes'],
    ['a@b.example, c@d.example', [at('a@b.example'), at('c@d.example')], 'two bare ones'],
    [word(HIDDEN), [at('', HIDDEN)], 'an encoded name that looks like one'],
    [`${word(HIDDEN)} <c@d.example>`, [at('c@d.example', HIDDEN)], 'an encoded name that looks like one, above the real one'],
    [`${word('x, y@z.example; ')} <c@d.example>`, [at('c@d.example', 'x, y@z.example;')], 'encoded commas part nothing'],
    [`${word('"')} <c@d.example> ${word('"')}`, [at('c@d.example', '')], 'encoded quotes hide nothing'],
    ['=?utf-8?Q?a@b.example?=', [at('', 'a@b.example')], 'an encoded word with its @ in the open'],
    [`<${word('a@b.example')}>`, [at('', 'a@b.example')], 'an encoded word in brackets'],
    [`${word('Zo\u00eb')} <zoe@b.example>`, [at('zoe@b.example', 'Zo\u00eb')], 'an encoded name'],
    ['"=?utf-8?Q?Zo=C3=AB?=" <zoe@b.example>', [at('zoe@b.example', 'Zo\u00eb')], 'an encoded name in quotes, as many write it'],
    ['addr@b.example<>', [at('addr@b.example')], 'empty brackets behind it'],
    ['Ann <>', [at('', 'Ann')], 'empty brackets alone'],
    [`${word('a@b.example')} <>`, [at('', 'a@b.example')], 'empty brackets behind an encoded one'],
    ['"Bitcoin Admin <bitcoin"@adminsupport.example', [at('"bitcoin admin <bitcoin"@adminsupport.example')], 'a quoted local part'],
    ['Ann <"a >b"@c.example>', [at('"a >b"@c.example', 'Ann')], 'a quoted local part in brackets'],
    ['"Support <a@b.example>" <c@d.example>', [at('c@d.example', 'Support <a@b.example>')], 'a name in quotes that looks like one'],
    ['"Ann \\" <a@b.example>" <c@d.example>', [at('c@d.example', 'Ann \\ <a@b.example>')], 'an escaped quote'],
    ['"Ann <a@b.example>', [at('a@b.example', 'Ann')], 'a quote that does not end'],
    ['"a@b.example"', [at('a@b.example')], 'nothing but quotes'],
    ['undisclosed-recipients:;', [at('', 'undisclosed-recipients:;')], 'none'],
    ['', [], 'empty'],
  ])('%j -> %j (%s)', (value, addresses) => expect(readAddresses(value)).toEqual(addresses));

  test('any value gives addresses; a field of signs is read once, not once for each', () => {
    const piece = fc.constantFrom('"', '<', '>', '@', ',', '\\', ' ', 'a', '=?utf-8?Q?a?=', '<a@b.example>');
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => Array.isArray(readAddresses(pieces.join('')))));
    for (const sign of ['"', '<', '""', '<"', '\\"', 'a@', '"@', '<>', '=?']) expect(readAddresses(sign.repeat(100_000)).length).toBeGreaterThanOrEqual(0);
  });
});

describe('encoded words in fields of a mail', () => {
  const mail = (fields: string): Mail =>
    read({ bytes: Buffer.from(`Received: from a.example by b.example; Mon, 5 Oct 2026 09:12:00 +0900\n${fields}Subject: ${word('<s>')}\n\nx\n`) });

  test('the value is as a person reads it, the addresses are as it came', () => {
    const one = mail(`From: ${word(HIDDEN)} <c@d.example>\nTo: ${word('x <me@b.example>')}\n`);
    expect(one.headers.slice(1)).toEqual([
      { name: 'from', value: `${HIDDEN} <c@d.example>`, raw: `${word(HIDDEN)} <c@d.example>` },
      { name: 'to', value: 'x <me@b.example>', raw: word('x <me@b.example>') },
      { name: 'subject', value: '<s>' },
    ]);
    expect([one.from, one.to]).toEqual([[at('c@d.example', HIDDEN)], [at('', 'x <me@b.example>')]]);
  });

  test.each<[string, SenderTrick, boolean, string]>([
    [`From: ${word(HIDDEN)} <c@d.example>\nReply-To: c@d.example\n`, 'several-from', false, 'an encoded name is no second author'],
    ['From: <a@b.example>, <c@d.example>\n', 'several-from', true, 'two authors'],
    [`From: c@d.example\nReply-To: ${word('x <a@b.example>')} <c@d.example>\n`, 'reply-elsewhere', false, 'an encoded name is no place to reply to'],
    ['From: c@d.example\nReply-To: x <a@b.example>\n', 'reply-elsewhere', true, 'a place to reply to'],
    [`From: ${word('a, b')} <c@d.example>\n`, 'stray-commas', false, 'an encoded comma'],
    ['From: a, b <c@d.example>\n', 'stray-commas', true, 'a comma'],
    [`From: c@d.example\nReturn-Path: ${word('<a@b.example>')}\n`, 'envelope-elsewhere', false, 'an encoded return path'],
  ])('%j: %s %s (%s)', (fields, trick, is) => {
    expect(senderOf(mail(fields), { name: 'a.eml' })?.tricks.includes(trick)).toBe(is);
  });
});
