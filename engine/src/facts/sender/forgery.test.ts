import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ask } from '../../model.js';
import { read } from '../../read/read.js';
import { above, fastmail, gmail, icloud, letter, microsoft, plain, postfix, yahooJapan } from './post-offices.test-data.js';
import { CERTAINTIES, type Envelope, type SenderReport } from './report.js';
import { senderOf } from './sender.js';

const ME = 'reader@example.org';
const G = 'reader@gmail.com';

type Beside = Partial<Pick<Ask, 'envelope' | 'live' | 'name'>>;
function reportOf(source: string, beside: Beside = { name: 'a.eml' }): SenderReport {
  return senderOf(read({ bytes: new TextEncoder().encode(source) }), beside) as SenderReport;
}

/** Puts fields where a sender's own begin: right below what the post office wrote. */
const forge = (head: string, fields: string, body: string): string => head + fields + body;
const pass = (id: string, domain: string): string =>
  `Authentication-Results: ${id}; dmarc=pass header.from=${domain}; spf=pass smtp.mailfrom=${domain}; dkim=pass header.d=${domain}\n`;
const own = letter(ME, ME);
const fails = { dmarc: 'fail', spf: 'fail', dkim: 'none', from: G };

type Forgery = readonly [how: string, source: string, verdict: string, beside?: Beside];
const named = (rows: readonly Forgery[]): [string, Forgery][] => rows.map((row) => [row[0], row]);

