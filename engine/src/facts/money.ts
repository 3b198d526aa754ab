import type { Money, Span, Stream } from '../model.js';

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^(\$|usd|us\$|dollars?|bucks|ドル|米ドル|美元|달러)$/, 'USD'],
  [/^(€|eur|euros?|ユーロ|유로)$/, 'EUR'],
  [/^(£|gbp|pounds?|ポンド|파운드)$/, 'GBP'],
  [/^(¥|yen|jpy|円|万円|만? ?엔)$/, 'JPY'],
  [/^(₩|krw|won|[천백]?만 ?원|천 ?원|원)$/, 'KRW'],
  [/^(btc|bitcoins?|ビットコイン|xbt|비트코인|比特币)$/, 'BTC'],
  [/^(xmr|monero|モネロ|모네로)$/, 'XMR'],
  [/^(ltc|litecoins?)$/, 'LTC'],
  [/^(usdt|tether|テザー|테더)$/, 'USDT'],
  [/^(eth|ether|ethereum|イーサリアム|이더리움)$/, 'ETH'],
];

// A number of at most 12 digits with its separators; the sign or word of a currency right before or behind it.
const UNIT =
  '(?:us\\$|[$€£¥₩]|us ?dollars?|united states dollars?|usdt?|dollars?|bucks|eur|euros?|gbp|pounds?|jpy|yen|krw|won|btc|bitcoins?|xmr|monero|ltc|litecoins?|eth|ether|米ドル|ドル|ユーロ|ポンド|万円|円|ビットコイン|モネロ|イーサリアム|テザー)';
// Korean units only stand behind: before a number 원 is the end of another word (회원 30).
const KOREAN = '달러|유로|파운드|[천백]?만 ?원|만 ?엔|천 ?원|원|엔|비트코인|모네로|이더리움|테더';
const NUMBER = '(\\d{1,3}(?:[., ]\\d{3}){1,3}(?:[.,]\\d{1,8})?|\\d{1,9}(?:[.,]\\d{1,8})?)';
const BEFORE = new RegExp(`(${UNIT})\\s{0,2}${NUMBER}`, 'gi');
const BEHIND = new RegExp(`${NUMBER}\\s{0,2}(${UNIT}|${KOREAN})(?![a-z])`, 'gi');
const MOST = 40;

/** Sums of money in one folded text, in the order in which they stand. */
export function findMoney(stream: Stream): { readonly money: Money; readonly span: Span }[] {
  const found: { money: Money; span: Span }[] = [];
  const add = (index: number, length: number, number: string, unit: string): void => {
    const currency = currencyOf(unit);
    const amount = amountOf(number) * timesOf(unit);
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

/** 万円 and 만 원 are ten thousand, 백만 원 a million. */
function timesOf(unit: string): number {
  if (/^[万만]/.test(unit)) return 10_000;
  if (unit.startsWith('백만')) return 1_000_000;
  if (unit.startsWith('천만')) return 10_000_000;
  return unit.startsWith('천') ? 1_000 : 1;
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
