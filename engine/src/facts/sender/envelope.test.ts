import { describe, expect, test } from 'vitest';
import type { Ask } from '../../model.js';
import { read } from '../../read/read.js';
import { gmail, letter, plain } from './post-offices.test-data.js';
import type { Envelope, Live, SenderReport } from './report.js';
import { senderOf } from './sender.js';

function reportOf(source: string, more: Partial<Pick<Ask, 'envelope' | 'live' | 'name'>> = { name: 'a.eml' }): SenderReport {
  const report = senderOf(read({ bytes: new TextEncoder().encode(source) }), more);
  if (report === null) throw new Error('no mail');
  return report;
}

const ME = 'reader@example.org';
const G = 'reader@gmail.com';
const own = letter(ME, ME);
const ownAt = (address: string, more = ''): string => letter(address, address, more);
const FAIL = (from: string) => ({ dmarc: 'fail', spf: 'softfail', dkim: 'none', from });
const PASS = (from: string) => ({ dmarc: 'pass', spf: 'pass', dkim: 'pass', d: from.replace(/^.*@/, ''), from });
const ids: Envelope = {
  clientAddress: null,
  clientName: null,
  helo: null,
  mailFrom: null,
  rcptTo: [],
  authenticatedUser: null,
  authservIds: ['mx.example.org'],
};

describe('a mail server that asks', () => {
  const envelope: Envelope = {
    clientAddress: '203.0.113.9',
    clientName: null,
    helo: 'evil.example.net',
    mailFrom: ME,
    rcptTo: [ME],
    authenticatedUser: null,
    authservIds: ['mx.example.org'],
  };
  const signed: Envelope = { ...envelope, authenticatedUser: ME };
  const ar = (text: string): string => `Authentication-Results: mx.example.org; ${text}\n`;
  test.each<readonly [string, string, Envelope, string, string]>([
    ['its verifiers say that it fails', ar('dmarc=fail header.from=example.org') + own, envelope, 'spoofed', 'dmarc-fail-own'],
    ['its verifiers say that it passes', ar('dmarc=pass header.from=example.org') + own, envelope, 'authentic', 'dmarc-pass-own'],
    [
      'an id that is not its own',
      `Authentication-Results: mx.google.com; dmarc=pass header.from=example.org\n${own}`,
      envelope,
      'not-proven',
      'results-not-trusted',
    ],
    ['nobody has checked yet', own, envelope, 'not-proven', 'no-results'],
    ['the author has signed in', own, signed, 'authentic', 'signed-in-own'],
    [
      'a Received that says "signed in" is the client’s own writing',
      plain(ME, `x ([203.0.113.9]) (Authenticated sender: ${ME})`, 'ESMTPSA').replace('by mx.example.org', 'by mx.example.net') + own,
      envelope,
      'not-proven',
      'no-results',
    ],
    [
      'results below the client’s Received',
      `Received: from a by mx.example.net; x\n${ar('dmarc=pass header.from=example.org')}${own}`,
      envelope,
      'not-proven',
      'results-not-trusted',
    ],
  ])('%s', (_row, source, from, verdict, reason) => {
    const report = reportOf(source, { envelope: from });
    expect([report.verdict, report.reasons[0], report.basis]).toEqual([verdict, reason, 'envelope']);
  });
});

describe('a check in the DNS', () => {
  const result = (method: 'spf' | 'dkim' | 'dmarc', said: 'pass' | 'fail' | 'temperror' | 'none', domain = 'example.org'): Live['results'][number] => ({
    method,
    result: said,
    domain,
    aligned: true,
    policy: null,
  });
  const live = (...results: Live['results'][number][]): Live => ({ results, lookups: 3, problems: [] });
  const envelope: Envelope = { ...ids, clientAddress: '203.0.113.9', authservIds: [] };
  test.each<readonly [string, string, Pick<Ask, 'live' | 'envelope'>, string, string]>([
    ['passes where nothing stood', plain(ME) + own, { live: live(result('dkim', 'pass'), result('dmarc', 'pass')) }, 'authentic', 'live-only'],
    [
      'a failure after the fact proves nothing: the body may have been pasted',
      plain(ME) + own,
      { live: live(result('dkim', 'fail'), result('dmarc', 'fail')) },
      'not-proven',
      'no-results',
    ],
    [
      'a failure while the server holds the connection does',
      own,
      { envelope, live: live(result('spf', 'fail'), result('dkim', 'none'), result('dmarc', 'fail')) },
      'spoofed',
      'live-only',
    ],
    ['agrees with the headers', gmail(ME, PASS(ME)) + own, { live: live(result('dmarc', 'pass')) }, 'authentic', 'dns-agrees'],
    [
      'passes what the headers failed: told, not decided',
      gmail(G, FAIL(G)) + ownAt(G),
      { live: live(result('dmarc', 'pass', 'gmail.com')) },
      'not-proven',
      'dns-disagrees',
    ],
    ['a temporary failure moves nothing', gmail(G, FAIL(G)) + ownAt(G), { live: live(result('dmarc', 'temperror', 'gmail.com')) }, 'spoofed', 'dmarc-fail-own'],
    [
      'a temporary failure alone proves nothing',
      own,
      { envelope, live: live(result('spf', 'fail'), result('dmarc', 'temperror')) },
      'not-proven',
      'temporary-failure',
    ],
  ])('%s', (_row, source, ask, verdict, reason) => {
    const report = reportOf(source, { name: 'a.eml', ...ask });
    expect(report.verdict).toBe(verdict);
    expect(report.reasons).toContain(reason);
  });
});
