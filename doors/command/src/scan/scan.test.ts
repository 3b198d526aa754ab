import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The built program, on mailboxes that are made here.
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const BIN = join(ROOT, 'doors/command/bin/hattari.js');
const ENV = { PATH: process.env['PATH'] ?? '', LANG: 'en_US.UTF-8', TZ: 'UTC' };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hattari-scan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Line = { file: string; message: number | null; verdict: { kind: string } | null; error?: { id: string } };

function scan(args: readonly string[], input: string | Uint8Array = '', env: Record<string, string> = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [BIN, 'scan', ...args], { input, encoding: 'utf8', env: { ...ENV, ...env }, timeout: 120_000, maxBuffer: 1 << 28 });
}

function lines(out: string): Line[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

const kinds = (out: string): string[] => lines(out).map((line) => line.verdict?.kind ?? line.error?.id ?? '');

const LETTER = (n: number): string =>
  `I hacked your computer and recorded you through your webcam. Pay ${500 + n} dollars in bitcoin within 2 days or I send the video to all your contacts.`;
const NOTE = (n: number): string =>
  `Dear members, the garden club meets on Sunday at ten in the old barn, as it did in the week number ${n}. Bring seeds to share and a warm coat.`;
const CALL = 'I saved our call yesterday. 200 on cashapp by tonight or I send your pictures to your sister.';
const mail = (text: string): string => `From: a@example.org\nTo: b@example.org\nSubject: hello\nMessage-ID: <1@example.org>\n\n${text}\n`;
/** Every tenth mail is a letter, the others are harmless. */
const mbox = (count: number): string =>
  Array.from({ length: count }, (_, n) => `From a@example.org Mon Jan  5 10:00:00 2026\n${mail(n % 10 === 0 ? LETTER(n) : NOTE(n))}\n`).join('');

function made(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  return file;
}

describe('what is read', () => {
  test('a folder of everything: in order, pictures and hidden files passed over and counted, the lost one told, the rest goes on', () => {
    made('all/1.eml', mail(LETTER(1)));
    made('all/2.mbox', mbox(3));
    made('all/3.mbox.gz', gzipSync(mbox(2)));
    made('all/4.png', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2000)]));
    made('all/5-empty', '');
    made('all/.hidden', mail(LETTER(2)));
    symlinkSync('nowhere', join(folder, 'all/6.eml'));
    made('all/7/cur/1.host:2,S', mail(NOTE(7)));
    made('all/7/new/2.host', mail(LETTER(7)));
    made('all/7/tmp/3.host', mail(LETTER(8)));
    const all = join(folder, 'all');
    const result = scan(['--json', '--workers', '2', all]);
    expect(lines(result.stdout).map(({ file, message, verdict, error }) => [file.slice(all.length + 1), message, verdict?.kind ?? error?.id])).toEqual([
      ['1.eml', null, 'bluff'],
      ['2.mbox', 0, 'bluff'],
      ['2.mbox', 1, 'clear'],
      ['2.mbox', 2, 'clear'],
      ['3.mbox.gz', 0, 'bluff'],
      ['3.mbox.gz', 1, 'clear'],
      ['6.eml', null, 'no-file'],
      ['7/cur/1.host:2,S', null, 'clear'],
      ['7/new/2.host', null, 'bluff'],
    ]);
    expect(result.stderr).toMatch(/empty files +2\n/);
    expect(result.stderr).toMatch(/hidden files and folders +1\n/);
    expect(result.status).toBe(2);
  });

  test('the lines are those of check', () => {
    const file = made('same.mbox', mbox(12));
    const checked = spawnSync(process.execPath, [BIN, 'check', '--json', file], { encoding: 'utf8', env: ENV });
    expect(scan(['--json', file]).stdout).toBe(checked.stdout);
  });

  test.each([
    ['letters', [LETTER(1)], 1],
    ['a real threat', [NOTE(1), CALL], 1],
    ['nothing', [NOTE(1)], 0],
    ['what is unsure', ['Lunch?', NOTE(1)], 3],
  ])('exit code of %s', (name, texts, code) => {
    const paths = texts.map((text, n) => made(`code/${name}/${n}.eml`, mail(text)));
    expect(scan(paths).status).toBe(code);
  });

  test('a mailbox on standard input; a picture that is named is told of', () => {
    expect(kinds(scan(['--json', '-'], mbox(2)).stdout)).toEqual(['bluff', 'clear']);
    expect(lines(scan(['--json', made('x.png', Buffer.from('89504e470d0a1a0a00000000', 'hex'))]).stdout).length).toBe(1);
  });

  test('its own output and journal in the folder are passed over', () => {
    made('own/1.eml', mail(NOTE(1)));
    const result = spawnSync('sh', ['-c', '"$0" "$1" scan --json --resume own.journal . >> own.ndjson', process.execPath, BIN], {
      cwd: join(folder, 'own'),
      env: ENV,
    });
    expect(result.status).toBe(0);
    expect(lines(readFileSync(join(folder, 'own/own.ndjson'), 'utf8')).map((line) => line.file)).toEqual(['./1.eml']);
  });
});

