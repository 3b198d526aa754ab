import { generateKeyPairSync } from 'node:crypto';
import type { Live, LiveMethod } from '@hattari/engine';
import { dkimSign, sealMessage } from 'mailauth';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkLive, FRESH, type Question } from './live.js';
import { LIMITS, Lookups, type RecordType, type Resolve } from './lookups.js';
import { SIGNATURES } from './signatures.js';

type Zone = Readonly<Record<string, readonly unknown[] | string>>;
const NOW = Date.UTC(2026, 10, 29);

/** A DNS of the test's own: records by "name TYPE"; a string is the code of an error; what is not there does not exist. */
function zoneOf(zone: Zone, asked: string[] = []): Resolve {
  return async (name: string, type: RecordType) => {
    asked.push(`${name} ${type}`);
    const found = zone[`${name} ${type}`] ?? 'ENOTFOUND';
    if (typeof found === 'string') throw Object.assign(new Error(found), { code: found });
    return found;
  };
}
const txt = (...records: string[]): string[][] => records.map((record) => record.match(/.{1,255}/gs) ?? ['']);

function keys(bits = 2048): { readonly privateKey: string; readonly record: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    record: `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`,
  };
}
const KEY = keys();
const OTHER = keys();

const LETTER = [
  'From: Hana <hana@shop.example>',
  'To: Ken <ken@reader.test>',
  'Subject: The garden',
  'Date: Sun, 29 Nov 2026 00:00:00 +0000',
  'Message-ID: <1@shop.example>',
  '',
  'The roses are in flower.',
  '',
].join('\r\n');

async function signed(letter = LETTER, domain = 'shop.example', options: { key?: string; selector?: string; algorithm?: string; bodyLength?: number } = {}) {
  const { signatures } = await dkimSign(Buffer.from(letter), {
    signatureData: [
      {
        signingDomain: domain,
        selector: options.selector ?? 's1',
        privateKey: options.key ?? KEY.privateKey,
        ...(options.bodyLength === undefined ? {} : { maxBodyLength: options.bodyLength }),
      },
    ],
    canonicalization: 'relaxed/relaxed',
    algorithm: options.algorithm ?? 'rsa-sha256',
    signTime: new Date(NOW),
  } as never);
  return signatures + letter;
}

const ZONE: Zone = {
  'shop.example TXT': txt('v=spf1 ip4:192.0.2.1 -all'),
  's1._domainkey.shop.example TXT': txt(KEY.record),
  '_dmarc.shop.example TXT': txt('v=DMARC1; p=reject'),
};
const OURS = { address: '192.0.2.1', helo: 'mx.shop.example', mailFrom: 'hana@shop.example' };
const THEIRS = { address: '198.51.100.7', helo: 'bulk.example', mailFrom: 'hana@shop.example' };

async function live(letter: string | Uint8Array, zone: Zone | Resolve, question: Partial<Question> = {}, limits = LIMITS): Promise<Live> {
  const resolve = typeof zone === 'function' ? zone : zoneOf(zone);
  return checkLive({ bytes: Buffer.from(letter), from: 'shop.example', client: null, came: NOW, now: NOW, ...question }, new Lookups(resolve, limits));
}
const of = ({ results }: Live, method: LiveMethod): string | undefined => results.find((result) => result.method === method)?.result;
const ids = ({ problems }: Live): string[] => problems.map(({ id }) => id);

