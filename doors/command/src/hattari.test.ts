import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The built program itself, started as a person starts it.
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BIN = join(ROOT, 'doors/command/bin/hattari.js');
const sample = (name: string): string => join(ROOT, 'samples', name);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hattari-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function hattari(args: readonly string[], input: string | Uint8Array = '', env: Record<string, string> = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [BIN, ...args], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', LANG: 'en_US.UTF-8', TZ: 'UTC', ...env },
    timeout: 60_000,
  });
}

type Line = {
  file: string;
  message: number | null;
  verdict: { kind: string; flags: string[]; family: string | null } | null;
  error?: { id: string; text: string };
  claims: { id: string; quote: string; part: string; start: number; end: number }[];
  wallets: { address: string; sure: boolean }[];
  steps: { id: string }[];
  asks: string[];
  problems: { id: string }[];
  parts?: { id: string; text: string }[];
  beacons: Record<string, number> | null;
};
function lines(result: SpawnSyncReturns<string>): Line[] {
  return result.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

describe('samples: the verdict of each', () => {
  test.each([
    ['ja-hacker.eml', 'bluff', []],
    ['ja-own-account.eml', 'bluff', []],
    ['ja-password.eml', 'bluff', ['password-shown']],
    ['ja-pegasus.eml', 'bluff', []],
    ['ja-house-photo.eml', 'bluff', ['personal-data-public']],
    ['ja-short.eml', 'bluff', []],
    ['en-hacker.eml', 'bluff', []],
    ['en-own-account.eml', 'bluff', []],
    ['en-password.eml', 'bluff', ['password-shown']],
    ['en-pegasus.eml', 'bluff', []],
    ['en-house-photo.eml', 'bluff', ['personal-data-public']],
    ['en-short.eml', 'bluff', []],
    ['ja-chat.txt', 'genuine', []],
    ['en-chat.txt', 'genuine', []],
    ['en-newsletter.eml', 'clear', []],
    ['ja-bank-alert.eml', 'clear', []],
    ['ja-article.eml', 'mention', []],
    ['en-article.eml', 'mention', []],
    ['ja-phishing.eml', 'kin', []],
    ['ja-forward.eml', 'bluff', ['reported']],
    ['en-forward.eml', 'bluff', ['reported']],
  ])('%s: %s %j', (name, kind, flags) => {
    const result = hattari(['check', '--json', sample(name)]);
    const [line] = lines(result);
    expect(line?.verdict?.kind).toBe(kind);
    expect(line?.verdict?.flags).toEqual(expect.arrayContaining(flags));
    expect(result.status).toBe({ bluff: 1, genuine: 1, kin: 1, clear: 0, mention: 0 }[kind]);
  });
});

describe('the contract', () => {
  test.each([
    [
      'a mail with two pictures and a receipt',
      'Content-Type: text/html\nDisposition-Notification-To: a@example.org\n',
      '<img src="https://t.example/a"><img src="https://t.example/b" width=1 height=1>',
      { remoteImages: 1, pixels: 1, receipts: 1 },
    ],
    [
      'a mail with nothing',
      'Content-Type: text/plain\n',
      'hello',
      { remoteImages: 0, pixels: 0, styles: 0, embedded: 0, amp: 0, forms: 0, invitations: 0, calendarFiles: 0, receipts: 0, unread: 0 },
    ],
    ['a pasted text', null, 'hello', null],
  ])('beacons of %s', (_, fields, body, expected) => {
    const head =
      'Received: from a.example by b.example; Mon, 5 Oct 2026 09:12:00 +0900\nFrom: a@example.org\nTo: b@example.org\nSubject: hello\nMIME-Version: 1.0\n';
    const [line] = lines(hattari(['check', '--json', '-'], fields === null ? body : `${head}${fields}\n${body}\n`));
    if (expected === null) expect(line?.beacons).toBeNull();
    else expect(line?.beacons).toMatchObject(expected);
  });

  test('a quote stands where it says it stands, and passwords are masked with their length kept', () => {
    const [line] = lines(hattari(['check', '--json', '--parts', sample('en-password.eml')]));
    for (const claim of line?.claims ?? []) {
      const text = line?.parts?.find((part) => part.id === claim.part)?.text.slice(claim.start, claim.end) ?? '';
      expect(claim.quote).toBe(text.replaceAll('harbour77blue', '*'.repeat(13)));
    }
    expect(JSON.stringify(line?.claims)).not.toContain('harbour77blue');
  });

  test('every input gives a line, in the order of input; the worst code wins: 2 > 1 > 3 > 0', () => {
    const missing = join(folder, 'missing.eml');
    const result = hattari(['check', '--json', sample('en-newsletter.eml'), missing, sample('en-short.eml')]);
    const all = lines(result);
    expect(all.map((line) => line.file)).toEqual([sample('en-newsletter.eml'), missing, sample('en-short.eml')]);
    expect(all[1]).toMatchObject({ verdict: null, error: { id: 'no-file' } });
    expect(result.status).toBe(2);
    expect(hattari(['check', '--json', sample('en-newsletter.eml'), sample('en-short.eml')]).status).toBe(1);
  });

  test('an mbox gives a line a message', () => {
    const mbox = join(folder, 'two.mbox');
    writeFileSync(
      mbox,
      'From x Thu Jan  1 00:00:00 1970\nFrom: a@b.c\nSubject: one\n\n>From here on it is an ordinary letter about nothing at all.\n\nFrom y Thu Jan  1 00:00:00 1970\nFrom: a@b.c\nSubject: two\n\nthis is the second one and there is nothing in it\n',
    );
    const all = lines(hattari(['check', '--json', '--parts', mbox]));
    expect(all.map((line) => line.message)).toEqual([0, 1]);
    expect(all[0]?.parts?.[1]?.text).toContain('From here on');
  });

  test('answers change the verdict, the steps and the headline', () => {
    const answered = hattari(['check', sample('en-short.eml'), '--answers', 'contact=no,image=no,names=no', '--json']);
    expect(lines(answered)[0]?.steps.map((step) => step.id)).toContain('delete-it');
    expect(lines(hattari(['check', sample('en-short.eml'), '--json']))[0]?.steps.map((step) => step.id)).not.toContain('delete-it');
    expect(lines(hattari(['check', sample('en-short.eml'), '--answers', 'contact=yes', '--json']))[0]?.verdict?.kind).toBe('genuine');
  });

  test('--list reads paths, also from standard input', () => {
    const list = join(folder, 'list.txt');
    writeFileSync(list, `${sample('en-short.eml')}\n${sample('en-newsletter.eml')}\n`);
    expect(lines(hattari(['check', '--json', '--list', list])).length).toBe(2);
    expect(lines(hattari(['check', '--json', '--list', '-'], `${sample('en-short.eml')}\n`)).length).toBe(1);
  });

  test('standard input is read as `-` and without any name', () => {
    const letter =
      'I hacked your computer and recorded you through your webcam. Pay 700 dollars in bitcoin within 2 days or I send the video to all your contacts.';
    expect(lines(hattari(['check', '--json', '-'], letter))[0]?.verdict?.kind).toBe('bluff');
    expect(lines(hattari(['check', '--json'], letter))[0]?.verdict?.kind).toBe('bluff');
  });
});

describe('words for a person', () => {
  test('Japanese output has no English sentence, and shows the wallet whole', () => {
    const { stdout } = hattari(['check', sample('ja-hacker.eml')], '', { LANG: 'ja_JP.UTF-8', TZ: 'Asia/Tokyo' });
    expect(stdout).toContain('bc1qqs4789awswzf8uty0c5rpu8nczfy3aczqw4gyp');
    expect(stdout).toContain('#9110');
    const latin = stdout.replace(/https?:\S+|hattari check \S+ --answers \S+|\S*samples\/\S*|bc1\w+/g, '').match(/[A-Za-z]{3,}(?:\s+[a-z]{2,}){2,}/g);
    expect(latin).toBeNull();
  });

  test.each([
    ['video.mp4.exe', true, 'a file that pretends: what it is, and what to do if it was opened'],
    ['notes.txt', false, 'an honest one needs no words'],
  ])('%s is told: %s (%s)', (name, told) => {
    const file = `Content-Type: application/octet-stream; name="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(told ? 'MZ\x90\0\x03' : 'hello').toString('base64')}`;
    const mail = `From: a@example.org\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSee the proof.\n--x\n${file}\n--x--\n`;
    const { stdout } = hattari(['check', '--no-questions', '-'], mail);
    const words = stdout.replace(/\s+/g, ' ');
    expect([words.includes(`${name}: Its name wants`), words.includes('If you have opened it')]).toEqual([told, told]);
  });

  test('no percentage, no score, nothing said of deleting while the questions are open', () => {
    for (const name of ['en-hacker.eml', 'ja-hacker.eml', 'en-chat.txt', 'ja-chat.txt']) {
      const { stdout } = hattari(['check', sample(name), '--lang', name.slice(0, 2)]);
      const own = stdout
        .split('\n')
        .filter((line) => !line.startsWith('    | '))
        .join('\n');
      expect(own).not.toMatch(/%|％|ignore|delet|無視|削除/i);
    }
  });
});

describe('bad input: one clear sentence and exit 2', () => {
  test.each([
    [['check', '/no/such/file.eml'], /\/no\/such\/file\.eml/],
    [['check', ROOT], /folder/],
    [['check', '--nonsense'], /--nonsense/],
    [['chekc'], /chekc/],
    [['check', '--lang'], /--lang/],
    [['check', '--lang', 'xx', 'a'], /xx/],
    [['check', '--answers', 'contact=maybe', 'a'], /maybe/],
    [['check', '--answers', 'colour=red', 'a'], /colour/],
    [['check'], /pasted/],
  ])('%j', (args, sentence) => {
    const result = hattari(args);
    expect(result.status).toBe(2);
    expect(result.stderr).toMatch(sentence);
    expect(result.stderr).not.toMatch(/ at .*\.js|Error:/);
  });

  test.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(0), 'empty'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'sight-broken'],
    ['a broken mail', Buffer.from('From: a@b.c\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ncut'), 'truncated'],
  ])('%s is a problem, not a crash', (name, bytes, problem) => {
    const file = join(folder, `${name}.bin`);
    writeFileSync(file, bytes);
    const result = hattari(['check', '--json', file]);
    expect(lines(result)[0]?.problems.map((p) => p.id)).toContain(problem);
    expect(result.status).toBe(3);
  });

  test('ten megabytes, and a line of a million characters, are read', () => {
    for (const [name, bytes] of [
      ['large', Buffer.from('some ordinary words of no meaning. '.repeat(300_000))],
      ['line', Buffer.from('a'.repeat(1_000_000))],
    ] as const) {
      const file = join(folder, `${name}.txt`);
      writeFileSync(file, bytes);
      const result = hattari(['check', '--json', file]);
      expect([0, 3]).toContain(result.status);
      expect(lines(result).length).toBe(1);
    }
  });

  test('a closed pipe is quiet', async () => {
    const child = spawn(process.execPath, [BIN, 'check', ...Array.from({ length: 40 }, () => sample('en-hacker.eml'))], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (data) => {
      errors += data;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(errors).toBe('');
    // 1 if all was judged before the pipe closed, 2 if it could not be delivered; never "all clear".
    expect([1, 2]).toContain(code);
  });
});

