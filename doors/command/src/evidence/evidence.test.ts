import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PACK_MESSAGES, PACK_UNITS } from './limits.js';
import type { Manifest } from './manifest.js';

// The built program itself, started as a person starts it.
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const BIN = join(ROOT, 'doors/command/bin/hattari.js');
const sample = (name: string): string => join(ROOT, 'samples', name);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hattari-evidence-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const out = (): string => at('pack');
/** The folder of the pack, with something in it already. */
const taken = (): string => {
  mkdirSync(out());
  writeFileSync(join(out(), 'mine'), '');
  return out();
};
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return at(name);
};
const read = (name: string): string => readFileSync(join(out(), name), 'utf8');
const manifest = (): Manifest => JSON.parse(read('manifest.json')) as Manifest;
const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

function evidence(args: readonly string[], input: string | Uint8Array = '', env: Record<string, string> = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [BIN, 'evidence', ...args], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', LANG: 'en_US.UTF-8', TZ: 'Asia/Tokyo', ...env },
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
}

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2_000, 7)]);
const withPicture = (words: string): string =>
  `From: a@example.org\nTo: b@example.org\nSubject: hello\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n${words}\n--b\nContent-Type: image/png; name="me.png"\nContent-Disposition: attachment; filename="me.png"\nContent-Transfer-Encoding: base64\n\n${PNG.toString('base64')}\n--b--\n`;
const WORDS = 'I have your pictures. Pay 300 dollars by gift card or I send them to your friends.';

describe('a pack', () => {
  test('holds the report, the texts, a read-me and a manifest that is true', () => {
    const { status, stdout } = evidence([sample('en-chat.txt'), sample('en-password.eml'), '--out', out()]);
    expect(status).toBe(0);
    expect(stdout).toContain(createHash('sha256').update(read('manifest.json')).digest('hex'));
    const { inputs, files, version, edition, made } = manifest();
    expect(files.map(({ name }) => name)).toEqual(['report.html', 'READ-ME.txt', 'messages/001.txt', 'messages/002.txt']);
    for (const { name, sha256, size } of files) {
      expect(digest(join(out(), name))).toBe(sha256);
      expect(readFileSync(join(out(), name)).length).toBe(size);
    }
    expect(inputs.map((input) => [input.file, input.sha256])).toEqual(['en-chat.txt', 'en-password.eml'].map((name) => [sample(name), digest(sample(name))]));
    const report = read('report.html');
    for (const told of [version, edition, digest(sample('en-chat.txt')), 'UTC+09:00', 'Noah &lt;nn@mail.example.net&gt;', '200 US dollars'])
      expect(report).toContain(told);
    expect(Number.isNaN(Date.parse(made))).toBe(false);
    expect(readdirSync(out()).sort()).toEqual(['READ-ME.txt', 'manifest.json', 'messages', 'report.html']);
  });

  test('masks a shown password in every file', () => {
    evidence([sample('en-password.eml'), '--out', out()]);
    for (const name of ['report.html', 'messages/001.txt', 'manifest.json']) expect(read(name)).not.toContain('harbour77blue');
    expect(read('messages/001.txt')).toContain(`Subject: ${'*'.repeat(13)}`);
  });

  test('speaks Japanese', () => {
    evidence([sample('ja-chat.txt'), '--out', out(), '--lang', 'ja']);
    expect(read('report.html')).toContain('<html lang="ja">');
    expect(read('お読みください.txt')).toContain('hattari evidence --delete pack');
    expect(read('messages/001.txt')).toContain('昨日のビデオ通話');
  });

  test('takes standard input', () => {
    expect(evidence(['-', '--out', out()], readFileSync(sample('en-chat.txt'))).status).toBe(0);
    expect(manifest().inputs[0]).toMatchObject({ file: '-', sha256: digest(sample('en-chat.txt')) });
  });

  test('of an mbox holds its messages, of a gzip the digest of the file as it is', () => {
    const letter = (n: number): string => `From x Thu Jan  1 00:00:00 1970\nFrom: a@example.org\nSubject: number ${n}\n\nthis is letter ${n} of a few\n\n`;
    const mbox = file('two.mbox.gz', gzipSync(letter(1) + letter(2)));
    expect(evidence([mbox, '--out', out()]).status).toBe(0);
    expect(manifest().inputs[0]).toMatchObject({ messages: 2, sha256: digest(mbox) });
    expect(read('messages/002.txt')).toContain('this is letter 2');
  });

  test('prints the beginning of a very long message, and has all of it as text', () => {
    const long = file('long.txt', `me: hello\n${'her: I will tell everyone\n'.repeat(8_000)}her: the last line`);
    expect(evidence([long, '--out', out()]).status).toBe(0);
    expect(read('messages/001.txt')).toContain('the last line');
    expect(read('report.html')).not.toContain('the last line');
    expect(read('report.html')).toContain('All of the text that was read stands in messages/001.txt');
  });
});

