import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkLive } from './live.js';
import { LIMITS, Lookups, type Resolve } from './lookups.js';
import { ids, LETTER, live, NOW, OURS, of, THEIRS, txt, ZONE, zoneOf } from './own-zone.js';
import { asOnTheWire, type Wire } from './wire.js';

describe('what is asked is bounded', () => {
  test('a name server that never answers costs the time of one look-up, and its failure is kept', async () => {
    const asked: string[] = [];
    const never: Resolve = (name) => {
      asked.push(name);
      return new Promise(() => {});
    };
    const dns = new Lookups(never, { ...LIMITS, lookupTime: 20 });
    const question = { wire: asOnTheWire(Buffer.from(LETTER)) as Wire, from: 'shop.example', client: OURS, came: NOW, now: NOW };
    const found = await checkLive(question, dns);
    expect([of(found, 'spf'), of(found, 'dmarc'), ids(found)]).toEqual(['temperror', 'temperror', ['dns-timeout']]);
    const before = asked.length;
    await checkLive(question, dns);
    expect(asked.length).toBe(before);
  });

  test('answers are kept for the run', async () => {
    const asked: string[] = [];
    const dns = new Lookups(zoneOf(ZONE, asked));
    const question = { wire: asOnTheWire(Buffer.from(LETTER)) as Wire, from: 'shop.example', client: OURS, came: NOW, now: NOW };
    await Promise.all([checkLive(question, dns), checkLive(question, dns)]);
    await checkLive(question, dns);
    expect(asked.toSorted()).toEqual(['_dmarc.shop.example TXT', 'shop.example TXT']);
  });

  test('nor is more kept than that', async () => {
    const asked: string[] = [];
    const dns = new Lookups(zoneOf({}, asked), { ...LIMITS, kept: 2 });
    for (const name of ['a.example', 'b.example', 'c.example', 'c.example', 'a.example']) await dns.answer(name, 'A');
    expect(asked).toEqual(['a.example A', 'b.example A', 'c.example A', 'a.example A']);
  });

  test.each([
    ['a loop of includes', () => txt('v=spf1 include:shop.example -all'), 'permerror'],
    ['a chain of includes without end', (n: number) => txt(`v=spf1 include:n${n + 1}.shop.example -all`), 'permerror'],
    ['200 includes in one record', () => txt(`v=spf1 ${Array.from({ length: 200 }, (_, i) => `include:v${i}.shop.example`).join(' ')} -all`), 'permerror'],
    ['names that are not there', () => txt('v=spf1 a:v1.example.org a:v2.example.org a:v3.example.org a:v4.example.org -all'), 'permerror'],
    ['10,000 terms', () => txt(`v=spf1 ${'ip4:192.0.2.2 '.repeat(10_000)}-all`), 'fail'],
    ['a redirect onto itself', () => txt('v=spf1 redirect=shop.example'), 'permerror'],
  ])('SPF: %s', async (_, record, result) => {
    const asked: string[] = [];
    let n = 0;
    const resolve: Resolve = async (name, type) => {
      asked.push(name);
      if (type === 'TXT' && !name.startsWith('_') && !name.startsWith('v')) return record(n++);
      throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    };
    const found = await live(LETTER, resolve, { client: THEIRS });
    expect(of(found, 'spf')).toBe(result);
    expect(asked.length).toBeLessThanOrEqual(20);
  });

  test('mail exchangers that fan out: no more look-ups than allowed, and the DMARC record is asked for all the same', async () => {
    const asked: string[] = [];
    const resolve: Resolve = async (name, type) => {
      asked.push(name);
      if (name === '_dmarc.shop.example') return txt('v=DMARC1; p=reject');
      if (type === 'TXT' && !name.includes('_')) return txt(`v=spf1 ${Array.from({ length: 9 }, (_, i) => `mx:m${i}.shop.example`).join(' ')} -all`);
      if (type === 'MX') return Array.from({ length: 10 }, (_, i) => ({ priority: i, exchange: `h${i}.${name}` }));
      if (type === 'A') return ['192.0.2.77'];
      throw Object.assign(new Error('none'), { code: 'ENODATA' });
    };
    const found = await live(LETTER, resolve, { client: THEIRS });
    expect([of(found, 'spf'), of(found, 'dmarc')]).toEqual(['permerror', 'fail']);
    expect(found.lookups).toBeLessThanOrEqual(LIMITS.lookups + 2);
    expect(ids(found)).toContain('dns-too-many');
  });

  test('names that cannot be are not asked for', async () => {
    const asked: string[] = [];
    await live(`DKIM-Signature: v=1; a=rsa-sha256; d=${'a'.repeat(70)}.example; s=${'b.'.repeat(200)}; h=from; bh=x; b=y\r\n${LETTER}`, zoneOf({}, asked), {
      from: null,
    });
    expect(asked).toEqual([]);
  });
});

describe('hostile letters: total, and nothing is written', () => {
  afterEach(() => vi.restoreAllMocks());
  const line = (n: number): string => 'x'.repeat(n);
  test.each([
    ['nothing', ''],
    ['no header', 'hello there'],
    ['no body', 'From: a@shop.example\r\n'],
    ['a header without end', `From: a@shop.example\r\n${' fold\r\n'.repeat(200_000)}`],
    ['one long field', `From: a@shop.example\r\nX: ${line(400_000)}\r\n\r\nbody`],
    ['a row of carriage returns', `From: a@shop.example\r\nX: ${'\r'.repeat(200_000)}x\r\n\r\nbody`],
    ['many folds', `From: a@shop.example\r\nX: y\r\n${' z\r\n'.repeat(7_900)}\r\nbody`],
    ['blank lines', `From: a@shop.example\r\n\r\n${' \r\n'.repeat(300_000)}`],
    ['zeros', new Uint8Array(100_000)],
    ['a signature of nonsense', `DKIM-Signature: ${';=;'.repeat(50_000)}\r\nFrom: a@shop.example\r\n\r\nx`],
    [
      'a signature that names a field 80,000 times',
      `DKIM-Signature: v=1; a=rsa-sha256; d=shop.example; s=s1; c=relaxed/relaxed; h=from${':x'.repeat(80_000)}; bh=x; b=y\r\n${'x: y\r\n'.repeat(7_000)}${LETTER}`,
    ],
    ['a signature longer than its body', `DKIM-Signature: v=1; a=rsa-sha256; d=shop.example; s=s1; h=from; l=99999999; bh=x; b=y\r\n${LETTER}`],
    ['a prototype', `DKIM-Signature: v=1; __proto__=1; constructor=2; a=rsa-sha256; d=shop.example; s=s1; h=from; bh=x; b=y\r\n${LETTER}`],
    ['brackets in the sender line', `From: ${'('.repeat(100_000)}\r\n\r\nx`],
    ['an address of at signs', `From: ${'@'.repeat(100_000)}\r\n\r\nx`],
    ['words in the sender line', `From: ${'a '.repeat(100_000)}\r\n\r\nx`],
    [
      'a content type of semicolons',
      `Content-Type: multipart/mixed; ${'; a="'.repeat(40_000)}\r\nDKIM-Signature: v=1; a=rsa-sha256; d=shop.example; s=s1; h=from; bh=x; b=y\r\n${LETTER}`,
    ],
    ['a long line', `${LETTER}${line(4_000_000)}`],
  ])('%s', async (_, letter) => {
    const written = vi.spyOn(console, 'log');
    const found = await live(letter, ZONE, { client: THEIRS });
    expect(written).not.toHaveBeenCalled();
    for (const { result } of found.results) expect(result).not.toBe('pass');
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});
