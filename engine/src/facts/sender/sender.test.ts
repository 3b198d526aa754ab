import { describe, expect, test } from 'vitest';
import type { Ask } from '../../model.js';
import { read } from '../../read/read.js';
import { above, fastmail, gmail, icloud, letter, microsoft, plain, postfix, yahooJapan } from './post-offices.test-data.js';
import type { Envelope, SenderReport } from './report.js';
import { senderOf } from './sender.js';

function reportOf(source: string, more: Partial<Pick<Ask, 'envelope' | 'live' | 'name'>> = { name: 'a.eml' }): SenderReport {
  const report = senderOf(read({ bytes: new TextEncoder().encode(source) }), more);
  if (report === null) throw new Error('no mail');
  return report;
}

const ME = 'reader@example.org';
const OTHER = 'billing@shop.example.com';
const G = 'reader@gmail.com';
const own = letter(ME, ME);
const ownAt = (address: string, more = ''): string => letter(address, address, more);
const FAIL = (from: string) => ({ dmarc: 'fail', spf: 'softfail', dkim: 'none', from });
const PASS = (from: string) => ({ dmarc: 'pass', spf: 'pass', dkim: 'pass', d: from.replace(/^.*@/, ''), from });
const NOTHING = (from: string) => ({ spf: 'none', dkim: 'none', from });
const list = 'List-Id: <talk.example.com>\nPrecedence: list';
const ids: Envelope = {
  clientAddress: null,
  clientName: null,
  helo: null,
  mailFrom: null,
  rcptTo: [],
  authenticatedUser: null,
  authservIds: ['mx.example.org'],
};

type Row = readonly [row: string, source: string, verdict: string, certainty: string, reason: string, ask?: Partial<Pick<Ask, 'envelope' | 'live' | 'name'>>];

const named = (rows: readonly Row[]): [string, Row][] => rows.map((row) => [row[0], row]);