describe('no picture is in a pack', () => {
  test.each<[string, () => string]>([
    ['a picture by its bytes', () => file('a.txt', PNG)],
    ['a picture by its name', () => file('a.jpg', 'me: hello\nher: hi\n')],
    ['a picture by its name, which is not even there', () => at('none.heic')],
    ['a gzipped picture', () => file('a.gz', gzipSync(PNG))],
    ['a picture as letters', () => file('a.txt', PNG.toString('base64').replace(/.{76}/g, '$&\n'))],
  ])('%s is refused', (_, make) => {
    const { status, stderr } = evidence([sample('en-chat.txt'), make(), '--out', out(), '--answers', 'age=adult']);
    expect(status).toBe(2);
    expect(stderr).toContain('is a picture or a video');
    expect(existsSync(out())).toBe(false);
  });

  test.each<[string, () => string, string]>([
    ['a ZIP', () => file('a.zip', Buffer.from('PK\u0003\u0004\0\0\0\0\0\0')), 'ZIP'],
    ['a PDF', () => file('a.pdf', Buffer.from('%PDF-1.7\n%\0\u0001\u0002\u0003')), 'PDF'],
    ['an empty file', () => file('a.txt', ''), 'nothing'],
  ])('%s is refused', (_, make, reason) => {
    const { status, stderr } = evidence([make(), '--out', out()]);
    expect([status, stderr.includes(reason)]).toEqual([2, true]);
  });

  test.each([
    ['a data URI', `her: look data:image/png;base64,${PNG.toString('base64')} ok\nme: no\n`],
    ['a block of letters', `her: look\n${PNG.toString('base64').replace(/.{76}/g, '$&\n')}\nme: no\nher: you must pay me\n`],
  ])('%s in a text is left out, and said so', (_, text) => {
    evidence([file('chat.txt', text), '--out', out()]);
    for (const name of ['report.html', 'messages/001.txt']) {
      expect(read(name)).not.toContain(PNG.toString('base64').slice(100, 160));
      expect(read(name)).toMatch(/\[\d+ characters of encoded data left out\]/);
    }
    expect(manifest().inputs[0]?.sha256).toBeNull();
  });

  test('an attached one is listed by name, type and size', () => {
    evidence([file('a.eml', withPicture(WORDS)), '--out', out(), '--answers', 'age=adult']);
    expect(read('report.html')).toMatch(/me\.png<\/td><td>image\/png<\/td><td>2008 bytes/);
    for (const { name } of manifest().files) expect(read(name)).not.toContain(PNG.toString('base64').slice(100, 160));
  });
});

