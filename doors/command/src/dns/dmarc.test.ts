import { describe, expect, test } from 'vitest';
import { FRESH } from './live.js';
import { ids, KEY, LETTER, live, NOW, OURS, of, signed, THEIRS, txt, ZONE, type Zone, zoneOf } from './own-zone.js';

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
    expect(found.results.find(({ method }) => method === 'dmarc')).toEqual({ method: 'dmarc', result, domain: from, aligned: true, policy });
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
