import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressAmong, agreed, sizesOf } from './among.js';
import { columnsOf, distance } from './votes.js';

// Addresses made from digests: nobody is paid here.
const BTC = '1CwGUkHAAtxEt5DR5EJY9HQgtjHYBgYmcg';
const SEGWIT = 'bc1qkqvm406ja5a6pccatya5nznezvlat9hf48qgwt';
const ETH = '0x039A8F6531c66954517Cca438209893aF58118Ed';

describe('an address that was read several times', () => {
  test.each<[string, readonly (readonly string[])[], string, boolean]>([
    // why, the readings of each piece, what it is, whether one reading was right as it stood
    ['one was right', [[BTC.replace('w', 'W'), BTC, BTC.replace('k', 'K')]], BTC, true],
    ['each slipped elsewhere', [[BTC.replace('w', 'W'), BTC.replace('k', 'K'), BTC.replace('5', 'S')]], BTC, false],
    ['letters were read twice and not at all', [[BTC.replace('k', 'Kk'), BTC.replace('A', ''), BTC.replace('Y9', 'YV9')]], BTC, false],
    ['all slipped at one place, and it looks alike', [[BTC.replace('x', 'X'), BTC.replace('x', 'X').replace('U', 'u')]], BTC, false],
    ['the prefix was misread', [[SEGWIT.replace('bc1q', 'belg'), SEGWIT.replace('bc1q', 'bclq').replace('ja', 'jaa')]], SEGWIT, false],
    ['letters that bech32 has not', [[SEGWIT.replace('0', 'O').replace('l', 'I'), SEGWIT.replace('6', 'b')]], SEGWIT, false],
    [
      'it stands on two lines',
      [
        [BTC.slice(0, 20).replace('w', 'W'), BTC.slice(0, 20)],
        [BTC.slice(20), BTC.slice(20).replace('m', 'n')],
      ],
      BTC,
      false,
    ],
    ['words of another script are stuck to its end', [[`${BTC}ca`, `${BTC}a`]], BTC, false],
    ['a coin is stuck to its beginning', [[`BTC${BTC}`]], BTC, true],
    ['Ethereum as it stands', [[ETH, ETH.replace('C', 'c')]], ETH, true],
  ])('%s', (_why, pieces, address, read) => {
    const found = addressAmong(pieces);
    expect(found).toMatchObject({ address, read, sure: true });
    expect(found?.pieces.join('').endsWith(address.slice(-8)) || found?.pieces.join('').includes(address)).toBe(true);
  });

  test.each<[string, readonly string[]]>([
    ['words', ['Ihre Kontakte und Bilder', 'lhre Kontakte und Bllder']],
    ['a digest', ['d41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f00b204e9800998ecf8427c']],
    ['nothing', ['', '']],
    ['no reading at all', []],
  ])('none: %s', (_why, readings) => expect(addressAmong([readings])).toBeNull());

  test('of Ethereum each letter proves one bit: what only looks alike is not sure', () => {
    expect(addressAmong([[ETH.replace('8F', 'BF'), ETH.replace('8F', 'BF')]])).toMatchObject({ read: false, sure: false });
  });

  test('rows of letters that are no address give none that is sure', () => {
    const letter = fc.constantFrom(...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz');
    const row = fc.array(letter, { minLength: 33, maxLength: 34 }).map((letters) => `1${letters.join('').slice(1)}`);
    fc.assert(
      fc.property(row, row, (a, b) => {
        expect(addressAmong([[a, b]])?.sure ?? false).toBe(false);
      }),
      { numRuns: 10 },
    );
  });
});

test('where no address comes of it, what most read stands', () => {
  expect(agreed([['1Abc2', '1Abc3', '1Abd2']])).toEqual(['1Abc2']);
});

test.each([
  ['bc1qab', [42, 62]],
  ['0xab', [42]],
  ['4abc', [95, 106]],
  ['1abc', [33, 34]],
  ['hello', []],
])('%s may have so many letters', (text, sizes) => expect(sizesOf(text)).toEqual(sizes));

describe('readings under one another', () => {
  test('a column for each letter, and one where some read more', () => {
    expect(columnsOf(['abc', 'abc', 'axbc']).map((column) => column.map(({ text }) => text))).toEqual([['a'], ['', 'x'], ['b'], ['c']]);
  });
  test.each([
    ['', '', 0],
    ['abc', 'abd', 1],
    ['abc', 'ac', 1],
    ['', 'abc', 3],
  ])('%j and %j: %d', (a, b, far) => expect(distance(a, b)).toBe(far));
});
