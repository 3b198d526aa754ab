import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEY, signed } from './own-zone.js';
import { NameServer } from './real-mail/name-server.js';

const BIN = fileURLToPath(new URL('../../bin/hattari.js', import.meta.url));
const ZONE = {
  'shop.example': { txt: ['v=spf1 ip4:192.0.2.1 -all'] },
  's1._domainkey.shop.example': { txt: [KEY.record] },
  '_dmarc.shop.example': { txt: ['v=DMARC1; p=reject'] },
};

type Told = { readonly code: number | null; readonly out: string; readonly err: string };

// Not waited for in one piece: the name server is in this process.
function hattari(args: readonly string[], env: Record<string, string> = {}): Promise<Told> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [BIN, ...args], { env: { PATH: process.env['PATH'] ?? '', LANG: 'en_US.UTF-8', TZ: 'UTC', ...env } });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.once('error', fail);
    child.once('close', (code) => settle({ code, out, err }));
  });
}
const senders = ({ out }: Told): (string | undefined)[] =>
  out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { sender: { verdict: string } | null }).sender?.verdict);

describe('--dns, through the built program and a name server of the test', () => {
  let folder = '';
  let names: NameServer;
  let server = '';
  let file = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hattari-dns-'));
    names = await NameServer.start(ZONE);
    server = `127.0.0.1:${names.port}`;
    file = join(folder, 'letter.eml');
    const received = `Return-Path: <hana@shop.example>\r\nReceived: from mx.shop.example (unknown [192.0.2.1]) by mx.reader.test (Postfix) with ESMTP id 1\r\n for <ken@reader.test>; ${new Date().toUTCString().replace('GMT', '+0000')}\r\n`;
    writeFileSync(file, received + (await signed()));
  });
  afterAll(async () => {
    await names.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('off unless it is asked for, whatever server is set', async () => {
    const told = await hattari(['check', file, '--json'], { HATTARI_DNS: server });
    expect([senders(told), told.err, names.asked]).toEqual([['not-proven'], '', []]);
  });

  test.each([
    ['--dns-server', () => ['--dns-server', server], () => ({})],
    ['HATTARI_DNS', () => ['--dns'], () => ({ HATTARI_DNS: server })],
    ['the option before the variable', () => ['--dns', `--dns-server=${server}`], () => ({ HATTARI_DNS: '192.0.2.99' })],
  ])('on, and said aloud: %s', async (_, args, env) => {
    names.asked.length = 0;
    const told = await hattari(['check', file, '--json', ...args()], env());
    expect(senders(told)).toEqual(['authentic']);
    expect(told.err).toContain('DNS look-ups are made');
    expect(told.err).toContain("Nothing of the message's text leaves");
    expect(names.asked.toSorted()).toEqual(['_dmarc.shop.example TXT', 's1._domainkey.shop.example TXT', 'shop.example TXT']);
  });

  test('in Japanese too', async () => expect((await hattari(['check', file, '--lang', 'ja', '--dns-server', server])).err).toContain('本文は外へ出ません'));

  test.each(['dns.example', '999.1.1.1', '127.0.0.1:99999', ','])('%j is no server: exit 2, before anything is asked', async (wrong) => {
    const told = await hattari(['check', file, '--dns-server', wrong]);
    expect([told.code, told.out]).toEqual([2, '']);
    expect(told.err).toContain('--dns-server');
  });

  test('scan: of many copies each name is asked for once', async () => {
    const box = join(folder, 'many');
    mkdirSync(box);
    for (let i = 0; i < 100; i++) copyFileSync(file, join(box, `${i}.eml`));
    names.asked.length = 0;
    const told = await hattari(['scan', box, '--json', '--workers', '2', '--dns-server', server]);
    expect(senders(told)).toEqual(Array.from({ length: 100 }, () => 'authentic'));
    expect(told.err.match(/DNS look-ups are made/g)).toHaveLength(1);
    expect(names.asked).toHaveLength(3);
  });

  test('sender: results and what could not be had are told, a time-out as one', async () => {
    const told = await hattari(['sender', file, '--json', '--dns-server', server]);
    expect(told.code).toBe(0);
    const { sender } = JSON.parse(told.out) as { sender: { verdict: string; results: { method: string; field: string; result: string }[] } };
    expect(sender.results.filter(({ field }) => field === 'dns').map(({ method, result }) => `${method}=${result}`)).toEqual([
      'spf=pass',
      'dkim=pass',
      'dmarc=pass',
    ]);
    names.zone = null;
    const silent = await hattari(['sender', file, '--dns-server', server, '--lang', 'en']);
    names.zone = ZONE;
    expect(silent.out).toContain('A name server did not answer in time');
    expect(silent.code).toBe(3);
  });

  test('a text that is no mail is asked nothing about', async () => {
    const text = join(folder, 'note.txt');
    writeFileSync(text, 'Shall we meet on Sunday?');
    names.asked.length = 0;
    await hattari(['check', text, '--json', '--dns-server', server]);
    expect(names.asked).toEqual([]);
  });

  test('a letter of 3 MB goes to its worker with what the DNS said', async () => {
    const large = join(folder, 'large.eml');
    const lines = 'The roses are in flower, and so are the tulips by the gate.\r\n'.repeat(50_000);
    const head = `Return-Path: <hana@shop.example>\r\nReceived: from mx.shop.example (unknown [192.0.2.1]) by mx.reader.test (Postfix) with ESMTP id 2; ${new Date().toUTCString().replace('GMT', '+0000')}\r\n`;
    writeFileSync(large, head + (await signed(`From: Hana <hana@shop.example>\r\nTo: ken@reader.test\r\nSubject: x\r\n\r\n${lines}`)));
    expect(senders(await hattari(['check', large, '--json', '--dns-server', server]))).toEqual(['authentic']);
  });
});
