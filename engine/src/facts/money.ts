import type { Money, Span, Stream } from '../model.js';

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^(\$|usd|us\$|dollars?|dolar|dolares|bucks|ドル|米ドル|美元|달러)$/, 'USD'],
  [/^(€|eur|euros?|ユーロ|유로)$/, 'EUR'],
  [/^(£|gbp|pounds?|ポンド)$/, 'GBP'],
  [/^(¥|yen|jpy|円|万円)$/, 'JPY'],
  [/^(₩|krw|won|원|만원)$/, 'KRW'],
  [/^(r\$|brl|reais)$/, 'BRL'],
  [/^(btc|bitcoins?|ビットコイン|xbt|비트코인|比特币)$/, 'BTC'],
  [/^(xmr|monero|モネロ)$/, 'XMR'],
  [/^(ltc|litecoins?)$/, 'LTC'],
  [/^(usdt|tether|テザー)$/, 'USDT'],
  [/^(eth|ether|ethereum|イーサリアム)$/, 'ETH'],
];

// A number of at most 12 digits with its separators; the sign or word of a currency right before or behind it.
const UNIT =
  '(?:us\\$|r\\$|[$€£¥₩]|us ?dollars?|united states dollars?|usdt?|dollars?|dolar(?:es)?|brl|reais|bucks|eur|euros?|gbp|pounds?|jpy|yen|krw|won|btc|bitcoins?|xmr|monero|ltc|litecoins?|eth|ether|米ドル|ドル|ユーロ|ポンド|万円|円|ビットコイン|モネロ|イーサリアム|テザー)';
const NUMBER = '(\\d{1,3}(?:[., ]\\d{3}){1,3}(?:[.,]\\d{1,8})?|\\d{1,9}(?:[.,]\\d{1,8})?)';
const BEFORE = new RegExp(`(${UNIT})\\s{0,2}${NUMBER}`, 'gi');
const BEHIND = new RegExp(`${NUMBER}\\s{0,2}(${UNIT})(?![a-z])`, 'gi');
const MOST = 40;

/** Sums of money in one folded text, in the order in which they stand. */
export function findMoney(stream: Stream): { readonly money: Money; readonly span: Span }[] {
  const found: { money: Money; span: Span }[] = [];
  const add = (index: number, length: number, number: string, unit: string): void => {
    const currency = currencyOf(unit);
    const amount = amountOf(number) * (/^万/.test(unit) ? 10_000 : 1);
    if (currency === null || !Number.isFinite(amount) || amount <= 0 || found.length >= MOST) return;
    const start = stream.origin[index] as number;
    const end = (stream.origin[index + length - 1] as number) + 1;
    if (found.some((f) => f.span.start < end && start < f.span.end)) return;
    found.push({ money: { amount, currency }, span: { part: stream.part, start, end } });
  };
  for (const m of stream.text.matchAll(BEHIND)) add(m.index, m[0].length, m[1] as string, m[2] as string);
  for (const m of stream.text.matchAll(BEFORE)) add(m.index, m[0].length, m[2] as string, m[1] as string);
  return found.sort((a, b) => a.span.start - b.span.start);
}

function currencyOf(unit: string): string | null {
  const name = unit.toLowerCase().replace(/^(us|united states) ?(?=dollar)/, '');
  return SIGNS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** 1,300 and 1.300 and 1 300 are thousands; 0.05 and 0,05 are parts. */
function amountOf(text: string): number {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const tail = text.length - last - 1;
  const whole = /[., ]/.test(text) && tail === 3 && !/^0[.,]/.test(text);
  if (last < 0 || whole) return Number(text.replace(/[., ]/g, ''));
  return Number(`${text.slice(0, last).replace(/[., ]/g, '')}.${text.slice(last + 1)}`);
}
