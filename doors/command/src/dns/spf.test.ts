import { describe, expect, test } from 'vitest';
import { ids, LETTER, live, OURS, of, THEIRS, txt, ZONE, zoneOf } from './own-zone.js';

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