describe('the certainty table', () => {
  test.each(
    named([
      ['From = To and dmarc=fail', gmail(G, FAIL(G)) + ownAt(G), 'spoofed', 'very-high', 'dmarc-fail-own'],
      ['From = To, spf fail, no dkim, no dmarc', gmail(ME, { spf: 'fail', dkim: 'none', from: ME }) + own, 'spoofed', 'high', 'nothing-passes-own'],
      [
        'From = To, spf softfail, dkim fail',
        gmail(ME, { spf: 'softfail', dkim: 'fail', d: 'example.org', from: ME }) + own,
        'spoofed',
        'high',
        'nothing-passes-own',
      ],
      ['From = To, no records, from outside', gmail(ME, NOTHING(ME)) + own, 'spoofed', 'medium', 'no-records-own'],
      ['From = To, dmarc=pass', gmail(ME, PASS(ME)) + own, 'authentic', 'high', 'dmarc-pass-own'],
      [
        'From = To, aligned dkim without dmarc',
        gmail(ME, { dkim: 'pass', d: 'example.org', spf: 'none', from: ME }) + own,
        'authentic',
        'high',
        'dmarc-pass-own',
      ],
      [
        'signed in at the provider',
        plain(ME, 'phone (unknown [198.51.100.7]) (Authenticated sender: reader@example.org)', 'ESMTPSA') + own,
        'authentic',
        'high',
        'signed-in-own',
      ],
      ['signed in, no user told, own domain', plain(ME, 'phone ([198.51.100.7])', 'ESMTPSA') + own, 'authentic', 'high', 'signed-in-own'],
      [
        'display name is the reader’s address',
        gmail(ME, PASS('x@evil.example.net')) + letter(`"${ME}" <x@evil.example.net>`, ME),
        'spoofed',
        'certain',
        'name-trick',
      ],
      [
        'envelope elsewhere alone',
        gmail(ME, { ...PASS(OTHER), envelope: 'b@mailer.example.net' }) + letter(OTHER, ME),
        'authentic',
        'high',
        'dmarc-pass-other',
      ],
      ['odd Message-ID and no To alone', `${plain(ME)}From: ${OTHER}\nMessage-ID: <1@odd.example.net>\n\nx\n`, 'not-proven', 'none', 'no-results'],
      ['dmarc=pass for another domain', gmail(ME, PASS(OTHER)) + letter(OTHER, ME), 'authentic', 'high', 'dmarc-pass-other'],
      [
        'only Received-SPF: fail',
        `Received-SPF: Fail (mailfrom) identity=mailfrom; client-ip=203.0.113.9; envelope-from=${ME}\n${plain(ME)}${own}`,
        'spoofed',
        'medium',
        'spf-only',
      ],
      [
        'only Received-SPF: pass',
        `Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=203.0.113.9; envelope-from=${ME}\n${plain(ME)}${own}`,
        'authentic',
        'medium',
        'dmarc-pass-own',
      ],
      ['a list lowers a step', gmail(G, FAIL(G)) + ownAt(G, list), 'spoofed', 'high', 'dmarc-fail-own'],
      ['a list below medium: not called forged', gmail(ME, NOTHING(ME)) + letter(ME, ME, list), 'not-proven', 'none', 'no-records-own'],
      [
        'a forward lowers a step',
        gmail(ME, { spf: 'fail', dkim: 'none', from: ME }) + letter(ME, ME, 'Resent-To: other@example.com'),
        'spoofed',
        'medium',
        'nothing-passes-own',
      ],
      [
        'a signature and no result',
        plain(ME) + letter(OTHER, ME, 'DKIM-Signature: v=1; a=rsa-sha256; d=shop.example.com; s=k; h=from:to; bh=AA==; b=AA=='),
        'not-proven',
        'none',
        'signature-unverified',
      ],
      ['first outside address is told, no more', plain(ME) + letter(OTHER, ME), 'not-proven', 'none', 'no-results'],
      ['no Received at all', own, 'not-proven', 'none', 'partial-source'],
    ]),
  )('%s', (_row, [, source, verdict, certainty, reason, ask]) => {
    const report = reportOf(source, ask);
    expect([report.verdict, report.certainty, report.reasons[0]]).toEqual([verdict, certainty, reason]);
  });

  test('body only: nothing about the sender', () =>
    expect(senderOf(read({ bytes: new TextEncoder().encode('I hacked your account. Pay now.') }), {})).toBeNull());

  test('docomo’s block of headers below a pasted letter is read and told, and proves nothing', () => {
    const block = `I know what you did.\n\n--- mail header ---\nReceived: from a.example.net by b.docomo.ne.jp; Mon, 05 Oct 2026 18:12:01 +0900\nAuthentication-Results: docomo.ne.jp; from=${ME}: sender-id/spf=fail\nFrom: ${ME}\nTo: ${ME}\nSubject: x\nDate: Mon, 05 Oct 2026 18:12:01 +0900\n`;
    const report = senderOf(read({ bytes: new TextEncoder().encode(block) }), {});
    expect([report?.verdict, report?.basis, report?.reasons[0]]).toEqual(['not-proven', 'partial', 'partial-source']);
    expect(report?.results.map((r) => [r.method, r.result, r.trusted, r.why])).toContainEqual(['spf', 'fail', false, 'no-provider']);
  });

  test('the first outside address stands in the report', () =>
    expect(reportOf(gmail(ME, PASS(OTHER)) + letter(OTHER, ME)).brought).toMatchObject({
      provider: 'Gmail',
      address: '203.0.113.9',
      domain: 'shop.example.com',
    }));
});

