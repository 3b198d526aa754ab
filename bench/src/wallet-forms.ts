import type { Generated } from './addresses.js';

/** One way in which letters write an address; null where it would leave the address as it is, or nobody could undo it. */
export type Form = { readonly name: string; readonly form: 'written' | 'split' | 'repaired'; readonly write: (wallet: Generated) => string | null };

const NAMES: Readonly<Record<string, string>> = { BTC: 'bitcoin', LTC: 'litecoin', ETH: 'ethereum', XMR: 'monero', TRX: 'tron', SOL: 'solana' };
const SCHEMES: Readonly<Record<string, string>> = { ...NAMES, DOGE: 'dogecoin', DASH: 'dash', ZEC: 'zcash', XRP: 'ripple', TON: 'ton' };
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  a: 'а',
  c: 'с',
  e: 'е',
  p: 'р',
  x: 'х',
  y: 'у',
};

/** Without the prefix of Bitcoin Cash, as most people write it. */
function body({ address }: Generated): string {
  return address.slice(address.indexOf(':') + 1);
}

function groups(text: string, size: number): string[] {
  return text.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
}

function letter(wallet: Generated, address: string): string {
  return `You have two days. The money goes to my ${NAMES[wallet.coin] ?? wallet.coin} wallet:\n${address}\nDo not answer this mail.`;
}

function form(name: string, kind: Form['form'], disguise: (address: string, wallet: Generated) => string | null): Form {
  const write = (wallet: Generated): string | null => {
    const disguised = disguise(body(wallet), wallet);
    return disguised === null || (kind !== 'written' && disguised === body(wallet)) ? null : letter(wallet, disguised);
  };
  return { name, form: kind, write };
}

/** A letter that the address has not. */
function absent(address: string): string | null {
  return [...'xXzWJkV7'].find((c) => !address.includes(c)) ?? null;
}

const half = (text: string): number => text.length >> 1;

export const FORMS: readonly Form[] = [
  form('alone on its line', 'written', (a) => a),
  form('in a sentence', 'written', (a) => `Pay to ${a}, and nothing happens.`),
  form('as its coin prints it', 'written', (_, w) => w.address),
  form('payment link', 'written', (a, w) => `${w.coin === 'BCH' ? 'bitcoincash' : SCHEMES[w.coin]}:${a}?amount=0.05`),
  form('zero-width letters inside', 'written', (a) => groups(a, 5).join('\u200b')),
  form('two lines', 'split', (a) => `${a.slice(0, half(a))}\n${a.slice(half(a))}`),
  form('two quoted lines', 'split', (a) => `${a.slice(0, half(a))}\n> ${a.slice(half(a))}`),
  form('groups of four', 'split', (a) => groups(a, 4).join(' ')),
  form('letters spaced out', 'split', (a) => [...a].join(' ')),
  form('letters dotted', 'split', (a) => [...a].join('.')),
  form('letters in brackets', 'split', (a) => [...a].map((c) => `[${c}]`).join('')),
  form('groups of five, starred', 'split', (a) => `${groups(a, 5).join('*')} (remove the stars)`),
  form('groups of six, bars and spaces', 'split', (a) => groups(a, 6).join(' | ')),
  form('groups of seven, pictures between', 'split', (a) => groups(a, 7).join('🔥')),
  form(
    'two halves in two places',
    'split',
    (a) => `The first part is ${a.slice(0, half(a))} and when you have that, the second part is ${a.slice(half(a))} (join them).`,
  ),
  form('two halves, last one first', 'split', (a) => `It ends with ${a.slice(half(a))}\nand before that comes what it begins with: ${a.slice(0, half(a))}`),
  form('three parts in a list', 'split', (a) =>
    groups(a, Math.ceil(a.length / 3))
      .map((g, i) => `Part number ${i + 1} of the address is this: ${g}`)
      .join('\n'),
  ),
  form('a letter as noise', 'repaired', (a) => absent(a) && `${groups(a, 4).join(absent(a) ?? '')} (remove the ${absent(a)})`),
  form('a word as noise', 'repaired', (a) => `${groups(a, 9).join('SPAM')} (take out the word "SPAM")`),
  form('base64', 'repaired', (a) => `decode it: ${Buffer.from(a).toString('base64')}`),
  form('base64 over lines', 'repaired', (a) => groups(Buffer.from(a).toString('base64'), 40).join('\n')),
  form('hex', 'repaired', (a) => Buffer.from(a).toString('hex')),
  form('backwards', 'repaired', (a) => `${[...a].reverse().join('')} (read it backwards)`),
  form('letters of another alphabet', 'repaired', (a) => [...a].map((c, i) => (i % 2 === 0 ? (LOOK_ALIKES[c] ?? c) : c)).join('')),
  form('0 for o, l for 1', 'repaired', (a, w) => (w.coin === 'TON' ? null : exchange(a))),
];

/** One letter that the alphabet has for one that it has not. */
function exchange(address: string): string {
  if (/^0x/.test(address)) return address.replace(/(?<=.{3})0/, 'O').replace(/(?<=.{6})1/, 'l');
  if (address === address.toLowerCase()) return address.replace(/(?<=.{5})0/, 'o').replace(/(?<=.{5})l/, 'i');
  return address
    .replace(/(?<=.)o/, '0')
    .replace(/(?<=.)1/, 'l')
    .replace(/^1/, 'l');
}
