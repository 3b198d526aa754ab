import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Medium } from '../../contract.js';
import { foldText } from '../../fold/fold-text.js';
import type { Wallet } from '../../model.js';
import { findWallets } from './find.js';
import { misreadIn, READINGS_OF_MESSAGE } from './from-picture.js';

// Test vectors of the standards, and addresses made from digests: nobody is paid here.
const BTC = '1H48kUie4SeDyYYyzk13s3ppkkYfB71hsa';
const SEGWIT = 'bc1qkqvm406ja5a6pccatya5nznezvlat9hf48qgwt';
const TAPROOT = 'bc1przkd400rcjzspuzt7rtnx35gkkk3u43fanfc4l8qjtraxyfplsts0klhva';
const ETH = '0xB019BAbF52Ed3bA0E31D593B498a79133fD596e9';
const LTC = 'LbH61h2U96tHEMF9AszM94taxxuwMaCd8t';
const TRX = 'TS2LkY6NDAmB8iccb1emPCWxfYHyN22BwU';
const XMR = '898JyDBa1LeTuoovNruRxL4Dk5u8JDxyXYmAka542UCFcziKd8GEhLH81j7KLwnrK8cJcb2gGwWc4dyTTmgGzSRS9AzaSNP';
const XRP = 'rHh3k75ehSeDyYYyzkrs1sFFkkYCBfr612';
const CASH = 'qzcpnw4l2tknhg8rr4vnkjv20yfnl4vkaygj690njs';
const DOGE = 'DMCEHjfHMrYWWYjajKzcQozRdtGxVQaxXS';
const TON = 'UQAYrNq948SFAPBL8NczRoi1rR5WKezTivzgksfTESH8FwGK';

function find(text: string, medium: Medium = 'image'): Wallet[] {
  const { text: folded, origin } = foldText(text);
  return findWallets({ part: '1/ocr', kind: 'text', medium, text: folded, origin }, text);
}

describe('an address is put right by its checksum', () => {
  test.each<[string, string, string]>([
    // as it was read                                                  what it is   why
    [BTC.replace('S', '5'), BTC, 'both letters are of the alphabet'],
    [`l${BTC.slice(1)}`, BTC, 'small L for 1'],
    [BTC.replace('71h', '7|h'), BTC, 'a line for 1'],
    [BTC.replace('S', '5').replace('fB', 'f8').replace('kU', 'KU'), BTC, 'three letters'],
    [BTC.replace('kk', 'k'), BTC, 'a letter lost'],
    [BTC.replace('eDy', 'eDxy'), BTC, 'a letter too many'],
    [`${BTC.replace('S', '5')}|`, BTC, 'the border of a bubble'],
    [`${BTC.slice(0, 20)}\n${BTC.slice(20).replace('7', '?')}`, BTC, 'over two lines'],
    [`${BTC.slice(0, 11)} ${BTC.slice(11, 25)} ${BTC.slice(25).replace('B', '8')}`, BTC, 'with spaces'],
    [SEGWIT.replace('0', 'O').replace('l', '1').replace('9', 'g'), SEGWIT, 'O, 1, g'],
    [SEGWIT.replace('bc1', 'bcl').replace('m', 'rn'), SEGWIT, 'rn for m, and the prefix'],
    [SEGWIT.replace('6ja', 'bja'), SEGWIT, 'b for 6'],
    [TAPROOT.replace('400', '4OO').replace('0k', 'Ok'), TAPROOT, 'bech32m'],
    [ETH.replace('E3', '£3'), ETH, 'a sign for E'],
    [ETH.replace('0x', 'Ox').replace('F52', 'FS2'), ETH, 'S for 5, and the prefix'],
    [ETH.replace('A0E', 'AOE'), ETH, 'O for 0'],
    [LTC.replace('9A', 'gA'), LTC, 'g for 9'],
    [TRX.replace('B8', 'BB'), TRX, 'B for 8'],
    [XMR.replace('1j7', 'lj7').replace('U', 'V'), XMR, 'a long one, two letters'],
    [XRP.replace('75', '7S'), XRP, 'its own order of letters'],
    [`bitcoincash:${CASH.replace('l4', 'I4').replace('20', '2o')}`, `bitcoincash:${CASH}`, 'I for l, o for 0'],
    [DOGE.replace('jf', 'if'), DOGE, 'i for j'],
  ])('%s: %s (%s)', (read, address) => {
    expect(find(`送金先: ${read} まで`)).toMatchObject([{ address, form: 'repaired', where: 'image', sure: true }]);
    expect(find(`${read}\nis my wallet`, 'scan')).toMatchObject([{ address, form: 'repaired', where: 'pdf', sure: true }]);
  });

  test.each([BTC, SEGWIT, TAPROOT, ETH, LTC, TRX, XMR, XRP, DOGE, TON])('%s read rightly is as it is typed', (address) => {
    const [read] = find(`Pay to ${address} now.`);
    const [typed] = find(`Pay to ${address} now.`, 'pdf');
    expect(read).toEqual({ ...typed, where: 'image' });
  });
});

