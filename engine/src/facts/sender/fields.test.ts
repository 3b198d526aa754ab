import { describe, expect, test } from 'vitest';
import { readAuthenticationResults } from './authentication-results.js';
import { isAligned, isRelated, registeredDomain } from './domain.js';
import { asAddress, isPrivate } from './network.js';
import { readReceived } from './received.js';
import { readReceivedSpf } from './received-spf.js';
import { readArc, signaturesOf } from './signatures.js';
import { readTime } from './time.js';

describe('Authentication-Results', () => {
  test.each<[string, string | null, (string | null)[][], string]>([
    ['example.com; none', 'example.com', [], 'RFC 8601, B.1: nothing was checked'],
    ['example.com 1; spf=pass smtp.mailfrom=example.net', 'example.com', [['spf', 'pass', 'example.net']], 'with a version'],
    [
      'foo.example.net (foobar) 1 (baz); dkim (Because I like it) = (One yay) fail (wait) policy (A dot) . (and) expired (this) = (is it) 13',
      'foo.example.net',
      [['dkim', 'fail', null]],
      'RFC 8601, B.7: comments everywhere',
    ],
    [
      'spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=a.example; dkim=none (message not signed) header.d=none;dmarc=fail action=none header.from=a.example;compauth=fail reason=001',
      null,
      [
        ['spf', 'fail', 'a.example'],
        ['dkim', 'none', null],
        ['dmarc', 'fail', 'a.example'],
        ['compauth', 'fail', null],
      ],
      'Microsoft: no id',
    ],
    [
      'mta1.mail.djm.yahoo.co.jp  from=a.example; domainkeys=neutral (no sig); dkim=pass (ok); header.i=@a.example',
      'mta1.mail.djm.yahoo.co.jp',
      [['dkim', 'pass', null]],
      'Yahoo! JAPAN: no semicolon behind the id',
    ],
    [
      'docomo.ne.jp; from=x@a.example: sender-id/spf=pass',
      'docomo.ne.jp',
      [
        ['sender-id', 'pass', null],
        ['spf', 'pass', null],
      ],
      'docomo: two methods as one',
    ],
    [
      'i=2; mx.microsoft.com 1; spf=pass smtp.mailfrom=a.example; arc=pass (0)',
      'mx.microsoft.com',
      [
        ['spf', 'pass', 'a.example'],
        ['arc', 'pass', null],
      ],
      'ARC',
    ],
    [
      'mx.zoho.com; dkim=pass spf=pass (x) smtp.mailfrom=u@a.example',
      'mx.zoho.com',
      [
        ['dkim', 'pass', null],
        ['spf', 'pass', 'a.example'],
      ],
      'two methods in one statement',
    ],
    [
      'x.example; spf=hardfail smtp.mail=u@a.example; dkim=weird',
      'x.example',
      [
        ['spf', 'fail', 'a.example'],
        ['dkim', 'unknown', null],
      ],
      'words of older servers, and of nobody',
    ],
    ['x.example; dmarc=pass header.from="a.example"', 'x.example', [['dmarc', 'pass', 'a.example']], 'quoted'],
    ['x.example (; dmarc=pass header.from=a.example); spf=none', 'x.example', [['spf', 'none', null]], 'a result in a comment is none'],
    ['x.example; spf=none reason="; dmarc=pass header.from=a.example"', 'x.example', [['spf', 'none', null]], 'a result in quotes is none'],
    ['', null, [], 'nothing'],
  ])('%j: %s %j (%s)', (value, id, results) => {
    const field = readAuthenticationResults(value);
    expect(field.id).toBe(id);
    expect(field.results.map((r) => [r.method, r.result, r.domain])).toEqual(results);
  });

  test.each([
    ['x.example; dmarc=fail (p=REJECT sp=NONE dis=NONE) header.from=a.example', 'reject'],
    ['x.example; dmarc=fail header.from=a.example (policy=quarantine)', 'quarantine'],
    ['x.example; dmarc=fail header.from=a.example', null],
  ])('%s: policy %s', (value, policy) => expect(readAuthenticationResults(value).results[0]?.policy).toBe(policy));
});

describe('Received', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'from mail.a.example (name.b.example [192.0.2.1]) (using TLSv1.3) by mx.c.example (Postfix) with ESMTPS id 4 for <r@c.example>; Mon, 5 Oct 2026 09:12:03 +0200 (CEST)',
      {
        from: 'mail.a.example',
        name: 'name.b.example',
        address: '192.0.2.1',
        by: 'mx.c.example',
        with: 'ESMTPS',
        for: 'r@c.example',
        isPostfix: true,
        authenticated: false,
      },
      'Postfix',
    ],
    [
      'from phone (x [198.51.100.7]) (Authenticated sender: R@c.example) by mx.c.example (Postfix) with ESMTPSA id 1; x',
      { authenticated: true, user: 'r@c.example' },
      'signed in',
    ],
    [
      'from unknown (HELO [127.0.0.1]) (203.0.113.9) by mx.c.example with SMTP; x',
      { address: '203.0.113.9', from: 'unknown' },
      'an address in HELO is the client’s own word',
    ],
    [
      'from [198.51.100.7] (helo=localhost) by mx.c.example with esmtpsa (TLS1.3) (Exim 4.96) (envelope-from <r@c.example>) id 1',
      { address: '198.51.100.7', with: 'esmtpsa', authenticated: true },
      'Exim',
    ],
    [
      'from a (authenticated.b.example [192.0.2.1]) by mx.c.example with ESMTP id 1; x',
      { authenticated: false, user: null },
      'a name in the DNS that sounds like a sign-in',
    ],
    ['by 2002:a05:6a10::1 with SMTP id 1; x', { from: null, address: null, by: '2002:a05:6a10::1', private: true }, 'Google within'],
    ['from A.PROD.OUTLOOK.COM (::1) by B.PROD.OUTLOOK.COM with HTTPS; x', { address: '::1', private: true, by: 'b.prod.outlook.com' }, 'Microsoft within'],
    ['(qmail 1 invoked by uid 89); x', { from: null, by: null, private: true }, 'qmail within'],
    ['from by by with with with id for; x', { authenticated: false }, 'nonsense'],
    [
      'from u (u.example [192.0.2.1]) (authenticated bits=0) by mx.c.example with ESMTPSA id 1; x',
      { authenticated: true, user: null },
      'Sendmail tells no name',
    ],
  ])('%s: %j (%s)', (value, wanted) => expect(readReceived(value)).toMatchObject(wanted));
});

