import { validate } from 'multicoin-address-validator';

/** What looks like an address of the coins that letters name, by shape alone. */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['btc', /(?<![A-Za-z0-9])(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,71}|BC1[02-9AC-HJ-NP-Z]{11,71})(?![A-Za-z0-9])/g],
  ['ltc', /(?<![A-Za-z0-9])(?:[LM][1-9A-HJ-NP-Za-km-z]{26,33}|ltc1[02-9ac-hj-np-z]{11,71})(?![A-Za-z0-9])/g],
  ['eth', /(?<![A-Za-z0-9])0x[0-9A-Fa-f]{40}(?![A-Za-z0-9])/g],
  ['xmr', /(?<![A-Za-z0-9])[48][1-9A-HJ-NP-Za-km-z]{94}(?![A-Za-z0-9])/g],
  ['trx', /(?<![A-Za-z0-9])T[1-9A-HJ-NP-Za-km-z]{33}(?![A-Za-z0-9])/g],
];

/** Addresses that stand in a text in one piece, by a library's checksums: a finder that is not ours, to be held beside it. In order, each once. */
export function validAddressesIn(text: string): string[] {
  return [...new Set(SHAPES.flatMap(([coin, shape]) => [...text.matchAll(shape)].map(([one]) => one).filter((one) => validate(one, coin, 'prod'))))];
}

/** Bech32 and hexadecimal addresses are the same in capitals; Bitcoin Cash may leave its prefix out. */
export function sameAddress(a: string, b: string): boolean {
  const form = (address: string): string => (/^(bc1|ltc1|0x)/i.test(address) ? address.toLowerCase() : address.replace(/^bitcoincash:/, ''));
  return form(a) === form(b);
}