describe('header sets of post offices', () => {
  const OUTLOOK = 'reader@outlook.com';
  const HOTMAIL = 'reader@hotmail.com';
  const JP = 'reader@yahoo.co.jp';
  const ICLOUD = 'reader@icloud.com';
  const DOCOMO = 'reader@docomo.ne.jp';
  const AU = 'reader@au.com';
  const SB = 'reader@softbank.ne.jp';
  const PROTON = 'reader@proton.me';
  const FAST = 'reader@fastmail.com';
  const server = { name: 'a.eml', envelope: ids };
  test.each(
    named([
      ['Gmail: forged from outside', gmail(G, { dmarc: 'fail', spf: 'fail', dkim: 'none', from: G }) + ownAt(G), 'spoofed', 'very-high', 'dmarc-fail-own'],
      [
        'Gmail: note to self',
        gmail(G, PASS(G), 'mail-sor-f41.google.com (mail-sor-f41.google.com. [209.85.220.41])') + ownAt(G),
        'authentic',
        'high',
        'dmarc-pass-own',
      ],
      [
        'Gmail: dots and labels are one mailbox',
        gmail(G, FAIL('r.eader@gmail.com')) + letter('r.eader@gmail.com', 'reader+x@gmail.com'),
        'spoofed',
        'very-high',
        'dmarc-fail-own',
      ],
      ['Gmail: a shop', gmail(G, PASS(OTHER)) + letter(OTHER, G), 'authentic', 'high', 'dmarc-pass-other'],
      [
        'Gmail: a shop forged, nothing passes',
        gmail(G, { dmarc: 'fail', spf: 'fail', dkim: 'none', from: OTHER }) + letter(OTHER, G),
        'spoofed',
        'medium',
        'dmarc-fail-other',
      ],
      [
        'Gmail: a shop by a mailer that signs for itself',
        gmail(G, { dmarc: 'fail', spf: 'pass', dkim: 'pass', d: 'mailer.example.net', from: OTHER, envelope: 'b@mailer.example.net' }) + letter(OTHER, G),
        'not-proven',
        'none',
        'dmarc-fail-other',
      ],
      ['Gmail: delivered to another than written (Bcc)', gmail(G, FAIL(G)) + letter(G, 'list@example.com'), 'spoofed', 'high', 'dmarc-fail-own'],
      [
        'Gmail: temporary failure',
        gmail(G, { dmarc: 'temperror', spf: 'temperror', dkim: 'none', from: G }) + ownAt(G),
        'not-proven',
        'none',
        'temporary-failure',
      ],
      [
        'Gmail: the results before 2017, without ARC',
        gmail(G, FAIL(G)).replace(/ARC-[^\n]*\n(?: +[^\n]*\n)*/g, '') + ownAt(G),
        'spoofed',
        'very-high',
        'dmarc-fail-own',
      ],
      [
        'Outlook.com: forged',
        microsoft(HOTMAIL, { dmarc: 'fail', spf: 'fail', dkim: 'none', from: HOTMAIL }) + ownAt(HOTMAIL),
        'spoofed',
        'very-high',
        'dmarc-fail-own',
      ],
      ['Outlook.com: note to self', microsoft(OUTLOOK, PASS(OUTLOOK), 'pass reason=100') + ownAt(OUTLOOK), 'authentic', 'high', 'dmarc-pass-own'],
      [
        'Gmail: the writer names himself as receiver and the reader is unnamed',
        gmail(G, PASS('x@evil.example.net')) + ownAt('x@evil.example.net'),
        'authentic',
        'high',
        'dmarc-pass-other',
      ],
      [
        '365: own small domain without records',
        microsoft(ME, { dmarc: 'none', spf: 'none', dkim: 'none', from: ME }) + own,
        'spoofed',
        'medium',
        'no-records-own',
      ],
      [
        '365: bestguesspass and an aligned signature',
        microsoft(ME, { dmarc: 'bestguesspass', spf: 'pass', dkim: 'pass', d: 'shop.example.com', from: OTHER }) + letter(OTHER, ME),
        'authentic',
        'high',
        'dmarc-pass-other',
      ],
      [
        '365: a tenant of another name',
        microsoft(ME, { dmarc: 'none', spf: 'pass', dkim: 'pass', d: 'evil.onmicrosoft.com', from: ME, envelope: 'x@evil.onmicrosoft.com' }) + own,
        'not-proven',
        'none',
        'no-results',
      ],
      [
        '365: two tenants are not one',
        microsoft('a@one.onmicrosoft.com', {
          dmarc: 'none',
          spf: 'pass',
          dkim: 'pass',
          d: 'two.onmicrosoft.com',
          from: 'a@one.onmicrosoft.com',
          envelope: 'a@two.onmicrosoft.com',
        }) + ownAt('a@one.onmicrosoft.com'),
        'not-proven',
        'none',
        'no-results',
      ],
      ['Outlook.com: a shop', microsoft(OUTLOOK, PASS(OTHER)) + letter(OTHER, OUTLOOK), 'authentic', 'high', 'dmarc-pass-other'],
      ['Yahoo!メール: forged', yahooJapan(JP, FAIL(JP)) + ownAt(JP), 'spoofed', 'very-high', 'dmarc-fail-own'],
      ['Yahoo!メール: note to self', yahooJapan(JP, PASS(JP)) + ownAt(JP), 'authentic', 'high', 'dmarc-pass-own'],
      ['Yahoo!メール: a shop', yahooJapan(JP, PASS(OTHER)) + letter(OTHER, JP), 'authentic', 'high', 'dmarc-pass-other'],
      ['iCloud: forged', icloud(ICLOUD, FAIL(ICLOUD)) + ownAt(ICLOUD), 'spoofed', 'very-high', 'dmarc-fail-own'],
      ['iCloud: note to self', icloud(ICLOUD, PASS(ICLOUD)) + ownAt(ICLOUD), 'authentic', 'high', 'dmarc-pass-own'],
      [
        'docomo: forged, sender-id and spf as one',
        above(DOCOMO, 'mfsmax.docomo.ne.jp', 'mfsmax.docomo.ne.jp', {}).replace(/(Authentication-Results: \S+;)\n /, `$1 from=${DOCOMO}: sender-id/spf=fail`) +
          ownAt(DOCOMO),
        'spoofed',
        'high',
        'nothing-passes-own',
      ],
      ['docomo: a shop', above(DOCOMO, 'mfsmax.docomo.ne.jp', 'docomo.ne.jp', PASS(OTHER)) + letter(OTHER, DOCOMO), 'authentic', 'high', 'dmarc-pass-other'],
      ['au: forged', above(AU, 'lsean.ezweb.ne.jp', 'lsean.ezweb.ne.jp', FAIL(AU)) + ownAt(AU), 'spoofed', 'very-high', 'dmarc-fail-own'],
      ['au: note to self', above(AU, 'mx.au.com', 'mx.au.com', PASS(AU)) + ownAt(AU), 'authentic', 'high', 'dmarc-pass-own'],
      [
        'SoftBank: forged',
        above(SB, 'mx.softbank.ne.jp', 'mx.softbank.ne.jp', { spf: 'fail', dkim: 'none', from: SB }) + ownAt(SB),
        'spoofed',
        'high',
        'nothing-passes-own',
      ],
      ['SoftBank: a shop', above(SB, 'mx.softbank.ne.jp', 'mx.softbank.ne.jp', PASS(OTHER)) + letter(OTHER, SB), 'authentic', 'high', 'dmarc-pass-other'],
      [
        'Proton: forged',
        above(PROTON, 'mailin001.protonmail.ch', 'mailin001.protonmail.ch', FAIL(PROTON)) + ownAt(PROTON),
        'spoofed',
        'very-high',
        'dmarc-fail-own',
      ],
      [
        'Proton: the id of the service, not of the host',
        above(PROTON, 'mailin001.protonmail.ch', 'mail.protonmail.ch', PASS(OTHER)) + letter(OTHER, PROTON),
        'authentic',
        'high',
        'dmarc-pass-other',
      ],
      ['Fastmail: forged', fastmail(FAST, FAIL(FAST)) + ownAt(FAST), 'spoofed', 'very-high', 'dmarc-fail-own'],
      ['Fastmail: note to self', fastmail(FAST, PASS(FAST)) + ownAt(FAST), 'authentic', 'high', 'dmarc-pass-own'],
      ['own Postfix with milters, ids told: forged', postfix(ME, FAIL(ME)) + own, 'spoofed', 'very-high', 'dmarc-fail-own', server],
      ['own Postfix with milters, ids told: sent properly', postfix(ME, PASS(ME)) + own, 'authentic', 'high', 'dmarc-pass-own', server],
      ['own Postfix with milters, ids not told: nothing shows that they are its own', postfix(ME, PASS(ME)) + own, 'not-proven', 'none', 'results-not-trusted'],
      [
        'own Postfix, results above its Received',
        above(ME, 'mx.example.org (Postfix)', 'mx.example.org', FAIL(ME)) + own,
        'spoofed',
        'very-high',
        'dmarc-fail-own',
      ],
      [
        'own Postfix, re-injected by a filter on the machine',
        `Received: from localhost (localhost [127.0.0.1]) by mx.example.org (Postfix) with ESMTP id 9; Mon, 05 Oct 2026 09:12:05 +0000\n${above(ME, 'mx.example.org (Postfix)', 'mx.example.org', FAIL(ME))}${own}`,
        'spoofed',
        'very-high',
        'dmarc-fail-own',
      ],
      [
        'own Postfix, Authentication-Results with a version',
        above(ME, 'mx.example.org (Postfix)', 'mx.example.org 1', PASS(ME)) + own,
        'authentic',
        'high',
        'dmarc-pass-own',
      ],
      ['Exim: signed in', plain(ME, '[198.51.100.7] (helo=phone)', 'esmtpsa (TLS1.3) (Exim 4.96)') + own, 'authentic', 'high', 'signed-in-own'],
      [
        'someone else signed in at the same server',
        plain(ME, 'phone ([198.51.100.7]) (Authenticated sender: mallory@example.com)', 'ESMTPSA') + own,
        'not-proven',
        'none',
        'no-results',
      ],
      [
        'a colleague signed in',
        plain(ME, 'phone ([198.51.100.7]) (Authenticated sender: boss@example.org)', 'ESMTPSA') + letter('boss@example.org', ME),
        'authentic',
        'high',
        'signed-in-other',
      ],
      [
        'Exchange of one’s own writes no results',
        `Received: from EX1.corp.example.org (10.0.0.5) by EX2.corp.example.org (10.0.0.6) with Microsoft SMTP Server (version=TLS1_2) id 15.2.1; Mon, 05 Oct 2026 09:12:05 +0000\n${own}`,
        'not-proven',
        'none',
        'no-results',
      ],
      [
        'Exchange behind a gateway that checks',
        `Received: from EX1.corp.example.org (10.0.0.5) by EX2.corp.example.org (10.0.0.6) with mapi id 15.2.1; Mon, 05 Oct 2026 09:12:05 +0000\nAuthentication-Results: mx.example.org; dmarc=fail header.from=example.org; spf=fail smtp.mailfrom=${ME}; dkim=none\nReceived: from evil.example.net ([203.0.113.9]) by mx.example.org; Mon, 05 Oct 2026 09:12:03 +0000\n${own}`,
        'spoofed',
        'very-high',
        'dmarc-fail-own',
        server,
      ],
      [
        'qmail writes no results',
        `Received: (qmail 123 invoked by uid 89); 5 Oct 2026 09:12:04 -0000\nReceived: from unknown (HELO evil.example.net) (203.0.113.9) by mx.example.org with SMTP; 5 Oct 2026 09:12:03 -0000\n${own}`,
        'not-proven',
        'none',
        'no-results',
      ],
      [
        'a list with ARC that was good',
        gmail(G, { ...FAIL(OTHER), spf: 'pass', envelope: 'l@list.example.net' }).replaceAll('dmarc=fail', 'arc=pass (i=1);\n dmarc=fail') +
          letter(OTHER, 'talk@list.example.net', list),
        'not-proven',
        'none',
        'dmarc-fail-other',
      ],
    ]),
  )('%s', (_row, [, source, verdict, certainty, reason, ask]) => {
    const report = reportOf(source, ask ?? { name: 'a.eml' });
    expect([report.verdict, report.certainty, report.reasons[0]]).toEqual([verdict, certainty, reason]);
  });
});
