import { sealMessage } from 'mailauth';
import { describe, expect, test } from 'vitest';
import { ids, KEY, keys, LETTER, live, OTHER, of, signed, THEIRS, txt, ZONE, type Zone, zoneOf } from './own-zone.js';
import { SIGNATURES } from './signatures.js';

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
    const part = `${await signed(LETTER, 'shop.example', { bodyLength: 10 })}Pay now.\r\n`;
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