describe('the summary', () => {
  test('what needs a person comes first; then counts, repeats, wallets; no progress where there is no terminal', () => {
    made('sum/1.eml', mail(CALL));
    made('sum/2.mbox', mbox(30));
    const result = scan([join(folder, 'sum')]);
    const order = [
      'Messages looked at: 31',
      'A person should look',
      `${folder}/sum/1.eml`,
      'What they are',
      'no threatening words found',
      'Languages',
      'nearly the same',
      '3 letters like',
    ];
    const at = order.map((words) => result.stdout.indexOf(words));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at).not.toContain(-1);
    expect(result.stdout).toMatch(/no threatening words found +27 +87\.1 %/);
    expect(result.stderr).toBe('');
  });

  test('in Japanese, without English words', () => {
    made('ja/1.eml', mail(CALL));
    made('ja/2.mbox', mbox(30));
    symlinkSync('nowhere', join(folder, 'ja/3.eml'));
    const { stdout } = scan([join(folder, 'ja')], '', { LANG: 'ja_JP.UTF-8' });
    expect(stdout).toContain('まず人が見てください');
    expect(stdout.replaceAll(folder, '').replace(/\/ja\/\S+/g, '')).not.toMatch(/[a-z]{3,}/i);
  });

  test.each([
    [['scan'], /got none/],
    [['scan', '/no/such/folder'], /\/no\/such\/folder/],
    [['scan', '--workers', '0', 'a'], /1-256/],
    [['scan', '--workers', 'many', 'a'], /many/],
    [['scan', '--parts', 'a'], /--parts/],
    [['scan', '--resume', '/no/such/folder/file', 'a'], /\/no\/such\/folder\/file/],
  ])('a mistake is told in a sentence: %j', (args, sentence) => {
    const result = spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', env: ENV });
    expect(result.status).toBe(2);
    expect(result.stderr).toMatch(sentence);
    expect(result.stderr).not.toMatch(/ at .*\.js|Error:/);
  });
});

/** Starts a scan; resolves once `enough` lines came. */
async function begun(
  args: readonly string[],
  out: 'pipe' | number,
  enough: (text: string) => boolean,
  file = '',
): Promise<{ child: ChildProcess; out: () => string; err: () => string }> {
  const child = spawn(process.execPath, [BIN, 'scan', ...args], { stdio: ['pipe', out, 'pipe'], env: ENV });
  let text = '';
  let errors = '';
  child.stdout?.on('data', (data) => {
    text += data;
  });
  child.stderr?.on('data', (data) => {
    errors += data;
  });
  const seen = (): string => (file === '' ? text : readFileSync(file, 'utf8'));
  while (!enough(seen())) await new Promise((resolve) => setTimeout(resolve, 10));
  return { child, out: seen, err: () => errors };
}

const closed = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('close', (code) => resolve(code)));