test.each([true, false])('an address that was put together of several readings is repaired, and sure only where that was: %s', (sure) => {
  const { text, origin } = foldText(`Pay to ${BTC} now`);
  const stream = { part: '1/ocr', kind: 'text', medium: 'image', text, origin, repaired: [{ address: BTC, sure }] } as const;
  expect(findWallets(stream, text)).toMatchObject([{ address: BTC, form: 'repaired', sure }]);
  expect(findWallets({ ...stream, repaired: [{ address: SEGWIT, sure }] }, text)).toMatchObject([{ address: BTC, form: 'written', sure: true }]);
});

describe('only one reading that passes is sure, and chance must not pass', () => {
  test.each<[string, string, string]>([
    [ETH.replace('B0', '80'), ETH, 'the case of a dozen letters proves little where many readings were asked for'],
    [TON.replace('FwG', 'FvG'), TON, '16 bits'],
  ])('%s may be %s: %s', (read, address) => {
    for (const wallet of find(`Send it to my wallet ${read} today`)) expect(wallet).toMatchObject({ address, sure: false });
  });

  test('two readings that pass are not sure', () => {
    // All in capitals an address of Ethereum proves nothing: whatever is read for O passes.
    const read = ETH.toLowerCase().replace('ba0e', 'baoe');
    for (const wallet of find(`Send it to my wallet ${read} today`)) expect(wallet.sure).toBe(false);
  });
});

test.each<Medium | undefined>([undefined, 'pdf', 'document', 'qr'])('letters that were typed (%s) are not put right', (medium) => {
  const { text, origin } = foldText(`Pay to ${BTC.replace('S', '5').replace('fB', 'f8')} now`);
  expect(findWallets({ part: '1', kind: 'text', ...(medium === undefined ? {} : { medium }), text, origin }, text)).toEqual([]);
});

describe('no address in what is none', () => {
  test.each([
    ['d41d8cd98f00b204e9800998ecf8427e', 'MD5'],
    ['my wallet da39a3ee5e6b4b0d3255bfef95601890afd80709', 'SHA-1'],
    ['https://example.org/1H48kUie45eDyYYyzk13s3ppkkYfB71hsa', 'a link'],
    ['me@1H48kUie45eDyYYyzk13s3ppkkYfB71hsa', 'a mail address'],
    ['1Z999AA10123456784 RR123456789JP 9400111899223197428490 JP1234567890', 'parcels'],
    ['XXXXX-7KD2M-QW9PR-TL4VB-1H8NC-ZY6JF', 'a product key'],
    ['1 Apr 2026 3pm Room B12, 2 May 2026 4pm Room A7, 3 Jun 2026 5pm Room C9', 'dates'],
    ['IBAN DE89 3704 0044 0532 0130 00 BIC COBADEFFXXX', 'a bank account'],
  ])('%s: %s', (text) => expect(find(text)).toEqual([]));

  test('rows of letters hold none that is sure', () => {
    const row = fc.array(fc.constantFrom(...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'), { minLength: 33, maxLength: 35 });
    fc.assert(
      fc.property(row, (letters) => {
        expect(find(`1${letters.join('')}`).filter(({ sure }) => sure)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('a page full of addresses that cannot be read asks for no more readings than a message may', () => {
    const spent = { readings: 0 };
    misreadIn('lH48kUie4SeDyYYyzkl3s3ppkkYfB7Ih5c\n'.repeat(600), [], spent);
    expect(spent.readings).toBeLessThanOrEqual(READINGS_OF_MESSAGE);
  });
});
