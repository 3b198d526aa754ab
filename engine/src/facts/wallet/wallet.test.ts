import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../fold/fold-text.js';
import type { Wallet } from '../../model.js';
import { findWallets } from './find.js';

// Test vectors of the standards, and addresses made from digests (bench/src/addresses.ts): nobody is paid here.
const BTC = '1H48kUie4SeDyYYyzk13s3ppkkYfB71hsa';
const SEGWIT = 'bc1qkqvm406ja5a6pccatya5nznezvlat9hf48qgwt';
const ETH = '0xB019BAbF52Ed3bA0E31D593B498a79133fD596e9';
const SOL = '2fKfAsZe4k676m3iKs6RneTXan3Ghshn2nyMAukcB5G2';
const TON = 'UQAYrNq948SFAPBL8NczRoi1rR5WKezTivzgksfTESH8FwGK';
const CASH = 'qzcpnw4l2tknhg8rr4vnkjv20yfnl4vkaygj690njs';

function find(text: string): Wallet[] {
  const { text: folded, origin } = foldText(text);
  return findWallets({ part: '1', kind: 'text', text: folded, origin }, text);
}

describe('coins, each in its canonical form', () => {
  test.each<[string, string, string, string?]>([
    [BTC, 'BTC', 'main'],
    ['1111111111111111111114oLvT2', 'BTC', 'main'],
    ['3Hk9g2D5cLxc4iFR7qfeHgBkuGqNgv5KCP', 'BTC', 'main'],
    [SEGWIT.toUpperCase(), 'BTC', 'main', SEGWIT],
    ['bc1przkd400rcjzspuzt7rtnx35gkkk3u43fanfc4l8qjtraxyfplsts0klhva', 'BTC', 'main'],
    ['tb1qkqvm406ja5a6pccatya5nznezvlat9hflpmm4c', 'BTC', 'test'],
    ['mwa63XocsU5Ukf2biJyRgy39ck9N7DEva5', 'BTC', 'test'],
    ['bcrt1przkd400rcjzspuzt7rtnx35gkkk3u43fanfc4l8qjtraxyfplsts48r7rg', 'BTC', 'regtest'],
    ['LbH61h2U96tHEMF9AszM94taxxuwMaCd8t', 'LTC', 'main'],
    ['MPxHyud3ZTp2sDXKDiez7KSADyRphsnraT', 'LTC', 'main'],
    ['ltc1qkqvm406ja5a6pccatya5nznezvlat9hf3m6vkm', 'LTC', 'main'],
    [CASH, 'BCH', 'main', `bitcoincash:${CASH}`],
    [`bitcoincash:${CASH}`, 'BCH', 'main'],
    [`BITCOINCASH:${CASH.toUpperCase()}`, 'BCH', 'main', `bitcoincash:${CASH}`],
    ['bitcoincash:pzcpnw4l2tknhg8rr4vnkjv20yfnl4vkaylh82gsfd', 'BCH', 'main'],
    ['DMCEHjfHMrYWWYjajKzcQozRdtGxVQaxXS', 'DOGE', 'main'],
    ['XrjyajNY29rp8V9ZrdKGiaWcb68MBz7NAD', 'DASH', 'main'],
    ['t1Zvjkp8n2mRpaBbswApAzrvk1QjjzitkEe', 'ZEC', 'main'],
    ['t3ackgMdDafkCfMJK4GUmRVHg9w2TaTGhRi', 'ZEC', 'main'],
    ['zs1kqvm406ja5a6pccatya5nznezvlat9hfrzkd400rcjzspuzt7rtnx35gkkk3u43fanfc58jdurn', 'ZEC', 'main'],
    [ETH, 'ETH', 'main'],
    ['TS2LkY6NDAmB8iccb1emPCWxfYHyN22BwU', 'TRX', 'main'],
    ['898JyDBa1LeTuoovNruRxL4Dk5u8JDxyXYmAka542UCFcziKd8GEhLH81j7KLwnrK8cJcb2gGwWc4dyTTmgGzSRS9AzaSNP', 'XMR', 'main'],
    ['4HzqeeME2BkTuoovNruRxL4Dk5u8JDxyXYmAka542UCFcziKd8GEhLH81j7KLwnrK8cJcb2gGwWc4dyTTmgGzSRSDAAVPRkNFNAK5up3xv', 'XMR', 'main'],
    ['rHh3k75ehSeDyYYyzkrs1sFFkkYCBfr612', 'XRP', 'main'],
    ['XVMixc7M8RfujgU91s3jPotxrMWFBMttawF8F6ppPg7iY9N', 'XRP', 'main'],
    [TON, 'TON', 'main'],
  ])('%s is %s %s', (address, coin, network, canonical) => {
    const wanted = [{ coin, network, address: canonical ?? address, form: 'written', where: 'text', sure: true }];
    expect(find(`There: ${address}.`)).toMatchObject(wanted);
    expect(find(`(${address})\n`)).toMatchObject(wanted);
  });

  test('either form of one address is one wallet', () => {
    expect(find(`${SEGWIT} or ${SEGWIT.toUpperCase()} or bitcoincash:${CASH} or ${CASH}`).map((w) => w.coin)).toEqual(['BTC', 'BCH']);
    expect(find(`my wallet ${ETH.toLowerCase()}, again ${ETH}`)).toMatchObject([{ address: ETH, sure: true }]);
  });

  test.each([
    ['Pay in Litecoin: 3Hk9g2D5cLxc4iFR7qfeHgBkuGqNgv5KCP', 'LTC', 'its name stands before it'],
    ['Not bitcoin. Take LTC 3Hk9g2D5cLxc4iFR7qfeHgBkuGqNgv5KCP', 'LTC', 'the nearer name decides'],
    ['No litecoin, send Bitcoin: 3Hk9g2D5cLxc4iFR7qfeHgBkuGqNgv5KCP', 'BTC', 'the nearer name decides'],
    ['litecoin:3Hk9g2D5cLxc4iFR7qfeHgBkuGqNgv5KCP?amount=2', 'LTC', 'a payment link names it'],
    ['ライトコイン 3Hk9g2D5cLxc4iFR7qfeHgBkuGqNgv5KCP', 'LTC', 'in Japanese'],
    ['Pay in Litecoin: 1H48kUie4SeDyYYyzk13s3ppkkYfB71hsa', 'BTC', 'this version byte is no Litecoin'],
  ])('%j is %s: %s', (text, coin) => expect(find(text).map((w) => w.coin)).toEqual([coin]));

  test.each([
    [`bitcoin:${BTC}?amount=0.1`, 'BTC'],
    [`BITCOIN:${SEGWIT.toUpperCase()}?amount=1`, 'BTC'],
    [`ethereum:${ETH}@1?value=1`, 'ETH'],
    [`ethereum:pay-${ETH.toLowerCase()}`, 'ETH'],
    [`solana:${SOL}?amount=1`, 'SOL'],
    [`ton://transfer/${TON}?amount=1`, 'TON'],
  ])('payment link %s', (text, coin) => expect(find(text).map((w) => w.coin)).toEqual([coin]));
});

