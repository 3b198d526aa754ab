import type { Rail } from '../contract.js';

// Brand and money words that name a way to pay; like the signs of currencies they are the same in many languages.
const RAILS: readonly (readonly [RegExp, Rail])[] = [
  [
    /gift|steam|itunes|vanilla|razer|paysafe|neosurf|card|cart[aã]o|cart[oõ]es|vale[- ]?presente|voucher|ギフト|カード|プリペイド|電子マネー|アマギフ|ウェブマネー|ビットキャッシュ/i,
    'gift-card',
  ],
  [/pay ?pay|cash ?app|paypal|venmo|zelle|apple pay|line pay|revolut|gcash|pix\b|mb ?way|picpay|bizum|ペイペイ|メルペイ|ラインペイ|楽天ペイ/i, 'app'],
  [/transfer|bank|wire|sort code|transfer[eê]ncia|dep[oó]sit|iban|multibanco|western union|moneygram|振|口座|送金|入金/i, 'transfer'],
];

/** The way to pay that the words of a demand name, or null if they name none. */
export function railIn(words: string): Rail | null {
  return RAILS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
