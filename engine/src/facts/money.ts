import type { Money, Span, Stream } from '../model.js';

/** Signs and words of currencies, as folded, each with how many of the currency one is. `/`: also before the number. */
const CURRENCIES: Readonly<Record<string, string>> = {
  USD: 'us$/ $/ usd/ us dollar/ us dollars/ us-dollar us-dollars united states dollars dollar dollars bucks dolar dolares доллар доллара долларов долларов сша бакс бакса баксов 米ドル ドル 달러 دولار دولارا دولارات الف دولار*1000 الاف دولار*1000 美元 美金 万美元*10000 萬美元*10000',
  EUR: '€/ eur/ euro euros евро ユーロ 유로 يورو 欧元 歐元',
  GBP: '£/ gbp/ pound pounds pfund ポンド 파운드 جنيه استرليني',
  CHF: 'chf/ sfr/ franken',
  JPY: '¥/ jpy/ yen 円 万円*10000 엔 만엔*10000 만 엔*10000',
  KRW: '₩/ krw/ won 원 천원*1000 천 원*1000 만원*10000 만 원*10000 백만원*1000000 백만 원*1000000 천만원*10000000 천만 원*10000000',
  CNY: 'cny/ rmb/ 人民币 人民幣 元人民币 块 块钱 千块*1000 万块*10000 万元*10000 元',
  TWD: 'nt$/ ntd/ twd/ 台币 台幣 新台币 新台幣 元台币 元台幣 塊 萬元*10000 萬塊*10000',
  HKD: 'hk$/ hkd/ 港币 港幣 元港币 元港幣 港紙 蚊 萬蚊*10000',
  BRL: 'r$/ brl/ reais real',
  RUB: '₽/ rub/ р руб рубль рубля рублеи тыс руб*1000 тыс. руб*1000 тыс рублеи*1000 тыс. рублеи*1000 тысяч рублеи*1000 тысячи рублеи*1000',
  EGP: 'egp/ جنيه مصري الف جنيه مصري*1000',
  SAR: 'sar/ ريال سعودي الف ريال سعودي*1000',
  AED: 'aed/ درهم اماراتي',
  BTC: 'btc/ bitcoin bitcoins xbt биткоин биткоина биткоинов биткоинах ビットコイン 비트코인 比特币 比特幣 بيتكوين بتكوين',
  XMR: 'xmr/ monero монеро モネロ 모네로',
  LTC: 'ltc/ litecoin litecoins',
  USDT: 'usdt/ tether テザー 테더 泰达币 泰達幣',
  ETH: 'eth/ ether ethereum イーサリアム 이더리움',
};
type Unit = { readonly currency: string; readonly times: number; readonly before: boolean };
const UNITS = new Map<string, Unit>();
// Names of several words are joined to the word before them by what follows: only whole entries of the list are units.
const SEVERAL =
  /(?:us dollars?|united states dollars|долларов сша|만 엔|천 원|만 원|백만 원|천만 원|тыс\.? (?:руб|рублеи)|тысячи? рублеи|الا?ف دولار|جنيه استرليني|(?:الف )?جنيه مصري|(?:الف )?ريال سعودي|درهم اماراتي)/g;
for (const [currency, list] of Object.entries(CURRENCIES)) {
  for (const entry of list.replace(SEVERAL, (name) => name.replaceAll(' ', '_')).split(' ')) {
    const [, name = '', slash, times] = /^([^/*]+)(\/)?(?:\*(\d+))?$/.exec(entry) ?? [];
    UNITS.set(name.replaceAll('_', ' '), { currency, times: Number(times ?? 1), before: slash !== undefined });
  }
}

const escaped = (text: string): string => text.replace(/[$.*+?^|()[\]{}\\]/g, '\\$&');
const alternatives = (units: readonly string[]): string =>
  [...units]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
// A number of at most 12 digits with its separators; the sign or word of a currency right before or behind it.
const NUMBER = '(\\d{1,3}(?:[., ]\\d{3}){1,3}(?:[.,]\\d{1,8})?|\\d{1,9}(?:[.,]\\d{1,8})?)';
const BEFORE = new RegExp(`(${alternatives([...UNITS].filter(([, unit]) => unit.before).map(([name]) => name))})\\s{0,2}${NUMBER}`, 'gi');
const BEHIND = new RegExp(`${NUMBER}\\s{0,2}(${alternatives([...UNITS.keys()])})(?![a-zа-яء-ي])`, 'gi');
const MOST = 40;

/** Sums of money in one folded text, in the order in which they stand. */
export function findMoney(stream: Stream): { readonly money: Money; readonly span: Span }[] {
  const found: { money: Money; span: Span }[] = [];
  const add = (index: number, length: number, number: string, name: string): void => {
    const unit = UNITS.get(name.toLowerCase());
    const amount = amountOf(number) * (unit?.times ?? 0);
    if (unit === undefined || !Number.isFinite(amount) || amount <= 0 || found.length >= MOST) return;
    const start = stream.origin[index] as number;
    const end = (stream.origin[index + length - 1] as number) + 1;
    if (found.some((f) => f.span.start < end && start < f.span.end)) return;
    found.push({ money: { amount, currency: unit.currency }, span: { part: stream.part, start, end } });
  };
  for (const m of stream.text.matchAll(BEHIND)) add(m.index, m[0].length, m[1] as string, m[2] as string);
  for (const m of stream.text.matchAll(BEFORE)) add(m.index, m[0].length, m[2] as string, m[1] as string);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** 1,300 and 1.300 and 1 300 are thousands; 0.05 and 0,05 are parts. */
function amountOf(text: string): number {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const tail = text.length - last - 1;
  const whole = /[., ]/.test(text) && tail === 3 && !/^0[.,]/.test(text);
  if (last < 0 || whole) return Number(text.replace(/[., ]/g, ''));
  return Number(`${text.slice(0, last).replace(/[., ]/g, '')}.${text.slice(last + 1)}`);
}