describe('what has no checksum needs words nearby', () => {
  const RAW = '0:18acdabde3c48500f04bf0d7334688b5ad1e5629ecd38afce092c7d31121fc17';
  test.each([
    [`Send it to ${ETH.toLowerCase()}`, true, 'sending'],
    [`USDT: ${ETH.toLowerCase()}`, true, 'a coin'],
    [`送金先 ${ETH.toLowerCase()}`, true, 'Japanese'],
    [`commit ${ETH.toLowerCase()} fixed it`, false, 'a commit with 0x'],
    [`${ETH.toLowerCase()}`, false, 'nothing nearby'],
    [`tx 0x${'ab12'.repeat(16)} sent to my wallet`, false, 'a transaction hash'],
    [`My Solana wallet: ${SOL}`, true, 'coin and wallet'],
    [`pay to ${SOL}`, true, 'pay'],
    [`build ${SOL} is green`, false, 'no word of money'],
    [`wallet key:${SOL}`, false, 'a key glued to its name'],
    [`wallet SHA256:${SOL}`, false, 'a fingerprint'],
    [`my wallet https://example.org/${SOL}`, false, 'a link'],
    [`my toncoin address ${RAW}`, true, 'raw form of TON'],
    [`dump ${RAW}`, false, 'a dump'],
  ])('%j: %s, %s', (text, is) => {
    const found = find(text);
    expect(found.length).toBe(is ? 1 : 0);
    for (const wallet of found) expect(wallet.sure).toBe(false);
  });
});