describe('forged results are never believed', () => {
  test.each(
    named([
      ['under Gmail’s own results, with its id', forge(gmail(G, fails), pass('mx.google.com', 'gmail.com'), letter(G, G)), 'spoofed'],
      [
        'a method that Gmail’s own results lack',
        forge(gmail(ME, { spf: 'fail', dkim: 'none', from: ME }), pass('mx.google.com', 'example.org'), own),
        'spoofed',
      ],
      [
        'in Microsoft’s form, below its border',
        forge(
          microsoft(ME, { dmarc: 'fail', spf: 'fail', dkim: 'none', from: ME }),
          'Authentication-Results: spf=pass smtp.mailfrom=example.org; dkim=pass header.d=example.org;dmarc=pass action=none header.from=example.org;compauth=pass reason=100\n',
          own,
        ),
        'spoofed',
      ],
      ['with the receiving server’s own name, where it writes none', forge(plain(ME), pass('mx.example.org', 'example.org'), own), 'not-proven'],
      ['with a big provider’s id, where another receives', forge(plain(ME), pass('mx.google.com', 'example.org'), own), 'not-proven'],
      [
        'behind a forged Received of the provider',
        forge(
          plain(ME),
          `${pass('mx.example.org', 'example.org')}Received: from mail.example.org (mail.example.org [192.0.2.1]) by mx.example.org (Postfix) with ESMTPSA id 1; Mon, 05 Oct 2026 09:12:01 +0000\n`,
          own,
        ),
        'not-proven',
      ],
      [
        'a forged Received that says "signed in"',
        forge(
          plain(ME),
          `Received: from phone (unknown [198.51.100.7]) (Authenticated sender: ${ME}) by mx.example.org (Postfix) with ESMTPSA id 1; Mon, 05 Oct 2026 09:12:01 +0000\n`,
          own,
        ),
        'not-proven',
      ],
      [
        'as ARC of a high instance',
        forge(
          gmail(G, fails),
          'ARC-Seal: i=9; cv=pass; d=google.com; s=a; b=AA==\nARC-Message-Signature: i=9; d=google.com; s=a; h=from; bh=AA==; b=AA==\nARC-Authentication-Results: i=9; mx.google.com; dmarc=pass header.from=gmail.com\n',
          letter(G, G),
        ),
        'spoofed',
      ],
      [
        'as Received-SPF',
        forge(plain(ME), `Received-SPF: pass (mx.example.org: domain of ${ME}) receiver=mx.example.org; client-ip=203.0.113.9\n`, own),
        'not-proven',
      ],
      [
        'with a HELO that names the machine itself',
        forge(
          plain(ME, 'localhost (unknown [203.0.113.9])'),
          `${pass('mx.example.org', 'example.org')}Received: from x by mx.example.org; Mon, 05 Oct 2026 09:12:01 +0000\n`,
          own,
        ),
        'not-proven',
      ],
      [
        'with a HELO that holds an address of the machine',
        forge(
          `Received: from unknown (HELO [127.0.0.1]) (203.0.113.9) by mx.example.org with SMTP; Mon, 05 Oct 2026 09:12:03 +0000\n`,
          `${pass('mx.example.org', 'example.org')}Received: from x by mx.example.org; x\n`,
          own,
        ),
        'not-proven',
      ],
      [
        'with a HELO of the receiving domain, not confirmed',
        forge(
          plain(ME, 'mail.example.org (unknown [203.0.113.9])'),
          `${pass('mx.example.org', 'example.org')}Received: from x ([192.0.2.1]) by mx.example.org; x\n`,
          own,
        ),
        'not-proven',
      ],
      [
        'by a client that a gateway of addresses makes look private',
        forge(plain(ME, 'evil (unknown [172.17.0.1])'), `${pass('mx.example.org', 'example.org')}Received: from x ([192.0.2.1]) by mx.example.org; x\n`, own),
        'not-proven',
      ],
      [
        'with a comment and a version inside the id',
        forge(plain(ME), 'Authentication-Results: (mx.google.com; dmarc=pass) mx.example.org (really) 1; dmarc=pass (p=reject) header.from=example.org\n', own),
        'not-proven',
      ],
      [
        'a fail for somebody honest',
        forge(
          plain(ME),
          'Authentication-Results: mx.example.org; dmarc=fail header.from=shop.example.com; spf=fail smtp.mailfrom=shop.example.com; dkim=none\n',
          letter('a@shop.example.com', ME),
        ),
        'not-proven',
      ],
      [
        'HELO of Outlook from a stranger’s network',
        forge(
          microsoft(ME, { dmarc: 'fail', spf: 'fail', dkim: 'none', from: ME }).replace(
            'evil.example.net (203.0.113.9)',
            'x.prod.outlook.com (2603:10a6:9::9)',
          ),
          'Authentication-Results: spf=pass;dmarc=pass action=none header.from=example.org\nReceived: from a (192.0.2.1) by b.mail.protection.outlook.com; x\n',
          own,
        ),
        'spoofed',
      ],
      [
        'HELO of Outlook, and no results of Microsoft at all',
        forge(
          microsoft(ME, fails)
            .replace(/Authentication-Results:[\s\S]*?compauth.*\n/, '')
            .replace('evil.example.net (203.0.113.9)', 'x.prod.outlook.com (2603:10a6:9::9)'),
          'Authentication-Results: spf=pass;dmarc=pass action=none header.from=example.org\nReceived: from a (192.0.2.1) by b.mail.protection.outlook.com; x\n',
          own,
        ),
        'not-proven',
      ],
      [
        'with the server’s own id, which its verifiers left in place',
        forge(postfix(ME, { dmarc: 'fail', spf: 'fail', dkim: 'none', from: ME }), pass('mx.example.org', 'example.org'), own),
        'spoofed',
        {
          name: 'a',
          envelope: { clientAddress: null, clientName: null, helo: null, mailFrom: null, rcptTo: [], authenticatedUser: null, authservIds: ['mx.example.org'] },
        },
      ],
      [
        'in the text, as a block of docomo',
        `${plain(ME)}${own}\n--- mail header ---\nFrom: ${ME}\nTo: ${ME}\nSubject: x\nReceived: from a by b.docomo.ne.jp; Mon, 05 Oct 2026 09:12:01 +0000\nAuthentication-Results: docomo.ne.jp; from=${ME}: sender-id/spf=pass\n`,
        'not-proven',
      ],
    ]),
  )('%s', (_row, [, source, verdict, beside]) => expect(reportOf(source, beside).verdict).toBe(verdict));

  test('the fields are told, as not believed', () => {
    const { results } = reportOf(forge(plain(ME), pass('mx.google.com', 'example.org'), own));
    expect(results.map((r) => [r.method, r.result, r.trusted, r.why])).toContainEqual(['dmarc', 'pass', false, 'below-line']);
  });
});

const asked: Envelope = {
  clientAddress: null,
  clientName: null,
  helo: null,
  mailFrom: null,
  rcptTo: [],
  authenticatedUser: null,
  authservIds: ['mx.example.org'],
};
const atTheDoor: Envelope = { ...asked, clientAddress: '203.0.113.9', helo: 'x', mailFrom: ME, rcptTo: [ME] };

