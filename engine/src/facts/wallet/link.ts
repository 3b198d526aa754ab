/** Units before an address in which the beginning of a link is looked for; longer links are tracking. */
const LINK_REACH = 300;

// BIP 21, EIP-681, and the coins' own; ton://transfer/..., ethereum:pay-0x...
const PAYMENT_URI =
  /(?:^|[^a-z0-9])(?:bitcoin|litecoin|bitcoincash|bchtest|bchreg|dogecoin|doge|dash|zcash|ethereum|monero|tron|trx|ripple|xrpl|xrp|solana|ton):(?:\/\/)?(?:transfer\/|pay-)?$/i;
const NAMED =
  /(?:^|[\s([<>"',;|])[a-z ]{0,20}(?:wallet|address|adresse|btc|ltc|eth|bch|xmr|doge|dash|zec|trx|xrp|sol|ton|bitcoin|litecoin|ethereum|monero) ?=$/i;

/** True for text that is named as an address by a payment link (`bitcoin:`) directly before it. */
export function isPaymentUri(text: string, start: number): boolean {
  return PAYMENT_URI.test(text.slice(Math.max(0, start - 32), start));
}

/** A run that is part of a link, a path, a mail address or a longer token is not an address written for a reader. */
export function isInsideToken(text: string, start: number, end: number): boolean {
  if (isPaymentUri(text, start)) return false;
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (/[/@_%&+#]/.test(before) || /[@=_%]/.test(after) || (after === '/' && /[A-Za-z0-9]/.test(text[end + 1] ?? ' '))) return true;
  if (before === '=' && !NAMED.test(text.slice(Math.max(0, start - 40), start))) return true;
  return isInsideLink(text, start);
}

/** True when the token that the unit at `start` stands in begins as a link. */
export function isInsideLink(text: string, start: number): boolean {
  let from = start;
  const least = Math.max(0, start - LINK_REACH);
  while (from > least && !endsToken(text.charCodeAt(from - 1))) from--;
  return from < start && /:\/\/|^www\.|^mailto:/i.test(text.slice(from, start)) && !isPaymentUri(text, start);
}

/** White space, quotes, angle and other brackets. */
function endsToken(c: number): boolean {
  return c <= 34 || c === 39 || c === 40 || c === 41 || c === 60 || c === 62 || c === 91 || c === 93 || c >= 0x2000;
}

/** What has no checksum must also stand by itself: nothing glued to it as in host:path, key-value or fingerprint. */
export function standsAlone(text: string, start: number, end: number): boolean {
  if (isPaymentUri(text, start)) return true;
  const left = text.slice(Math.max(0, start - 12), start);
  if (/[-_.~\\^$]$|(?:sha-?\d*|md5|key|hash|digest|id)(?:\(\w*\)|-\d+)?[:=] ?$/i.test(left)) return false;
  return !/^(?:[-_.:~\\^$][A-Za-z0-9]|[:~\\^$])/.test(text.slice(end, end + 2));
}
