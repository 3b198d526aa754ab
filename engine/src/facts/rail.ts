import type { Rail } from '../contract.js';

// Brand and money words that name a way to pay; like the signs of currencies they are the same in many languages.
const RAILS: readonly (readonly [RegExp, Rail])[] = [
  [
    /gift|steam|itunes|vanilla|razer|paysafe|neosurf|card|gutschein|guthabenkarte|geschenkkarte|ギフト|カード|プリペイド|電子マネー|アマギフ|ウェブマネー|ビットキャッシュ/i,
    'gift-card',
  ],
  [/pay ?pay|cash ?app|paypal|venmo|zelle|apple pay|line pay|revolut|gcash|pix\b|bizum|ペイペイ|メルペイ|ラインペイ|楽天ペイ/i, 'app'],
  [/transfer|bank|wire|(?:ü|ue?)berweis|iban\b|kontonummer|sort code|western union|moneygram|振|口座|送金|入金/i, 'transfer'],
];

/** The way to pay that the words of a demand name, or null if they name none. */
export function railIn(words: string): Rail | null {
  return RAILS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