/** Headers of a post office, its own id removed from what comes in where it is asked by that id. */
const BASES: readonly (readonly [name: string, head: string, body: string, beside: Beside, ownId: string | null])[] = [
  ['Gmail fail', gmail(G, fails), letter(G, G), { name: 'a' }, null],
  [
    'Gmail pass',
    gmail(ME, { dmarc: 'pass', spf: 'pass', dkim: 'pass', d: 'shop.example.com', from: 'a@shop.example.com' }),
    letter('a@shop.example.com', ME),
    { name: 'a' },
    null,
  ],
  ['Gmail, no dmarc', gmail(ME, { spf: 'neutral', dkim: 'none', from: ME }), own, { name: 'a' }, null],
  ['Microsoft', microsoft(ME, { dmarc: 'none', spf: 'pass', dkim: 'none', from: ME, envelope: 'a@example.net' }), own, { name: 'a' }, null],
  ['iCloud', icloud('reader@icloud.com', fails), letter(G, 'reader@icloud.com'), { name: 'a' }, null],
  [
    'Yahoo',
    yahooJapan('reader@yahoo.co.jp', { spf: 'neutral', dkim: 'none', dmarc: 'none', from: 'reader@yahoo.co.jp' }),
    letter('reader@yahoo.co.jp', 'reader@yahoo.co.jp'),
    { name: 'a' },
    null,
  ],
  [
    'Fastmail',
    fastmail('reader@fastmail.com', { spf: 'none', dkim: 'none', from: 'reader@fastmail.com' }),
    letter('reader@fastmail.com', 'reader@fastmail.com'),
    { name: 'a' },
    null,
  ],
  ['a server that writes nothing', plain(ME), own, { name: 'a' }, null],
  ['a server that writes above', above(ME, 'mx.example.org', 'mx.example.org', { spf: 'neutral', dkim: 'none', from: ME }), own, { name: 'a' }, null],
  ['own Postfix, asked', postfix(ME, { spf: 'neutral', dkim: 'none', from: ME }), own, { name: 'a', envelope: asked }, 'mx.example.org'],
  ['at the door, nothing checked', '', own, { envelope: atTheDoor }, 'mx.example.org'],
  [
    'at the door, checked',
    'Authentication-Results: mx.example.org; spf=neutral smtp.mailfrom=example.org; dkim=none; dmarc=none\n',
    own,
    { envelope: atTheDoor },
    'mx.example.org',
  ],
  ['pasted', plain(ME), own, {}, null],
];

const id = fc.constantFrom(
  'mx.google.com',
  'mx.example.org',
  'dmarc.icloud.com',
  'mta1.mail.djm.yahoo.co.jp',
  'mx5.messagingengine.com',
  'protection.outlook.com',
  'localhost',
  '',
);
const word = fc.constantFrom('pass', 'fail', 'softfail', 'none', 'temperror', 'neutral', 'bestguesspass');
const domain = fc.constantFrom('gmail.com', 'example.org', 'shop.example.com', 'yahoo.co.jp', 'icloud.com', 'fastmail.com', 'evil.example.net');
const host = fc.constantFrom(
  'mx.example.org',
  'mx.google.com',
  'localhost',
  'x.mail.protection.outlook.com',
  'x.prod.outlook.com',
  'mx5.messagingengine.com',
  'p00.icloud.com',
  '2002:a05::1',
);
const address = fc.constantFrom('203.0.113.9', '127.0.0.1', '10.0.0.1', '::1', '2603:10a6:1::1', '192.0.2.1');
const field = fc.oneof(
  fc
    .tuple(id, word, word, word, domain)
    .map(
      ([who, a, b, c, d]) =>
        `Authentication-Results: ${who === '' ? '' : `${who}; `}dmarc=${a} header.from=${d}; spf=${b} smtp.mailfrom=${d}; dkim=${c} header.d=${d}`,
    ),
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), id, word, domain)
    .map(([i, who, a, d]) => `ARC-Authentication-Results: i=${i}; ${who}; dmarc=${a} header.from=${d}; arc=${a}`),
  fc.tuple(fc.integer({ min: 1, max: 60 }), word).map(([i, cv]) => `ARC-Seal: i=${i}; cv=${cv}; d=google.com; s=a; b=AA==`),
  fc.tuple(word, id, domain).map(([a, who, d]) => `Received-SPF: ${a} (${who}: domain of x@${d}) receiver=${who}; envelope-from=x@${d}`),
  fc
    .tuple(host, address, host, fc.constantFrom('ESMTP', 'ESMTPSA', 'LMTP', 'HTTPS', 'SMTP'))
    .map(
      ([a, ip, by, w]) =>
        `Received: from ${a} (${a} [${ip}]) (Authenticated sender: ${ME}) by ${by} (Postfix) with ${w} id 1 for <${ME}>; Mon, 05 Oct 2026 09:12:01 +0000`,
    ),
  fc.tuple(host, fc.constantFrom(ME, G)).map(([by, to]) => `Received: by ${by} with SMTP id 1 for <${to}>; Mon, 05 Oct 2026 09:12:01 +0000`),
  fc
    .tuple(
      fc.constantFrom('Delivered-To', 'X-Original-To', 'Return-Path', 'Sender', 'Reply-To', 'Envelope-To', 'X-Apparently-To', 'Resent-To', 'X-Forwarded-To'),
      fc.constantFrom(ME, G, 'x@evil.example.net'),
    )
    .map(([n, a]) => `${n}: <${a}>`),
  fc.constantFrom(
    'List-Id: <a.example.com>',
    'Precedence: bulk',
    'X-MS-Exchange-Organization-AuthAs: Internal',
    `DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=k; h=from; bh=AA==; b=AA==`,
    `From: ${G}`,
  ),
);

