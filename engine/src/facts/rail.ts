import type { Rail } from '../contract.js';

// Brand and money words that name a way to pay; like the signs of currencies they are the same in many languages.
const RAILS: readonly (readonly [RegExp, Rail])[] = [
  [
    /gift|steam|itunes|vanilla|razer|paysafe|neosurf|card|ギフト|カード|プリペイド|電子マネー|アマギフ|ウェブマネー|ビットキャッシュ|상품권|문상|기프트|틴캐시|핀번호|컬쳐랜드|해피머니/i,
    'gift-card',
  ],
  [
    /pay ?pay|cash ?app|paypal|venmo|zelle|apple pay|line pay|revolut|gcash|pix\b|bizum|ペイペイ|メルペイ|ラインペイ|楽天ペイ|카카오페이|토스|네이버페이|페이팔/i,
    'app',
  ],
  [/transfer|bank|wire|sort code|western union|moneygram|振|口座|送金|入金|계좌|이체|송금|입금|무통장/i, 'transfer'],
];

/** The way to pay that the words of a demand name, or null if they name none. */
export function railIn(words: string): Rail | null {
  return RAILS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