describe('pieces and disguises', () => {
  const half = 17;
  test.each<[string, string, Wallet['form'], string]>([
    [`${BTC.slice(0, half)}\n${BTC.slice(half)}`, BTC, 'split', 'two lines'],
    [`${BTC.slice(0, half)}\r\n>> ${BTC.slice(half)}`, BTC, 'split', 'two quoted lines'],
    [`Send ${[...BTC].join(' ')} today`, BTC, 'split', 'spaced out'],
    [[...SEGWIT].join('*'), SEGWIT, 'split', 'starred'],
    [[...BTC].map((c) => `[${c}]`).join(''), BTC, 'split', 'bracketed'],
    [`1H48-kUie-4SeD-yYYy-zk13-s3pp-kkYf-B71h-sa`, BTC, 'split', 'groups with hyphens'],
    [`first part: ${BTC.slice(0, half)} and second part: ${BTC.slice(half)}`, BTC, 'split', 'two halves in two places'],
    [`the end is ${BTC.slice(half)}, it begins with ${BTC.slice(0, half)}`, BTC, 'split', 'the halves the other way round'],
    [`1H48xkUiex4SeDxyYYyxzk13xs3ppxkkYfxB71hxsa remove the x`, BTC, 'repaired', 'a letter as noise'],
    [`1H48kUieNOSPAM4SeDyYYyzk13s3ppkkYfB71hsa ("NOSPAM" goes)`, BTC, 'repaired', 'a word as noise'],
    [`MUg0OGtVaWU0U2VEeVlZeXprMTNzM3Bwa2tZZkI3MWhzYQ==`, BTC, 'repaired', 'base64'],
    ['314834386b55696534536544795959797a6b3133733370706b6b5966423731687361', BTC, 'repaired', 'hex'],
    [`read it backwards: ${[...BTC].reverse().join('')}`, BTC, 'repaired', 'backwards'],
    [BTC.replace('H', 'Н').replace('e', 'е'), BTC, 'repaired', 'letters of another alphabet'],
    [`lH48kUie4SeDyYYyzk13s3ppkkYfB71hsa`, BTC, 'repaired', 'small L for 1'],
    [`bc1qkqvm4o6ja5a6pccatya5nznezvlat9hf48qgwt`, SEGWIT, 'repaired', 'o for 0'],
    [`wallet is: ${BTC}After receiving`, BTC, 'written', 'glued to the next word'],
    [`${TON.slice(0, 20)} ${TON.slice(20)}`, TON, 'split', 'TON with a space'],
  ])('%j gives %s, %s: %s', (text, address, form) => {
    expect(find(text)).toMatchObject([{ address, form, sure: true }]);
  });

  test('the span goes from the first unit to the last', () => {
    for (const written of [`${BTC.slice(0, half)}\n${BTC.slice(half)}`, [...BTC].join(' * '), [...BTC].reverse().join(''), `bitcoincash:${CASH}`]) {
      const text = `Pay there: ${written}, now.`;
      const [wallet] = find(text);
      expect(text.slice(wallet?.span.start, wallet?.span.end)).toBe(written);
    }
  });

  test('raw and friendly form of TON are one wallet', () => {
    const raw = '0:18acdabde3c48500f04bf0d7334688b5ad1e5629ecd38afce092c7d31121fc17';
    expect(find(`my TON wallet ${raw} or ${TON}`)).toMatchObject([{ address: TON, sure: true }]);
  });
});