describe('SPF: record, client, what comes of it', () => {
  test.each([
    ['v=spf1 ip4:192.0.2.1 -all', OURS, 'pass', 'the address is named'],
    ['v=spf1 ip4:192.0.2.1 -all', THEIRS, 'fail', 'it is not'],
    ['v=spf1 ip4:192.0.2.1 ~all', THEIRS, 'softfail', 'the domain is not sure'],
    ['v=spf1 ?all', THEIRS, 'neutral', 'the domain says nothing'],
    ['v=spf1 ip4:192.0.2.999 -all', OURS, 'permerror', 'no address'],
    ['v=spf1 nonsense -all', OURS, 'permerror', 'no such term'],
    ['something else', OURS, 'none', 'no record'],
    ['v=spf1 a:mail.shop.example -all', OURS, 'pass', 'through a name'],
    ['v=spf1 mx -all', OURS, 'pass', 'through the mail exchanger'],
    ['v=spf1 include:net.example -all', OURS, 'pass', 'through another record'],
    ['v=spf1 redirect=net.example', OURS, 'pass', 'another record in its place'],
    ['v=spf1 exists:%{i}.list.shop.example -all', OURS, 'pass', 'a macro of the address'],
    ['v=spf1 ip6:2001:db8::/32 -all', { ...OURS, address: '2001:db8::5' }, 'pass', 'IPv6'],
  ])('%s for %j: %s (%s)', async (record, client, result) => {
    const zone = {
      'shop.example TXT': txt(record),
      'net.example TXT': txt('v=spf1 ip4:192.0.2.0/24 -all'),
      'mail.shop.example A': ['192.0.2.1'],
      'shop.example MX': [{ priority: 1, exchange: 'mail.shop.example' }],
      '192.0.2.1.list.shop.example A': ['127.0.0.2'],
    };
    expect(of(await live(LETTER, zone, { client }), 'spf')).toBe(result);
  });

  test('two records are none', async () =>
    expect(of(await live(LETTER, { 'shop.example TXT': txt('v=spf1 +all', 'v=spf1 -all') }, { client: OURS }), 'spf')).toBe('permerror'));
  test('the null sender is judged by the name of the client', async () => {
    const zone = { 'mx.shop.example TXT': txt('v=spf1 ip4:192.0.2.1 -all') };
    const found = await live(LETTER, zone, { client: { ...OURS, mailFrom: '' } });
    expect(found.results.find(({ method }) => method === 'spf')).toMatchObject({ result: 'pass', domain: 'mx.shop.example', aligned: true });
  });
  test('without a client that is known it is not evaluated, and neither is a failure of DMARC', async () => {
    const found = await live(LETTER, ZONE);
    expect(found.results.map(({ method }) => method)).toEqual(['dkim']);
    expect(ids(found)).toContain('dns-no-client-address');
  });
  test('a record that asks for the name of whoever checks is told none', async () => {
    const asked: string[] = [];
    await live(LETTER, zoneOf({ 'shop.example TXT': txt('v=spf1 exists:%{r}.spy.shop.example -all') }, asked), { client: OURS });
    expect(asked).toContain('unknown.spy.shop.example A');
  });
});

describe('signatures', () => {
  test('a good one passes, whatever line ends the file was saved with', async () => {
    const letter = await signed();
    for (const saved of [letter, letter.replaceAll('\r\n', '\n'), `\n\nFrom hana@shop.example Sun Nov 29 00:00:00 2026\n${letter}`])
      expect((await live(saved, ZONE)).results).toContainEqual({ method: 'dkim', result: 'pass', domain: 'shop.example', aligned: true, policy: null });
  });

  test.each([
    ['a changed body', 'fail', (letter: string) => letter.replace('roses', 'wallet')],
    ['a changed subject', 'fail', (letter: string) => letter.replace('garden', 'wallet')],
    ['a header added above it that is not signed', 'pass', (letter: string) => `X-Seen: yes\r\n${letter}`],
    ['another sender line', 'fail', (letter: string) => letter.replace('hana@', 'boss@')],
  ] as const)('%s: the result is %s', async (_, result, change) => expect(of(await live(change(await signed()), ZONE), 'dkim')).toBe(result));

  test.each([
    ['the key is gone', 'permerror', 'ENOTFOUND'],
    ['the key was taken back', 'permerror', txt('v=DKIM1; p=')],
    ['no key', 'permerror', txt('v=DKIM1; k=rsa; p=AAAA')],
    ['no base64', 'permerror', txt('v=DKIM1; k=rsa; p=***')],
    ['another key', 'fail', txt(OTHER.record)],
    ['a key that anyone can break', 'policy', txt(keys(512).record)],
    ['the name server is ill', 'temperror', 'ESERVFAIL'],
    ['the name server refuses', 'temperror', 'EREFUSED'],
    ['the name server is silent', 'temperror', 'ETIMEOUT'],
    ['a very long record that says nothing', 'permerror', txt('x'.repeat(60_000))],
    ['10,000 strings', 'temperror', [Array.from({ length: 10_000 }, () => 'v=DKIM1;')]],
    ['10,000 records', 'temperror', Array.from({ length: 10_000 }, () => ['v=DKIM1;'])],
  ] as readonly (readonly [string, string, string | readonly unknown[]])[])('the key record: %s: %s', async (_, result, record) => {
    expect(of(await live(await signed(), { 's1._domainkey.shop.example TXT': record }), 'dkim')).toBe(result);
  });

  test('keys rotate: the old selector stands beside the new one', async () => {
    const zone = { ...ZONE, 's2._domainkey.shop.example TXT': txt(OTHER.record) };
    for (const letter of [await signed(), await signed(LETTER, 'shop.example', { selector: 's2', key: OTHER.privateKey })])
      expect(of(await live(letter, zone), 'dkim')).toBe('pass');
  });

  test('one that covers a part of the body is not leaned on, and its length writes nothing', async () => {
    const part = (await signed(LETTER, 'shop.example', { bodyLength: 10 })) + 'Pay now.\r\n';
    expect(part).toContain('l=10');
    const found = await live(part, ZONE, { client: THEIRS });
    expect(of(found, 'dkim')).toBe('policy');
    expect(of(found, 'dmarc')).toBeUndefined();
  });

  test('more than are verified', async () => {
    const many = Array.from({ length: 200 }, (_, i) => `DKIM-Signature: v=1; a=rsa-sha256; d=d${i}.example; s=s; h=from; bh=AAAA; b=AAA${i}\r\n`).join('');
    const asked: string[] = [];
    const found = await live(many + LETTER, zoneOf({}, asked));
    expect(found.results.filter(({ method }) => method === 'dkim')).toHaveLength(SIGNATURES);
    expect(ids(found)).toContain('dns-too-many');
  });
});

