import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Ask, type Envelope, read, senderOf } from '@hattari/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookupsOf, withLive } from '../ask.js';
import { LIMITS } from '../lookups.js';
import type { Handover } from './internet.js';
import { HOST, OURS, OWN, PostOffice, STRANGER } from './post-office.js';
import { missing } from './programs.js';

const BIN = fileURLToPath(new URL('../../../bin/hattari.js', import.meta.url));

const lacking = missing();
if (lacking !== null) {
  if (process.env['HATTARI_TEST_ALL'] === '1') throw new Error(lacking);
  console.warn(`real mail is not tested: ${lacking}`);
}

const LETTER = [
  `From: Hana <${OWN}>`,
  `To: Hana <${OWN}>`,
  'Subject: Your account',
  `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
  'Message-ID: <1@garden.test>',
  '',
  'As you see, I sent this from your own account.',
  '. I have your password.',
  '',
].join('\r\n');

type Sent = { readonly file: string; readonly handover: Handover };
type Told = { readonly sender: { readonly verdict: string } | null; readonly verdict: { readonly flags: readonly string[] } };

describe.skipIf(lacking !== null)('a letter through a real Postfix, signed by OpenDKIM, judged by OpenDKIM and OpenDMARC', () => {
  let office: PostOffice;
  let proper: Sent;
  let forged: Sent;
  beforeAll(async () => {
    office = await PostOffice.open();
    proper = await office.send(LETTER);
    forged = await office.forge(LETTER);
  }, 60_000);
  afterAll(async () => await office?.close(), 60_000);

  const servers = (): string => `127.0.0.1:${office.names.port}`;

  /** The built program on a file of the Maildir. Not waited for in one piece: the name server is in this process. */
  function check(file: string, args: readonly string[]): Promise<{ readonly told: Told; readonly err: string }> {
    return new Promise((settle, fail) => {
      const child = spawn(process.execPath, [BIN, 'check', file, '--json', '--lang', 'en', ...args], { env: { PATH: process.env['PATH'] ?? '' } });
      let out = '';
      let err = '';
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
      });
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString();
      });
      child.once('error', fail);
      child.once('close', () => settle({ told: JSON.parse(out) as Told, err }));
    });
  }

  const verdictOf = (ask: Pick<Ask, 'bytes' | 'name' | 'envelope' | 'live'>) => senderOf(read(ask), ask);

  /** What a milter knows at the end of the letter: the envelope, and the bytes as they were handed over or as milters before it left them. */
  function atTheDoor({ handover }: Sent, bytes: Uint8Array = handover.message): Ask {
    const { clientAddress, helo, mailFrom, rcptTo } = handover;
    const envelope: Envelope = { clientAddress, clientName: null, helo, mailFrom, rcptTo, authenticatedUser: null, authservIds: [HOST] };
    return { bytes, envelope, answers: {}, place: 'world', words: 'en', now: Date.now() };
  }

  /** A letter as a milter behind the verifiers sees it: with what they did to its header, without what Postfix writes of itself. */
  function judged({ file }: Sent): Buffer {
    const text = readFileSync(file, 'latin1');
    const own = /^(?:Return-Path|X-Original-To|Delivered-To): .*\n|^Received: .*\n(?:[ \t].*\n)*?[ \t]by mx\.garden\.test .*\n(?:[ \t].*\n)*/gm;
    return Buffer.from(text.replace(own, ''), 'latin1');
  }

  /** What the verifiers of the receiving server added to a letter. */
  const resultsIn = (file: string): string => (readFileSync(file, 'latin1').match(/^Authentication-Results: .*\n(?:[ \t].*\n)*/gm) ?? []).join('');

  test('was signed, carried and judged for real', () => {
    const text = readFileSync(proper.file, 'latin1');
    expect(text).toMatch(/^DKIM-Signature: .*d=garden\.test/m);
    expect(text).toContain(`[${OURS}]`);
    expect(resultsIn(proper.file)).toMatch(/^\tdkim=pass /m);
    expect(resultsIn(proper.file)).toContain('dmarc=pass');
    expect(resultsIn(forged.file)).toContain('dmarc=fail');
    expect(readFileSync(forged.file, 'latin1')).toContain(`[${STRANGER}]`);
    // OpenDKIM has asked the name server of the test.
    expect(office.names.asked).toContain('s1._domainkey.garden.test TXT');
  });

  test.each([
    ['the letter sent properly', () => proper, 'authentic'],
    ['the same from outside, with a forged sender line', () => forged, 'spoofed'],
  ])('%s', async (_, sent, verdict) => {
    const { file } = sent();
    const offline = await check(file, []);
    expect([offline.told.sender?.verdict, offline.err]).toEqual([verdict, '']);
    const before = office.names.asked.length;
    const live = await check(file, ['--dns', '--dns-server', servers()]);
    expect(live.told.sender?.verdict).toBe(verdict);
    expect(live.err).toContain('DNS look-ups are made');
    expect(office.names.asked.slice(before)).toContain('_dmarc.garden.test TXT');
    expect(live.told.verdict.flags.includes('compromise-possible')).toBe(verdict === 'authentic');

    const dns = lookupsOf(servers());
    const bare = await withLive(atTheDoor(sent()), dns);
    expect(bare.live?.results.find(({ method }) => method === 'spf')?.result).toBe(verdict === 'authentic' ? 'pass' : 'fail');
    expect(bare.live?.results.find(({ method }) => method === 'dmarc')?.result).toBe(verdict === 'authentic' ? 'pass' : 'fail');
    expect(bare.live?.problems).toEqual([]);
    expect(verdictOf(bare)?.verdict).toBe(verdict);
    // Behind the verifiers of the same server, whose results it sees, without its own Received.
    expect(judged(sent()).toString()).not.toContain('by mx.garden.test');
    expect(verdictOf(atTheDoor(sent(), judged(sent())))?.verdict).toBe(verdict);
  });

  test('results that a stranger writes into the letter move nothing, offline and with the DNS', async () => {
    const lie = `Authentication-Results: ${HOST}; dkim=pass header.d=garden.test; dmarc=pass header.from=garden.test\r\n`;
    const sent = await office.forge(lie + LETTER);
    for (const args of [[], ['--dns-server', servers()]]) expect((await check(sent.file, args)).told.sender?.verdict).toBe('spoofed');
    // OpenDKIM and OpenDMARC take it out; where they do not stand before, the DNS says otherwise.
    expect(judged(sent).toString()).not.toContain('dmarc=pass');
    expect(verdictOf(atTheDoor(sent, judged(sent)))?.verdict).toBe('spoofed');
    expect(verdictOf(await withLive(atTheDoor(sent), lookupsOf(servers())))?.verdict).not.toBe('authentic');
  });

  test('a name server that does not answer moves nothing', async () => {
    const { zone } = office.names;
    office.names.zone = null;
    try {
      expect((await check(forged.file, ['--dns-server', servers()])).told.sender?.verdict).toBe('spoofed');
      for (const sent of [proper, forged]) {
        const bare = await withLive(atTheDoor(sent), lookupsOf(servers(), { ...LIMITS, lookupTime: 200 }));
        expect(bare.live?.problems.map(({ id }) => id)).toContain('dns-timeout');
        expect(verdictOf(bare)?.verdict).toBe('not-proven');
      }
    } finally {
      office.names.zone = zone;
    }
  });

  test('a domain that has changed its key is no forger', async () => {
    const { zone } = office.names;
    office.names.zone = { ...zone, 's1._domainkey.garden.test': { txt: ['v=DKIM1; p='] } };
    try {
      expect((await check(proper.file, ['--dns-server', servers()])).told.sender?.verdict).toBe('authentic');
      const bare = await withLive({ ...atTheDoor(proper), now: Date.now() }, lookupsOf(servers()));
      expect(verdictOf(bare)?.verdict).toBe('authentic');
    } finally {
      office.names.zone = zone;
    }
  });
});