describe('a file that holds pictures is hashed only where it is about an adult', () => {
  test.each<[string, string, string, string, boolean]>([
    ['nothing answered', WORDS, '', 'unknown', false],
    ['under 18 answered', WORDS, 'age=under-18', 'minor', false],
    ['adult answered', WORDS, 'age=adult', 'adult', true],
    ['adult answered, but the text is about a child', `${WORDS}\n\nHelp me please. I'm 15 and I sent him my photo.`, 'age=adult', 'minor', false],
  ])('%s', (_, words, answers, age, isHashed) => {
    const mail = file('a.eml', withPicture(words));
    const { status, stdout } = evidence([mail, '--out', out(), '--answers', answers || 'who=me']);
    expect(status).toBe(0);
    expect(manifest().age).toBe(age);
    expect(manifest().inputs[0]?.sha256).toBe(isHashed ? digest(mail) : null);
    const everything = manifest()
      .files.map(({ name }) => read(name))
      .join('');
    expect((everything + stdout).includes(digest(mail))).toBe(isHashed);
    expect(read('report.html').includes('Not taken')).toBe(!isHashed);
    expect(stdout.includes('--answers age=adult')).toBe(age === 'unknown');
  });

  test('the file beside it, without pictures, is hashed', () => {
    evidence([file('a.eml', withPicture(WORDS)), sample('en-chat.txt'), '--out', out()]);
    expect(manifest().inputs.map(({ sha256 }) => sha256)).toEqual([null, digest(sample('en-chat.txt'))]);
  });
});

describe('nothing is made', () => {
  test.each<[string, () => string[], string]>([
    ['if the folder holds something', () => [sample('en-chat.txt'), '--out', taken()], 'does not exist yet'],
    ['without --out', () => [sample('en-chat.txt')], '--out'],
    ['without a file', () => ['--out', out()], 'Wanted a file'],
    ['if a file is missing', () => [sample('en-chat.txt'), at('none.txt'), '--out', out()], 'was not found'],
    ['of a folder', () => [folder, '--out', out()], 'which is a folder'],
    ['in a language that a pack does not speak', () => [sample('en-chat.txt'), '--out', out(), '--lang', 'de'], 'en, ja'],
    ['with --delete beside files', () => [sample('en-chat.txt'), '--delete', out()], 'got both'],
    [
      'of more messages than anyone reads',
      () => [file('m.mbox', 'From x Thu Jan  1 00:00:00 1970\nSubject: a\n\nhello\n\n'.repeat(PACK_MESSAGES + 1)), '--out', out()],
      `more than ${PACK_MESSAGES}`,
    ],
    [
      'of more text than a pack holds',
      () => [...Array.from({ length: 17 }, (_, n) => file(`${n}.txt`, 'a line of a letter\n'.repeat(66_000))), '--out', out()],
      `longer than ${PACK_UNITS}`,
    ],
    ['of larger files than are kept in memory', () => [file('large.txt', Buffer.alloc(128 * 1024 * 1024 + 1, 'a line \n')), '--out', out()], '128 MB'],
  ])('%s', (_, make, told) => {
    const { status, stderr, stdout } = evidence(make());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
    expect(existsSync(join(out(), 'report.html'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

test.each(['SIGINT', 'SIGKILL'] as const)('a %s while it reads leaves nothing', async (signal) => {
  const child = spawn(process.execPath, [BIN, 'evidence', sample('en-chat.txt'), '-', '--out', out()], { stdio: ['pipe', 'ignore', 'ignore'] });
  // It waits for the end of its input, which never comes.
  child.stdin.write('her: pay me\n');
  await new Promise((resolve) => setTimeout(resolve, 400));
  child.kill(signal);
  await once(child, 'exit');
  expect(readdirSync(folder)).toEqual([]);
});

describe('--delete', () => {
  test('removes a pack and nothing else', () => {
    const chat = file('chat.txt', 'me: hello\nher: pay me\n');
    evidence([chat, '--out', out()]);
    const { status, stdout } = evidence(['--delete', out()]);
    expect(status).toBe(0);
    expect(stdout).toContain('Removed');
    expect(readdirSync(folder)).toEqual(['chat.txt']);
  });

  test('leaves what is not of the pack, says so, and ends with 2', () => {
    evidence([sample('ja-chat.txt'), '--out', out(), '--lang', 'ja']);
    writeFileSync(join(out(), 'mine.txt'), 'mine');
    const { status, stderr } = evidence(['--delete', out(), '--lang', 'ja']);
    expect(status).toBe(2);
    expect(stderr).toContain('残しました: mine.txt');
    expect(readdirSync(out())).toEqual(['mine.txt']);
  });

  test('of what is no pack touches nothing', () => {
    file('a.txt', 'x');
    expect(evidence(['--delete', folder]).status).toBe(2);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });
});
