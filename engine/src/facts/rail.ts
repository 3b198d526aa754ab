import type { Rail } from '../contract.js';

// Brand and money words that name a way to pay; like the signs of currencies they are the same in many languages.
const RAILS: readonly (readonly [RegExp, Rail])[] = [
  [
    /gift|steam|itunes|vanilla|razer|paysafe|neosurf|card|ギフト|カード|プリペイド|電子マネー|アマギフ|ウェブマネー|ビットキャッシュ|подарочн|карту стим|steam/i,
    'gift-card',
  ],
  [
    /pay ?pay|cash ?app|paypal|venmo|zelle|apple pay|line pay|revolut|gcash|pix\b|bizum|ペイペイ|メルペイ|ラインペイ|楽天ペイ|сбп|qiwi|киви|юмани|вебмани/i,
    'app',
  ],
  [/transfer|bank|wire|sort code|western union|moneygram|振|口座|送金|入金|на карту|номеру карты|сбер|тинькоф|перевод|банк/i, 'transfer'],
];

/** The way to pay that the words of a demand name, or null if they name none. */
export function railIn(words: string): Rail | null {
  return RAILS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
