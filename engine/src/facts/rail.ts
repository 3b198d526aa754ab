import type { Rail } from '../contract.js';

// Brand and money words that name a way to pay, as written or folded; like the signs of currencies many are the same everywhere.
const WORDS: readonly (readonly [Rail, string])[] = [
  [
    'gift-card',
    'gift|steam|itunes|vanilla|razer|paysafe|neosurf|card|gutschein|guthabenkarte|geschenkkarte|cart[aã]o|cart[oõ]es|vale[- ]?presente|voucher|ギフト|カード|プリペイド|電子マネー|アマギフ|ウェブマネー|ビットキャッシュ|상품권|문상|기프트|틴캐시|핀번호|컬쳐랜드|해피머니|подарочн|карту стим|كارت|كروت|بطاق|قسيم|ايتونز|ستيم|شحن|رصيد|礼品卡|禮品卡|礼物卡|点数|點數|卡密|序号|序號|gash|mycard',
  ],
  [
    'app',
    'pay ?pay|cash ?app|paypal|venmo|zelle|apple pay|line pay|revolut|gcash|pix\\b|mb ?way|picpay|bizum|ペイペイ|メルペイ|ラインペイ|楽天ペイ|카카오페이|토스|네이버페이|페이팔|сбп|qiwi|киви|юмани|вебмани|فودافون كاش|اورنج كاش|انستا ?باي|باي ?بال|stc ?pay|اس تي سي باي|urpay|زين كاش|بينانس باي|支付宝|支付寶|微信|红包|紅包|街口|转数快|轉數快|payme|八达通|八達通',
  ],
  [
    'transfer',
    'transfer|bank|wire|sort code|western union|moneygram|(?:ü|ue?)berweis|iban\\b|kontonummer|dep[oó]sit|multibanco|振|口座|送金|入金|계좌|이체|송금|입금|무통장|на карту|номеру карты|сбер|тинькоф|перевод|банк|تحويل|حوال|ايبان|بنك|مصرف|ويسترن يونيون|موني ?جرام|转账|转帐|轉賬|轉帳|汇款|匯款|打款|银行|銀行|過數|入數|超商代',
  ],
];
const RAILS = WORDS.map(([rail, words]) => [new RegExp(words, 'i'), rail] as const);

/** The way to pay that the words of a demand name, or null if they name none. */
export function railIn(words: string): Rail | null {
  return RAILS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