test.each([
  ['Mon, 05 Oct 2026 09:12:03 +0900', Date.UTC(2026, 9, 5, 0, 12, 3)],
  ['5 Oct 26 09:12 GMT', Date.UTC(2026, 9, 5, 9, 12)],
  ['29 Feb 2024 23:59:60 -0330 (NST)', Date.UTC(2024, 2, 1, 3, 30)],
  ['1 Jan 1970 00:00:00 +0000', 0],
  ['31 Dec 1999 23:59:59 EST', Date.UTC(2000, 0, 1, 4, 59, 59)],
  ['32 Oct 2026 09:12:03 +0900', null],
  ['yesterday', null],
])('%s is %s', (text, time) => expect(readTime(text)).toBe(time));

test.each([
  ['a.example.com', 'example.com', true, 'below'],
  ['example.com', 'a.example.com', true, 'above'],
  ['a.example.com', 'b.example.com', false, 'beside: DMARC may accept it, and then says so'],
  ['evilexample.com', 'example.com', false, 'only ends alike'],
  ['a.co.jp', 'co.jp', false, 'a registry is nobody’s'],
  ['a.onmicrosoft.com', 'onmicrosoft.com', false, 'nor is a house of tenants'],
])('%s aligned with %s: %s (%s)', (a, b, aligned) => expect(isAligned(a, b)).toBe(aligned));

test.each([
  ['mx1.example.co.jp', 'mail.example.co.jp', true],
  ['mx1.a.co.jp', 'mx1.b.co.jp', false],
  ['a.onmicrosoft.com', 'b.onmicrosoft.com', false],
])('%s and %s belong to one: %s', (a, b, related) => expect(isRelated(a, b)).toBe(related));
test('the registered domain', () => expect(registeredDomain('a.b.example.co.jp')).toBe('example.co.jp'));

test.each([
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['100.64.0.1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['2001:db8::1', false],
  ['::ffff:10.0.0.1', true],
  ['203.0.113.9', false],
])('%s is private: %s', (address, wanted) => expect(isPrivate(address)).toBe(wanted));
test.each([
  ['[IPv6:2001:DB8::1]', '2001:db8::1'],
  ['[192.0.2.1]', '192.0.2.1'],
  ['fe80::1%5', 'fe80::1'],
  ['mail.example.org', null],
  ['12:30', null],
])('%s is the address %s', (text, address) => expect(asAddress(text)).toBe(address));

test.each([
  ['pass (google.com: domain of u@a.example designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1;', 'pass', 'a.example', 'google.com'],
  ['Softfail (mailfrom) identity=mailfrom; client-ip=192.0.2.1; helo=x; envelope-from=u@a.example; receiver=<UNKNOWN>', 'softfail', 'a.example', null],
  ['rubbish', 'unknown', null, null],
])('Received-SPF %s', (value, result, domain, receiver) => {
  expect(readReceivedSpf(value)).toEqual({ result: { method: 'spf', result, domain, policy: null }, receiver });
});

describe('signatures', () => {
  const signature = 'v=1; a=rsa-sha256; d=A.example; s=key; h=From : to; bh=AA==; b=AA==';
  test.each([
    [signature, 1, 'as it should be'],
    [signature.replace('From :', 'Subject :'), 0, 'From is not signed'],
    [signature.replace('s=key;', ''), 0, 'no selector'],
    [signature.replace('A.example', 'nothing'), 0, 'no domain'],
  ])('%s', (value, n) => expect(signaturesOf([{ name: 'dkim-signature', value }])).toHaveLength(n));

  const set = (i: number, cv: string) => [
    { name: 'arc-seal', value: `i=${i}; a=rsa-sha256; cv=${cv}; d=a.example; s=k; b=AA==` },
    { name: 'arc-message-signature', value: `i=${i}; a=rsa-sha256; d=a.example; s=k; bh=AA==; b=AA==` },
    { name: 'arc-authentication-results', value: `i=${i}; a.example; spf=pass` },
  ];
  test.each<[{ name: string; value: string }[], { sets: number; whole: boolean } | null, string]>([
    [set(1, 'none'), { sets: 1, whole: true }, 'one set'],
    [[...set(2, 'pass'), ...set(1, 'none')], { sets: 2, whole: true }, 'two sets'],
    [[...set(2, 'fail'), ...set(1, 'none')], { sets: 2, whole: false }, 'a sealer that says it is broken'],
    [[...set(3, 'pass'), ...set(1, 'none')], { sets: 2, whole: false }, 'one is missing'],
    [[...set(1, 'none'), ...set(1, 'none')], { sets: 1, whole: false }, 'one twice'],
    [set(1, 'none').slice(1), { sets: 1, whole: false }, 'no seal'],
    [set(99, 'pass'), { sets: 0, whole: false }, 'more than a chain may have'],
    [[], null, 'none'],
  ])('%j: %j (%s)', (headers, wanted) => expect(readArc(headers)).toEqual(wanted));
});
