import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../bin/hattari.js', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hattari-sender-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function hattari(args: readonly string[], input = '', language = 'en'): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [BIN, ...args, '--lang', language], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', LANG: 'en_US.UTF-8', TZ: 'UTC' },
    timeout: 60_000,
  });
}

function file(name: string, source: string): string {
  const path = join(folder, name);
  writeFileSync(path, source);
  return path;
}

const ME = 'reader@example.org';
const LETTER =
  'I hacked your computer and I sent this from your own account. I recorded you through your webcam. Pay 700 dollars in bitcoin within 2 days or I send the video to all your contacts.';
const NOTE = 'Remember to buy milk, bread and some apples on the way home tomorrow evening.';

/** A mail as a server wrote it that puts its results above its own Received. */
function mail(from: string, results: string, text: string, below = ''): string {
  return `Return-Path: <${from}>
Delivered-To: ${ME}
Authentication-Results: mx.example.org; ${results}
Received: from client.example.net (client.example.net [203.0.113.9]) by mx.example.org with ESMTPS id 1 for <${ME}>; Mon, 05 Oct 2026 09:12:03 +0000
${below}Received: from inside ([10.0.0.7]) by client.example.net with ESMTP id 2; Mon, 05 Oct 2026 09:12:01 +0000
From: ${from}
To: ${ME}
Subject: about you
Date: Mon, 05 Oct 2026 09:12:00 +0000
Message-ID: <1@example.net>

${text}
`;
}

const FORGED = mail(ME, 'dmarc=fail header.from=example.org; spf=fail smtp.mailfrom=example.org; dkim=none', LETTER);
const REAL = mail(ME, 'dmarc=pass header.from=example.org; spf=pass smtp.mailfrom=example.org', LETTER);
const SELF = mail(ME, 'dmarc=pass header.from=example.org; spf=pass smtp.mailfrom=example.org', NOTE);
const SHOP = mail('billing@shop.example.com', 'dmarc=pass header.from=shop.example.com', LETTER);
const UNKNOWN = mail('a@shop.example.com', 'spf=neutral smtp.mailfrom=shop.example.com', NOTE);
const OPEN = mail(ME, 'spf=neutral smtp.mailfrom=example.org; dkim=none', NOTE);

describe('hattari sender', () => {
  test.each([
    ['forged', FORGED, 1, 'spoofed'],
    ['really from there', REAL, 0, 'authentic'],
    ['another real sender', SHOP, 0, 'authentic'],
    ['nothing proved, nothing odd', UNKNOWN, 0, 'not-proven'],
    ['the reader’s own address, nothing proved', OPEN, 3, 'not-proven'],
    ['no header of a server', `From: ${ME}\nTo: ${ME}\n\n${NOTE}\n`, 3, 'not-proven'],
  ])('%s: exit code and verdict', (name, source, status, verdict) => {
    const result = hattari(['sender', '--json', file(`${name}.eml`, source)]);
    const line = JSON.parse(result.stdout) as { sender: { verdict: string; why: string[]; hops: unknown[] } };
    expect([result.status, line.sender.verdict]).toEqual([status, verdict]);
    expect(line.sender.why.every((sentence) => sentence.length > 10)).toBe(true);
  });

  test('plain text has no sender; a missing file could not be looked at', () => {
    const text = hattari(['sender', '--json', file('text.txt', LETTER)]);
    expect([text.status, JSON.parse(text.stdout).sender]).toEqual([3, null]);
    const missing = hattari(['sender', '--json', join(folder, 'none.eml')]);
    expect([missing.status, JSON.parse(missing.stdout).error.id]).toEqual([2, 'no-file']);
    expect(hattari(['sender', '--nonsense']).status).toBe(2);
    expect(hattari(['sender', file('a.eml', FORGED), file('b.eml', SHOP)]).status).toBe(1);
  });

  test('the table of hops has times, gaps and private networks, and says from where on it proves nothing', () => {
    const { stdout } = hattari(['sender', file('hops.eml', FORGED)]);
    for (const piece of ['2026-10-05 09:12:03 UTC  +2 s', 'client.example.net [203.0.113.9]', 'Below this line', 'private network', 'dmarc=fail example.org'])
      expect(stdout).toContain(piece);
  });

  test('an id of one’s own server lets results below its Received count, and only with it', () => {
    const below = mail(
      ME,
      '',
      NOTE,
      'Authentication-Results: mx.example.org; dmarc=fail header.from=example.org; spf=fail smtp.mailfrom=example.org\n',
    ).replace(/Authentication-Results: mx.example.org; \n/, '');
    const path = file('below.eml', below);
    expect(hattari(['sender', path]).status).toBe(3);
    expect(hattari(['sender', path, '--authserv-id', 'mx.example.org']).status).toBe(1);
    expect(hattari(['sender', path, '--authserv-id', 'mx.example.com']).status).toBe(3);
  });
});