describe.skipIf(process.platform === 'win32')('an interrupted scan', () => {
  const COUNT = 4_000;
  let box = '';
  let whole = '';
  beforeAll(() => {
    box = made('long.mbox', mbox(COUNT));
    whole = scan(['--json', box]).stdout;
    expect(lines(whole).length).toBe(COUNT);
  });

  test('Ctrl-C keeps what is done, tells it, ends in 2; resumed, the two outputs are the one of a whole run', async () => {
    const journal = join(folder, 'int.journal');
    const args = ['--json', '--resume', journal, box];
    const { child, out, err } = await begun(args, 'pipe', (text) => text.length > 50_000);
    child.kill('SIGINT');
    expect(await closed(child)).toBe(2);
    expect(err()).toContain('Stopped before the end');
    expect(existsSync(journal)).toBe(true);
    const rest = scan(args);
    expect(lines(out()).length).toBeLessThan(COUNT);
    expect(out() + rest.stdout).toBe(whole);
    expect(rest.stderr).toContain(`Messages looked at: ${COUNT}`);
    expect(rest.stderr).toMatch(/\n {2}400 letters like/);
    expect(rest.status).toBe(1);
    expect(existsSync(journal)).toBe(false);
  });

  test('kill -9, the output appended to a file: nothing is lost and nothing twice', async () => {
    const journal = join(folder, 'kill.journal');
    const file = made('kill.ndjson', 'an older line\n');
    const args = ['--json', '--resume', journal, box];
    // Killed between two journals, so that there are lines that the last one does not know of.
    const known = (): number => (JSON.parse(readFileSync(journal, 'utf8')) as { tally: { messages: number } }).tally.messages;
    const { child } = await begun(args, openSync(file, 'a'), () => existsSync(journal) && known() > 0, file);
    child.kill('SIGKILL');
    await closed(child);
    // Lines behind the last journal, the last of them broken off.
    appendFileSync(file, '{"file":"long.mbox","mess');
    expect(known()).toBeLessThan(COUNT);
    const resumed = spawnSync(process.execPath, [BIN, 'scan', ...args], { stdio: ['ignore', openSync(file, 'a'), 'pipe'], encoding: 'utf8', env: ENV });
    expect(resumed.stderr).toMatch(/behind the [1-9]\d* messages/);
    expect(resumed.stderr).toContain(`Messages looked at: ${COUNT} `);
    expect(readFileSync(file, 'utf8')).toBe(`an older line\n${whole}`);
  });

  test('what a killed scan left of a half-written journal is removed; that of a living one, and other files, stay', () => {
    const journal = join(folder, 'stale.journal');
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const stays = [`.stale.journal.${process.ppid}.new`, '.stale.journal.x.new', `.other.journal.${dead}.new`, `stale.journal.${dead}.new`];
    const left = made(`.stale.journal.${dead}.new`, '{"hatt');
    for (const name of stays) made(name, 'x');
    expect(scan(['--resume', journal, made('stale.eml', mail(NOTE(1)))]).status).toBe(0);
    expect(existsSync(left)).toBe(false);
    for (const name of stays) {
      expect([name, existsSync(join(folder, name))]).toEqual([name, true]);
      rmSync(join(folder, name));
    }
  });

  test('waiting for more input it ends at once; a second run on a pipe goes on behind it', async () => {
    const journal = join(folder, 'wait.journal');
    const { child, out } = await begunWith(['--json', '--resume', journal, '-'], mbox(50));
    child.kill('SIGTERM');
    expect(await closed(child)).toBe(2);
    // The last message of an open mailbox may not be whole yet.
    expect(lines(out()).length).toBe(49);
    expect(out() + scan(['--json', '--resume', journal, '-'], mbox(60)).stdout).toBe(scan(['--json', '-'], mbox(60)).stdout);
  });

  async function begunWith(args: readonly string[], input: string): Promise<{ child: ChildProcess; out: () => string }> {
    const started = spawn(process.execPath, [BIN, 'scan', ...args], { stdio: ['pipe', 'pipe', 'ignore'], env: ENV });
    let text = '';
    started.stdout.on('data', (data) => {
      text += data;
    });
    started.stdin.write(input);
    while (lines(text.slice(0, text.lastIndexOf('\n') + 1)).length < 49) await new Promise((resolve) => setTimeout(resolve, 10));
    return { child: started, out: () => text };
  }

  test('a closed pipe is quiet and ends in 2', async () => {
    const { child, err } = await begun(['--json', box], 'pipe', (text) => text.length > 0);
    child.stdout?.destroy();
    expect(await closed(child)).toBe(2);
    expect(err()).toBe('');
  });

  test('a reader that reads nothing: the first Ctrl-C waits a while, the second ends it at once', async () => {
    const child = spawn(process.execPath, [BIN, 'scan', '--json', box], { stdio: ['ignore', 'pipe', 'pipe'], env: ENV });
    // Long enough for the pipe to be full.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill('SIGINT');
    await new Promise((resolve) => child.stderr.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(child.exitCode).toBeNull();
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    expect(await exit).toBe(2);
    child.stdout.destroy();
  });

  test('a slow reader gets every line', async () => {
    const result = spawnSync('sh', ['-c', '"$0" "$1" scan --json "$2" 2>/dev/null | (sleep 2; wc -l)', process.execPath, BIN, box], {
      encoding: 'utf8',
      env: ENV,
    });
    expect(result.stdout.trim()).toBe(String(COUNT));
  });

  test.each([
    ['other paths', (journal: string) => ['--json', '--resume', journal, made('other.mbox', mbox(1))], /other paths/],
    ['other options', (journal: string) => ['--resume', journal, box], /other options/],
  ])('a journal of %s is refused and left alone', async (_, args, sentence) => {
    const journal = join(folder, `refused.journal`);
    const { child } = await begun(['--json', '--resume', journal, box], 'pipe', (text) => text.length > 0);
    child.kill('SIGINT');
    await closed(child);
    const before = readFileSync(journal, 'utf8');
    const result = scan(args(journal));
    expect(result.stderr).toMatch(sentence);
    expect(result.status).toBe(2);
    expect(readFileSync(journal, 'utf8')).toBe(before);
    rmSync(journal);
  });

  test('what is no journal is refused and left alone', () => {
    const file = made('letter.txt', 'my own letter');
    const result = scan(['--resume', file, box]);
    expect(result.stderr).toContain('something else');
    expect(result.status).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('my own letter');
  });
});

test.skipIf(process.platform !== 'linux')(
  'memory does not grow with the number of mails',
  () => {
    const peak = (count: number): number => {
      const box = made('memory.mbox', mbox(count));
      const program = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS)); process.argv.splice(1, 0, ${JSON.stringify(BIN)}); await import(process.argv[1]);`;
      const result = spawnSync(process.execPath, ['--input-type=module', '-e', program, 'scan', '--workers', '2', box], {
        encoding: 'utf8',
        env: ENV,
        timeout: 300_000,
      });
      // A run that read nothing would need no memory.
      expect(result.stdout).toContain(`Messages looked at: ${count} `);
      return Number(/peak (\d+)/.exec(result.stderr)?.[1]) / 1024;
    };
    const [few, many] = [peak(1_000), peak(20_000)];
    console.log(`peak memory: ${few.toFixed(0)} MB for 1,000 mails, ${many.toFixed(0)} MB for 20,000`);
    expect(many).toBeLessThan(few * 2);
  },
  400_000,
);