describe('hostile', () => {
  const letter =
    'I hacked your computer and recorded you through your webcam. Pay 700 dollars in bitcoin within 2 days or I send the video to all your contacts.';
  const only = (result: SpawnSyncReturns<string>): Line => lines(result)[0] as Line;

  test.each([
    ['mass letter', letter],
    ['real threat', 'I saved our call yesterday. 200 on cashapp by tonight or I send your pictures to your sister.'],
  ])('a %s in hidden text is never clear', (_, words) => {
    const source = `From: a@example.org\nTo: b@example.org\nSubject: x\nContent-Type: text/html\n\n<p>Hello, this is the weekly note from the garden club, the roses are in bloom.</p><p style='display:none'>${words}</p>`;
    expect(only(hattari(['check', '--json'], source)).verdict?.kind).toBe('unsure');
  });

  test('a password is masked wherever it stands again', () => {
    const result = hattari(['check', '--json'], `harbour77blue is one of your passwords. I used harbour77blue when I hacked your computer. ${letter}`);
    expect(
      only(result)
        .claims.map((claim) => claim.quote)
        .join(' '),
    ).not.toContain('harbour77blue');
    expect(
      only(result)
        .claims.map((claim) => claim.quote)
        .join(' '),
    ).toContain('*'.repeat('harbour77blue'.length));
  });

  test('an mbox larger than a message may be is read to its end', () => {
    const mbox = join(folder, 'big.mbox');
    const one = `From a@example.org Mon Jan  5 10:00:00 2026\nFrom: a@example.org\nTo: b@example.org\nSubject: x\n\nhello\n${'a '.repeat(24 * 1024 * 1024)}\n\n`;
    writeFileSync(mbox, `${one}${one}From b@example.org Mon Jan  5 10:00:00 2026\n${letter}`);
    const all = lines(hattari(['check', '--json', mbox]));
    rmSync(mbox);
    expect(all.map((line) => [line.message, line.verdict?.kind])).toEqual([
      [0, 'unsure'],
      [1, 'unsure'],
      [2, 'bluff'],
    ]);
  });

  test('gzip is told by its bytes; of a damaged one what can be unpacked is read, and it is told', () => {
    const file = join(folder, 'letter.txt');
    const packed = gzipSync(letter);
    writeFileSync(file, packed);
    expect(lines(hattari(['check', '--json', file])).map((line) => line.verdict?.kind)).toEqual(['bluff']);
    writeFileSync(file, packed.subarray(0, packed.length - 6));
    const broken = hattari(['check', '--json', file]);
    expect(lines(broken).map((line) => line.verdict?.kind ?? line.error?.id)).toEqual(['bluff', 'broken-gzip']);
    expect(broken.status).toBe(2);
  });

  test.skipIf(process.platform === 'win32')('a named pipe is read', async () => {
    const pipe = join(folder, 'pipe');
    spawnSync('sh', ['-c', `mkfifo '${pipe}'`]);
    const child = spawn(process.execPath, [BIN, 'check', '--json', pipe], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    spawnSync('sh', ['-c', `cat > '${pipe}'`], { input: letter });
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ file: pipe, verdict: { kind: 'bluff' } });
  });

  test('--sketch adds what copies of a letter share', () => {
    const of = (text: string): string => (only(hattari(['check', '--json', '--sketch'], text)) as unknown as { sketch: string }).sketch;
    expect(of(letter)).toMatch(/^[0-9a-f]{512}$/);
    expect(of(letter.replace('700', '950'))).toBe(of(letter));
    expect(of('Lunch at ten?')).toBeNull();
    expect(only(hattari(['check', '--json'], letter))).not.toHaveProperty('sketch');
  });

  test.skipIf(process.platform === 'win32')('an endless list is refused', () => {
    const result = hattari(['check', '--list', '/dev/zero']);
    expect(result.stderr).toContain('64 MB');
    expect(result.status).toBe(2);
  });

  test.each([
    ['in a message', ['check', '--parts'], 'From: a@b.example\nTo: c@d.example\nSubject: hi\n\nx\u001b[2J\u001b]0;title\u0007'],
    ['in the name of a file', ['check', 'no\u001b]0;title\u0007'], ''],
    ['in an option', ['check', '--no\u001b]0;title\u0007'], ''],
  ])('no escape sequence reaches the terminal: %s', (_, args, input) => {
    const result = hattari(args, input);
    expect(result.stdout + result.stderr).not.toMatch(/[\u001b\u0007]/);
  });

  test('an answer named like a property of every object', () => {
    expect(hattari(['check', '--answers', 'constructor=x', sample('en-short.eml')]).stderr).toContain('contact');
  });
});

test('the stub without a build ends in one sentence and exit 2', () => {
  const stub = join(folder, 'bin');
  spawnSync('mkdir', ['-p', stub]);
  spawnSync('cp', [BIN, join(stub, 'hattari.js')]);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const result = spawnSync(process.execPath, [join(stub, 'hattari.js'), 'check'], { encoding: 'utf8', env: { LANG: 'en' } });
  expect(result.status).toBe(2);
  expect(result.stderr.trim().split('\n')).toEqual(['hattari is not built yet: run npm run build first.']);
});
