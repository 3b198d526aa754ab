import { iban } from './iban.js';

/** What a desk can follow up; each as it is written in the message (NFKC), nothing looked up. */
export const ACCOUNT_KINDS = ['iban', 'bank', 'cash-tag', 'pay-page', 'mail', 'web', 'handle', 'messenger', 'phone'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** Kinds that money can be sent to. */
export const MONEY_KINDS: ReadonlySet<AccountKind> = new Set(['iban', 'bank', 'cash-tag', 'pay-page']);

export type Account = { readonly kind: AccountKind; readonly value: string };

type Finder = { readonly kind: AccountKind; readonly pattern: RegExp; readonly keep?: (found: string) => string | null };

// Every pattern is anchored on a rare sign or word, and every repeat is bounded: matching stays linear.
const MAIL = /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-])/gi;
const WEB = /(?<![\w@])(?:https?:\/\/|hxxps?:\/\/|www\.)[!#-;=?-Z\\\]_a-z~[]{3,2000}/gi;
// Hosts that people write without "https://" in a chat.
const BARE_HOST =
  /(?<![\w@./-])(?:[a-z0-9-]{1,63}\.){0,3}(?:t\.me|telegram\.me|wa\.me|line\.me|lin\.ee|discord\.gg|instagram\.com|facebook\.com|fb\.me|m\.me|snapchat\.com|tiktok\.com|twitter\.com|x\.com|vk\.com|bit\.ly|tinyurl\.com|goo\.gl)\/[!#-;=?-Z_a-z~]{1,500}/gi;
const PAY_PAGE =
  /(?<![\w@./-])(?:https?:\/\/)?(?:www\.)?(?:paypal\.me|paypal\.com|cash\.app|venmo\.com|qr\.paypay\.ne\.jp|pay\.paypay\.ne\.jp|revolut\.me|qr\.kakaopay\.com|monzo\.me|ko-fi\.com|wise\.com)\/[!#-;=?-Z_a-z~]{1,500}/gi;
const HANDLE = /(?<![\w@.%+/-])@[a-z0-9_][a-z0-9_.]{2,29}(?![\w@])/gi;
const CASH_TAG = /(?<![\w$/])\$[a-z][a-z0-9_]{1,19}(?![\w$])/gi;
// Names of services that are words of a language too ("line", "signal") count only with "ID" behind them.
const MESSENGER =
  /(?<![a-z])(?:(?:ライン|カカオ(?:トーク)?|kakao ?(?:talk)?|카카오톡|카톡|텔레그램|wechat|weixin|微信|telegram|テレグラム|instagram|insta|インスタ(?:グラム)?|snap(?:chat)?|スナチャ|skype|スカイプ|discord|ディスコード|whats ?app|viber|tik ?tok|twitter|paypay|ペイペイ)\s?(?:の)?(?:id|アカウント|아이디|号|user ?name|handle|account)?\s?[:=は「]|(?:line|ライン|signal|session|카톡|微信|wechat|kakao|カカオ|telegram|instagram|snap(?:chat)?|discord|skype|paypay|ペイペイ)\s?の?(?:id|아이디|号)\s?(?:[:=は「]|is)?)\s?@?[a-z0-9_][a-z0-9_.-]{2,39}(?![\w@.-])/gi;
const PHONE =
  /(?<![\w.,+#&=/-])(?:\+\d{1,3}[ .-]?(?:\(\d{1,5}\)[ .-]?)?\d{1,4}(?:[ .-]?\d{1,4}){1,4}|\(?0\d{1,4}\)?[ .-]\d{1,4}[ .-]\d{3,4}|0[5789]0\d{8}|\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}|8 ?\(?\d{3}\)? ?\d{3}[ -]?\d{2}[ -]?\d{2})(?![\w-]|[.,]\d)/g;
const IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/g;
// A bank by its name, or the word for an account, and the digits behind it on the same line, with who holds it.
const BANK_JA =
  /(?:[\u3040-\u30ff\u4e00-\u9fffA-Za-z]{1,12}(?:銀行|信用金庫|信金|信用組合|農協|労金)|口座番号|口座|普通預金|(?:普通|当座)(?=[\s:番号]{0,6}\d))[^\n\d]{0,40}(?:\d{3,5}(?!\d)[^\n\d-]{1,16}){0,2}\d{5,8}(?![\d-])[^\n]{0,60}/g;
const BANK =
  /(?:(?<![a-z])(?:account (?:number|no\.?)|acct\.?|sort code|routing (?:number|no\.?)|clabe|kontonummer|konto(?![a-z])|chave pix|pix(?![a-z]))|계좌(?:번호)?|(?<![가-힣])[가-힣]{1,6}(?:은행|뱅크)|농협|номер карты|карт[аыу])[^\n\d]{0,40}\d[\d -]{3,30}[^\n]{0,60}/gi;

const FINDERS: readonly Finder[] = [
  { kind: 'iban', pattern: IBAN, keep: iban },
  { kind: 'bank', pattern: BANK_JA },
  { kind: 'bank', pattern: BANK, keep: (found) => (digitsIn(found) >= 5 ? found : null) },
  { kind: 'cash-tag', pattern: CASH_TAG },
  { kind: 'pay-page', pattern: PAY_PAGE, keep: unpunctuated },
  { kind: 'mail', pattern: MAIL },
  { kind: 'web', pattern: WEB, keep: unpunctuated },
  { kind: 'web', pattern: BARE_HOST, keep: unpunctuated },
  { kind: 'messenger', pattern: MESSENGER, keep: unpunctuated },
  { kind: 'handle', pattern: HANDLE, keep: unpunctuated },
  { kind: 'phone', pattern: PHONE, keep: phone },
];

/** Accounts, numbers and addresses that stand in a text, in the order of the kinds, each once; at most `most`. Patterns propose: nothing is looked up, and what is found may be something else. */
export function accountsIn(text: string, most: number): Account[] {
  const plain = text.normalize('NFKC').replace(/[‐‑‒–—−]/g, '-');
  const found = new Map<string, Account>();
  const taken = new Uint8Array(plain.length);
  for (const { kind, pattern, keep } of FINDERS) {
    for (const match of plain.matchAll(pattern)) {
      if (found.size >= most) return [...found.values()];
      const value = keep === undefined ? match[0].trim() : (keep(match[0].trim()) ?? '');
      const start = match.index;
      const end = start + match[0].length;
      // What stands inside of one that was found already is a piece of it: the page of a payment is no second address.
      if (value === '' || taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      const key = `${kind} ${value.toLowerCase()}`;
      if (!found.has(key)) found.set(key, { kind, value });
    }
  }
  return [...found.values()];
}

function unpunctuated(found: string): string {
  return found.replace(/[.,;:!?)\]'"]+$/, '');
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** Numbers of telephones have 9 to 15 digits (ITU-T E.164 allows 15); a date or a sum is none. */
function phone(found: string): string | null {
  const digits = digitsIn(found);
  if (digits < 9 || digits > 15 || /^\d{4}[ .-]\d{1,2}[ .-]\d{1,2}/.test(found)) return null;
  return found;
}