describe('DMARC: what passes, alignment, the record', () => {
  test.each([
    // record                              From           signed by        envelope of     result  why
    ['v=DMARC1; p=none', 'shop.example', 'shop.example', 'shop.example', 'pass', 'none'],
    ['v=DMARC1; p=quarantine', 'shop.example', 'mail.shop.example', 'bulk.example', 'pass', 'quarantine'],
    ['v=DMARC1; p=reject; adkim=s', 'shop.example', 'mail.shop.example', 'bulk.example', 'fail', 'reject'],
    ['v=DMARC1; p=reject; aspf=s', 'shop.example', 'bulk.example', 'mail.shop.example', 'fail', 'reject'],
    ['v=DMARC1; p=reject; aspf=r', 'shop.example', 'bulk.example', 'mail.shop.example', 'pass', 'reject'],
    ['v=DMARC1; p=reject; adkim=s; aspf=s', 'shop.example', 'shop.example', 'bulk.example', 'pass', 'reject'],
    ['v=DMARC1; p=reject', 'shop.example', 'bulk.example', 'bulk.example', 'fail', 'reject'],
    ['v=DMARC1; p=REJECT; sp=none', 'mail.shop.example', 'bulk.example', 'bulk.example', 'fail', 'none'],
    ['v=DMARC1; p=sometimes', 'shop.example', 'bulk.example', 'bulk.example', 'fail', null],
    ['spam', 'shop.example', 'bulk.example', 'bulk.example', 'none', null],
  ])('%s; From %s, signed by %s, envelope of %s: %s', async (record, from, signer, envelope, result, policy) => {
    const zone = {
      '_dmarc.shop.example TXT': txt(record),
      [`s1._domainkey.${signer} TXT`]: txt(KEY.record),
      [`${envelope} TXT`]: txt('v=spf1 ip4:192.0.2.1 -all'),
    };
    const client = { ...OURS, mailFrom: `post@${envelope}` };
    const found = await live(await signed(LETTER, signer), zone, { from, client });
    expect(found.results.find(({ method }) => method === 'dmarc')).toEqual({ method: 'dmarc', result, domain: from, aligned: result === 'pass', policy });
  });

  test('a forged letter fails', async () => expect(of(await live(LETTER, ZONE, { client: THEIRS }), 'dmarc')).toBe('fail'));
  test('several authors, or none: nothing to hold it against', async () =>
    expect(of(await live(LETTER, ZONE, { from: null, client: OURS }), 'dmarc')).toBeUndefined());
  test.each(['com', 'co.uk', 'localhost', 'a..b', '', 'x'.repeat(300)])('the sender line of %j is no domain that has a record', async (from) => {
    const asked: string[] = [];
    const found = await live(LETTER, zoneOf({}, asked), { from, client: OURS });
    expect(of(found, 'dmarc')).toBe('none');
    expect(asked).not.toContain('_dmarc.null TXT');
  });

  test.each([
    ['the key', 's1._domainkey.shop.example TXT', THEIRS],
    ['the SPF record', 'shop.example TXT', THEIRS],
    ['the DMARC record', '_dmarc.shop.example TXT', THEIRS],
  ])('%s cannot be had: a temporary failure, never a forgery', async (_, name, client) => {
    const letter = (await signed()).replace('roses', 'roses');
    for (const code of ['ETIMEOUT', 'ESERVFAIL', 'EREFUSED', 'ECONNREFUSED', 'EBADRESP', 'ESOMETHING']) {
      const zone: Zone = { ...ZONE, 's1._domainkey.shop.example TXT': 'ENOTFOUND', [name]: code };
      expect(of(await live(letter, zone, { client }), 'dmarc')).toBe('temperror');
    }
  });

  test('an include that cannot be had does not make a forgery of what is behind it', async () => {
    const zone: Zone = { ...ZONE, 'shop.example TXT': txt('v=spf1 include:net.example -all'), 'net.example TXT': 'ESERVFAIL' };
    expect(of(await live(LETTER, zone, { client: THEIRS }), 'spf')).toBe('temperror');
  });

  test('of an old letter only what passes is said: keys and servers change', async () => {
    const came = NOW - FRESH - 1;
    const bad = await live(LETTER, ZONE, { client: THEIRS, came });
    expect(bad.results).toEqual([]);
    expect(ids(bad)).toContain('dns-old');
    expect(of(await live(await signed(), ZONE, { client: THEIRS, came }), 'dmarc')).toBe('pass');
    expect((await live(LETTER, ZONE, { client: THEIRS, came: null })).results).toEqual([]);
  });
});

