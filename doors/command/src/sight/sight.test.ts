import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// The built program, started as a person starts it, with two screenshots that come with it.
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const BIN = join(ROOT, 'doors/command/bin/hattari.js');
const EN = join(ROOT, 'samples/en-screenshot.png');
const JA = join(ROOT, 'samples/ja-screenshot.png');

/** Where the system lets us, the network is cut: only a loopback that is down is left. */
const CUT = spawnSync('unshare', ['-rn', 'true']).status === 0 ? ['unshare', '-rn'] : [];

function hattari(args: readonly string[], input: Uint8Array = new Uint8Array(0), before: readonly string[] = []): SpawnSyncReturns<string> {
  const [program, ...rest] = [...before, process.execPath, BIN, ...args] as [string, ...string[]];
  return spawnSync(program, rest, { input, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', LANG: 'en_US.UTF-8', TZ: 'UTC' }, timeout: 120_000 });
}

type Line = { verdict: { kind: string }; claims: { part: string }[]; problems: { id: string }[]; whole: boolean };
const lineOf = (result: SpawnSyncReturns<string>): Line => JSON.parse(result.stdout) as Line;

describe('hattari check of a screenshot', () => {
  test('a letter, without any network', () => {
    const result = hattari(['check', '--sight-seconds=100', '--json', EN], undefined, CUT);
    const { verdict, claims, problems, whole } = lineOf(result);
    expect([verdict.kind, problems, whole, result.status, result.stderr]).toEqual(['bluff', [], true, 1, '']);
    expect(claims.every(({ part }) => part === '1/ocr')).toBe(true);
  });

  test('a chat in Japanese: who speaks is told, and it may be real', () => {
    const result = hattari(['check', '--sight-seconds=100', '--parts', JA]);
    expect([...result.stdout.matchAll(/^--- (turn:\d) \(text, image, (\w+)\)/gm)].map(([, part, who]) => `${part} ${who}`)).toEqual([
      'turn:1 other',
      'turn:2 reader',
      'turn:3 other',
    ]);
    expect(lineOf(hattari(['check', '--sight-seconds=100', '--json', JA])).verdict.kind).toBe('genuine');
  });

  test('for a person: the words say where they stand', () => {
    const { stdout } = hattari(['check', '--sight-seconds=100', '--no-questions', EN]);
    expect(stdout).toContain('This stands in the picture.');
  });

  test('in a mail, beside its text', () => {
    const mail = `From: a@b.example\nSubject: Look\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nPlease see the picture.\n--x\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\n${readFileSync(EN).toString('base64')}\n--x--\n`;
    const { verdict, claims } = lineOf(hattari(['check', '--sight-seconds=100', '--json', '-'], Buffer.from(mail)));
    expect([verdict.kind, claims.some(({ part }) => part === '2/ocr')]).toEqual(['bluff', true]);
  });

  test.each([
    ['by itself', () => readFileSync(EN), 'not-text'],
    [
      'in a mail',
      () =>
        Buffer.from(
          `From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSee the picture of our garden.\n--x\nContent-Type: image/png; name=a.png\n\n\x89PNG\n--x--\n`,
          'latin1',
        ),
      'attachment-unread',
    ],
  ])('--no-sight: %s all is as it was, and never clear', (_what, bytes, problem) => {
    const { verdict, problems, whole } = lineOf(hattari(['check', '--no-sight', '--json', '-'], bytes()));
    expect([verdict.kind, problems.map(({ id }) => id), whole]).toEqual(['unsure', [problem], false]);
  });

  test('what cannot be read is told, and never clear', () => {
    const bomb = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d494844520000c3500000c350080000000000000000', 'hex'), Buffer.alloc(100)]);
    const result = hattari(['check', '--json', '-'], bomb);
    expect([lineOf(result).verdict.kind, lineOf(result).problems.map(({ id }) => id), result.status]).toEqual(['unsure', ['sight-too-large'], 3]);
  });
});

describe('scan --sight', () => {
  const mail = (name: string, bytes: Uint8Array): string =>
    `From: a@b.example\nMessage-ID: <${name}@b.example>\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nPlease see the picture.\n--x\nContent-Type: image/png; name=${name}.png\nContent-Transfer-Encoding: base64\n\n${Buffer.from(bytes).toString('base64')}\n--x--\n`;
  const bomb = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d494844520000c3500000c350080000000000000000', 'hex'), Buffer.alloc(100)]);
  const kinds = (stdout: string): unknown[] =>
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as Line).verdict.kind);

  test('a mailbox with pictures: read only where asked for, in order, and told how many were read and left', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hattari-scan-sight-'));
    try {
      const note =
        'From: c@d.example\nTo: b@b.example\nSubject: hello\nMessage-ID: <1@d.example>\n\nDear members, the garden club meets on Sunday at ten in the old barn, as it did in the week number 3. Bring seeds to share and a warm coat.\n';
      writeFileSync(
        join(folder, 'a.mbox'),
        [mail('letter', readFileSync(EN)), note, mail('bomb', bomb)].map((one) => `From a@b.example Mon Jan  5 10:00:00 2026\n${one}\n`).join(''),
      );
      writeFileSync(join(folder, 'b.png'), readFileSync(EN));
      const without = hattari(['scan', '--json', folder]);
      expect(kinds(without.stdout)[0]).toBe('unsure');
      expect(without.stderr).not.toContain('Pictures, PDFs and documents');
      const { stdout, stderr, status } = hattari(['scan', '--json', '--sight', '--sight-seconds=100', '--workers=1', folder]);
      expect(kinds(stdout)).toEqual(['bluff', 'clear', 'unsure', 'bluff']);
      expect(stderr).toContain('read 2, not or not wholly read 1');
      expect(status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