describe('hattari check says who sent it', () => {
  type Line = {
    sender: { verdict: string; why: string[] } | null;
    verdict: { kind: string; flags: string[] };
    claims: { id: string; truth: string; why: string }[];
    steps: { id: string }[];
  };
  const line = (source: string, language = 'en'): Line => JSON.parse(hattari(['check', '--json', file('c.eml', source)], '', language).stdout) as Line;

  test('forged: the claim is answered, nothing is said of a compromise', () => {
    const { sender, verdict, claims } = line(FORGED);
    expect([sender?.verdict, verdict.kind]).toEqual(['spoofed', 'bluff']);
    expect(claims.find((c) => c.id === 'from-own-account')?.truth).toBe('spoofed');
    expect(verdict.flags).not.toContain('compromise-possible');
  });

  test('only probably forged: the claim is not answered with a certainty that the headers do not give', () => {
    const { sender, claims } = line(mail(ME, 'spf=none smtp.mailfrom=example.org; dkim=none', LETTER));
    expect([sender?.verdict, sender?.why[0]]).toEqual(['spoofed', expect.stringMatching(/probably.*Likely, not certain/)]);
    expect(claims.find((c) => c.id === 'from-own-account')?.truth).toBe('checkable-in-mail');
  });

  test.each(['en', 'ja'])('really from the own account (%s): what to check, never "forged"', (language) => {
    const { sender, verdict, claims, steps } = line(REAL, language);
    expect(sender?.verdict).toBe('authentic');
    expect(verdict.flags).toContain('compromise-possible');
    expect(claims.find((c) => c.id === 'from-own-account')?.truth).toBe('authentic');
    expect(steps.map((step) => step.id)).toContain('check-account');
    const said = sender?.why.join(' ') ?? '';
    expect(said).toMatch(
      language === 'en'
        ? /sent folder, recent sign-ins, forwarding rules and app passwords/
        : /送信したメール、ログインの記録、転送の設定、アプリ用のパスワード/,
    );
    expect(said).not.toMatch(/was forged|spoofed|にせものです/);
  });

  test('a note to oneself alarms nobody', () => {
    const { verdict, steps } = line(SELF);
    expect([verdict.kind, verdict.flags]).toEqual(['clear', []]);
    expect(steps.map((step) => step.id)).not.toContain('check-account');
  });

  test('a real sender of another name never lowers the verdict, and is told not to make the text true', () => {
    const { sender, verdict, claims } = line(SHOP);
    expect([sender?.verdict, verdict.kind]).toEqual(['authentic', 'bluff']);
    expect(sender?.why).toContain('A real sender never makes the text true.');
    expect(claims.find((c) => c.id === 'from-own-account')?.truth).toBe('checkable-in-mail');
    expect(verdict.flags).not.toContain('compromise-possible');
  });

  test('a letter whose writer names himself as receiver says what it says of the reader on one condition', () => {
    const bare = `Received: from c.example.net ([203.0.113.9]) by mx.example.org with ESMTPS id 1; Mon, 05 Oct 2026 09:12:03 +0000\nFrom: ${ME}\nTo: ${ME}\n\n${LETTER}\n`;
    const { sender, claims } = line(`Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\n${bare}`);
    expect([sender?.verdict, sender?.why[0]?.startsWith(`If ${ME} is your address: `)]).toEqual(['authentic', true]);
    expect(claims.find((c) => c.id === 'from-own-account')?.why).toContain(`If ${ME} is your address: `);
  });

  test.each([
    ['en', /^In what was pasted: /],
    ['ja', /^貼り付けた内容では: /],
  ])('every sentence about a pasted source says so (%s)', (language, start) => {
    const pasted = JSON.parse(hattari(['check', '--json'], FORGED, language).stdout) as Line;
    expect(pasted.sender?.why.length).toBeGreaterThan(0);
    for (const sentence of pasted.sender?.why ?? []) expect(sentence).toMatch(start);
    expect(pasted.claims.find((c) => c.id === 'from-own-account')?.why).toMatch(start);
    for (const sentence of line(FORGED, language).sender?.why ?? []) expect(sentence).not.toMatch(start);
  });

  test('the picture of the envelope fits its frame in both languages', () => {
    for (const language of ['en', 'ja']) {
      const box = hattari(['check', file('box.eml', FORGED)], '', language)
        .stdout.split('\n')
        .filter((text) => /^ {2}[+|]/.test(text));
      expect(box.length).toBeGreaterThan(5);
      expect(box.join('\n')).toContain('203.0.113.9');
      expect(box.every((text) => /[+|]$/.test(text))).toBe(true);
    }
  });
});