describe('no address of honest text', () => {
  test.each([
    ['d41d8cd98f00b204e9800998ecf8427e', 'MD5'],
    ['my wallet da39a3ee5e6b4b0d3255bfef95601890afd80709', 'SHA-1, even near a wallet'],
    ['pay e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'SHA-256'],
    ['commit 7f3a9c1e2b4d5f60718293a4b5c6d7e8f9012345 (HEAD)', 'git'],
    ['wallet 550e8400-e29b-41d4-a716-446655440000', 'UUID'],
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGtLc0xkYmR3dHJ5c2VjcmV0a2V5Zm9ydGVzdHM me@host', 'SSH key'],
    ['SHA256:uNiVztksCsDhcc0u9e8BqrJXVGDw7Z1yT5x6K8wq3nM my address', 'SSH fingerprint'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U', 'JSON Web Token'],
    [
      '-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAK8Jq3tV1rS7b9wq\nQ2hY4u8mZ0xT5nR6kLwPcVbG3dFjHs1eAyUoIi7CtXvBnM0C\n-----END PUBLIC KEY-----',
      'PEM',
    ],
    ['dkim b=dzdVyOfAKCdLXdJOc9G2q8LoXSlEniSbav+yuU4zGeeruD00lszZVoG4ZHRNiYzR', 'DKIM signature'],
    ['Message-ID: <CAF1bQ=TqxYr1H48kUie4SeDyYYyzk13s3ppkkYfB71hsa@mail.example.org>', 'Message-ID'],
    [`https://example.org/address/${BTC}`, 'a block explorer'],
    [`see www.example.org/tx?to=${ETH}&wallet=1`, 'a parameter'],
    [`me+${BTC}@example.org`, 'a mail address'],
    ['parcel 1Z999AA10123456784, RR123456789JP, 9400111899223197428490', 'tracking codes'],
    ['key XXXXX-7KD2M-QW9PR-TL4VB-1H8NC-ZY6JF', 'product key'],
    ['wallet 0x0010: 4500 003c 1c46 4000 4006 b1e6 ac10 0a63 ac10 0a0c', 'a dump of a packet'],
    ['1. First 2. Second 3. Third 4. Pay 5. Send the bill to 12 High Street 1A 2B 3C', 'a list'],
  ])('%j: %s', (text) => expect(find(text)).toEqual([]));
});

describe('laws', () => {
  const WRITTEN = [BTC, SEGWIT, ETH, TON, `${BTC.slice(0, 17)}\n${BTC.slice(17)}`, [...SEGWIT].join(' '), `${BTC.slice(0, 20)} then ${BTC.slice(20)}`];

  test('appending words never removes a wallet', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WRITTEN), fc.array(fc.stringMatching(/^[ -~]{0,24}$/), { maxLength: 8 }), (wallet, words) => {
        const before = find(wallet).map((w) => w.address);
        expect(find(`${wallet}\n\n${words.join(' ')}`).map((w) => w.address)).toEqual(expect.arrayContaining(before));
      }),
      { numRuns: 250 },
    );
  });

  test('random base58, hex, base64 and bech32 rows hold none', () => {
    const rows = (alphabet: string): fc.Arbitrary<string> =>
      fc
        .array(
          fc.array(fc.constantFrom(...alphabet), { minLength: 4, maxLength: 110 }).map((row) => row.join('')),
          { maxLength: 8 },
        )
        .map((r) => r.join('\n'));
    const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
    fc.assert(
      fc.property(fc.oneof(rows(base58), rows('0123456789abcdef'), rows(`${base58}0OIl+/=`), rows('qpzry9x8gf2tvdw0s3jn54khce6mua7l')), (text) => {
        expect(find(text)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  test.each([
    ['rows of base58', (i: number) => `1${'kUie4SeDyYYyzk13s3ppkkYfB71hsb'.slice(i % 7)}${'ABCDEFG'.slice(0, 2 + (i % 7))}\n`],
    ['letters spaced out', () => '1 '],
    ['beginnings of TON', () => 'E Q '],
    ['one letter wrong in many', () => 'lH48kUie4SeDyYYyzkl3s3ppkkYfB7Ih5a\n'],
  ])('1 MB of %s ends, and a wallet before it is found', (_, row) => {
    let text = `${BTC.slice(0, 17)}\n${BTC.slice(17)}\n\nThen comes what is to tire the reader:\n\n`;
    for (let i = 0; text.length < 1_000_000; i++) text += row(i);
    expect(find(text).map((w) => w.address)).toContain(BTC);
  });
});