describe('law: what stands below the trust line moves nothing', () => {
  test.each(BASES)('%s', (_name, head, body, beside, ownId) => {
    const before = reportOf(head + body, beside);
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 8 }), fc.boolean(), (fields, atEnd) => {
        const kept = ownId === null ? fields : fields.filter((text) => !text.includes(`${ownId};`) && !text.includes(`${ownId}:`));
        const forged = kept.map((text) => `${text}\n`).join('');
        const after = reportOf(atEnd ? (head + body).replace('\n\n', `\n${forged}\n`) : head + forged + body, beside);
        if (after.verdict !== 'not-proven') expect(after.verdict).toBe(before.verdict);
        expect(CERTAINTIES.indexOf(after.certainty)).toBeLessThanOrEqual(CERTAINTIES.indexOf(before.certainty));
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile headers', () => {
  test.each<readonly [string, string]>([
    ['100,000 Received fields', 'Received: from a ([192.0.2.1]) by b; x\n'.repeat(100_000)],
    ['100,000 results', 'Authentication-Results: a; dkim=pass\n'.repeat(100_000)],
    ['a megabyte of comment', `Authentication-Results: ${'('.repeat(1_000_000)}; dmarc=pass\nReceived: from a (${'(\\'.repeat(100_000)}\n`],
    ['a megabyte of quotes', `Received: ${'"'.repeat(1_000_000)}\n`],
    ['a megabyte of semicolons', `Authentication-Results: a${';'.repeat(1_000_000)}\n`],
    ['a megabyte of brackets in a name', `From: ${')'.repeat(200_000)}x <a@b.example>\n`],
    ['a megabyte of equals', `Received-SPF: ${'a='.repeat(500_000)}\n`],
    ['figures that are no dates', `Received: from a by b; ${'1 '.repeat(100_000)}\n`],
    ['a chain of a thousand seals', Array.from({ length: 1_000 }, (_, i) => `ARC-Seal: i=${i}; cv=pass\n`).join('')],
  ])('%s give a report', (_name, fields) => {
    const report = reportOf(`${fields}From: a@b.example\nTo: c@d.example\n\nx\n`);
    expect(report.verdict).toBe('not-proven');
    expect(report.hops.length).toBeLessThanOrEqual(200);
    expect(report.results.length).toBeLessThanOrEqual(6_000);
  });

  test('any header gives a report', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(
              'Received',
              'Authentication-Results',
              'Received-SPF',
              'ARC-Seal',
              'DKIM-Signature',
              'From',
              'To',
              'Return-Path',
              'Delivered-To',
              'Date',
            ),
            fc.string({
              unit: fc.constantFrom('(', ')', ';', '=', '"', '\\', '<', '>', '@', '.', ':', '[', ']', ' ', 'by', 'from', 'spf', 'pass', '1', 'a', 'é'),
              maxLength: 60,
            }),
          ),
          { maxLength: 12 },
        ),
        (fields) => {
          const source = `Subject: x\n${fields.map(([name, value]) => `${name}: ${value}\n`).join('')}\nx\n`;
          const report = senderOf(read({ bytes: new TextEncoder().encode(source) }), {});
          expect(report === null || ['spoofed', 'authentic', 'not-proven'].includes(report.verdict)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
