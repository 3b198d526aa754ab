import type { Coin } from '../../contract.js';
import type { Found } from './address.js';

/** Units of text before and after an address in which words say what it is: about three lines, and one. */
const BEFORE = 240;
const AFTER = 120;

// Names as the folded text has them: no accents (й is и), lower case.
const NAMES: Partial<Record<Coin, RegExp>> = {
  BTC: /\b(?:bitcoins?|btc|xbt)\b|ビットコイン|биткоин|比特币|比特幣|비트코인/g,
  LTC: /\b(?:litecoins?|ltc)\b|ライトコイン|лаиткоин|莱特币|萊特幣|라이트코인/g,
  ETH: /\b(?:eth|ether|ethereum|erc-?20|bep-?20|bnb|bsc|polygon|matic|arbitrum|metamask|usdt|usdc|tether)\b|イーサリアム|テザー|эфир|以太坊|이더리움/g,
  SOL: /\b(?:sol|solana|phantom|spl)\b|ソラナ|солана|솔라나/g,
  TON: /\b(?:ton|toncoins?|tonkeeper)\b|トンコイン|тонкоин|톤코인/g,
};
const PAYING =
  /\b(?:wallet\w*|address\w*|adress\w*|pay|pays|paid|paying|payment\w*|deposit\w*|donat\w+|ransom|crypto\w*|zahl\w*|bezahl\w*|uberweis\w*|zahlung\w*|direccion|monedero|billetera|pag[aou]\w*|portefeuille|pay(?:er|ez)|vers(?:er|ez)|indirizzo|portafoglio|carteira|endereco|adres\w*|portfel\w*|wplac\w*|zaplac\w*|penezenk\w*|betaa?l\w*|cuzdan\w*|odeme\w*)\b|кошел|адрес|оплат|перевед|гаман|財布|ウォレット|アドレス|送金|払|振り?込|入金|钱包|錢包|地址|转账|轉帳|付款|汇款|지갑|주소|송금|입금/;
// Weaker words: enough beside 0x and 40 hex digits, too common beside a bare key.
const SENDING =
  /\b(?:send|sends|sending|transfer\w*|remit\w*|tips?|coins?|tokens?|sende\w*|schick\w*|envi[aoe]\w*|envoy\w+|invi[ao]\w*|manda\w*|wysl\w*|przel\w*|posl\w*|gonder\w*)\b|отправ|перевод|переч|送って|送れ|送る|送信|发送|發送|보내/;

/** Whether words around an address without a checksum say that money is to be sent there, or name its coin. */
export function isNamed(text: string, start: number, end: number, coin: Coin): boolean {
  const around = `${text.slice(Math.max(0, start - BEFORE), start)} \n ${text.slice(end, end + AFTER)}`.toLowerCase();
  const names = NAMES[coin];
  if (names !== undefined && around.search(names) >= 0) return true;
  return PAYING.test(around) || (coin === 'ETH' && SENDING.test(around));
}

/** Old Litecoin script addresses begin with a 3 like Bitcoin's: the coin that is named nearest decides, Bitcoin if none is. */
export function coinByWords(found: Found, text: string, start: number, end: number): Found {
  if (found.coin !== 'BTC' || !/^[32]/.test(found.address)) return found;
  return nearest('LTC', text, start, end) < nearest('BTC', text, start, end) ? { ...found, coin: 'LTC' } : found;
}

function nearest(coin: Coin, text: string, start: number, end: number): number {
  const names = NAMES[coin] as RegExp;
  const from = Math.max(0, start - BEFORE);
  const before = text.slice(from, start).toLowerCase();
  let distance = Number.POSITIVE_INFINITY;
  for (const match of before.matchAll(names)) distance = before.length - match.index;
  const after = text
    .slice(end, end + AFTER)
    .toLowerCase()
    .search(names);
  return after < 0 ? distance : Math.min(distance, after);
}