describe('ARC', () => {
  const forwarder = { signingDomain: 'lists.example', selector: 'arc', privateKey: OTHER.privateKey };
  const zone: Zone = { ...ZONE, 'arc._domainkey.lists.example TXT': txt(OTHER.record) };
  async function forwarded(): Promise<string> {
    const letter = `${await signed()}-- \r\nThe list of gardeners\r\n`;
    const seal = await sealMessage(Buffer.from(letter), {
      ...forwarder,
      i: 1,
      cv: 'none',
      authResults: 'lists.example; dmarc=pass header.from=shop.example',
    } as never);
    return seal.toString() + letter;
  }
  const client = { address: '203.0.113.9', helo: 'lists.example', mailFrom: 'bounce@lists.example' };

  test('a letter to which a list added its foot: the first signature fails, the seal of the list passes', async () => {
    const found = await live(await forwarded(), zone, { client });
    expect([of(found, 'dkim'), of(found, 'dmarc')]).toEqual(['fail', 'fail']);
    expect(found.results.at(-1)).toEqual({ method: 'arc', result: 'pass', domain: 'lists.example', aligned: null, policy: null });
  });
  test('two forwarders, one behind the other', async () => {
    const once = await forwarded();
    const seal = await sealMessage(Buffer.from(once), {
      signingDomain: 'far.example',
      selector: 'arc',
      privateKey: KEY.privateKey,
      i: 2,
      cv: 'pass',
      authResults: 'far.example; arc=pass',
    } as never);
    const found = await live(seal.toString() + once, { ...zone, 'arc._domainkey.far.example TXT': txt(KEY.record) }, { client });
    expect(found.results.at(-1)).toMatchObject({ method: 'arc', result: 'pass', domain: 'far.example' });
  });
  test('a broken seal fails', async () =>
    expect(of(await live((await forwarded()).replace('dmarc=pass', 'dmarc=best'), zone, { client }), 'arc')).toBe('fail'));
  test('a seal whose key cannot be had is a temporary failure', async () =>
    expect(of(await live(await forwarded(), { ...zone, 'arc._domainkey.lists.example TXT': 'ESERVFAIL' }, { client }), 'arc')).toBe('temperror'));
  test('a seal with a key that is too short', async () => {
    expect(['fail', 'policy']).toContain(
      of(await live(await forwarded(), { ...zone, 'arc._domainkey.lists.example TXT': txt(keys(512).record) }, { client }), 'arc'),
    );
  });
  test('more sets than are verified are not looked at', async () => {
    const set = (i: number): string =>
      `ARC-Seal: i=${i}; a=rsa-sha256; d=l${i}.example; s=s; cv=pass; b=AAAA\r\nARC-Message-Signature: i=${i}; a=rsa-sha256; d=l${i}.example; s=s; h=from; bh=AAAA; b=AAAA\r\nARC-Authentication-Results: i=${i}; l.example; none\r\n`;
    const found = await live(Array.from({ length: 50 }, (_, i) => set(50 - i)).join('') + LETTER, zone, { client });
    expect(of(found, 'arc')).toBeUndefined();
    expect(ids(found)).toContain('dns-too-many');
  });
});

describe('what is asked is bounded', () => {
  test('a name server that never answers costs the time of one look-up, and its failure is kept', async () => {
    const asked: string[] = [];
    const never: Resolve = (name) => {
      asked.push(name);
      return new Promise(() => {});
    };
    const dns = new Lookups(never, { ...LIMITS, lookupTime: 20 });
    const question = { bytes: Buffer.from(LETTER), from: 'shop.example', client: OURS, came: NOW, now: NOW };
    const found = await checkLive(question, dns);
    expect([of(found, 'spf'), of(found, 'dmarc'), ids(found)]).toEqual(['temperror', 'temperror', ['dns-timeout']]);
    const before = asked.length;
    await checkLive(question, dns);
    expect(asked.length).toBe(before);
  });

  test('answers are kept for the run', async () => {
    const asked: string[] = [];
    const dns = new Lookups(zoneOf(ZONE, asked));
    const question = { bytes: Buffer.from(LETTER), from: 'shop.example', client: OURS, came: NOW, now: NOW };
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
