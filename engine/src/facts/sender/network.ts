/** Longest IPv6 address in text, with a zone. */
const ADDRESS_LENGTH = 80;

/** An address as servers write it (`[IPv6:::1]`, `fe80::1%5`) in its plain form; null if the text is none. */
export function asAddress(text: string): string | null {
  if (text.length > ADDRESS_LENGTH) return null;
  let plain = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (/^ipv6:/i.test(plain)) plain = plain.slice(5);
  const zone = plain.indexOf('%');
  if (zone >= 0) plain = plain.slice(0, zone);
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(plain)) return plain;
  return /^[\da-f:]{2,45}(?:\d{1,3}(?:\.\d{1,3}){3})?$/i.test(plain) && plain.indexOf(':') !== plain.lastIndexOf(':') ? plain.toLowerCase() : null;
}

export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:127.');
}

/** Addresses that no stranger on the Internet has: RFC 1918, 6598, 3927, 4193, 4291. */
export function isPrivate(address: string): boolean {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address;
  if (isLoopback(plain)) return true;
  if (plain.includes(':')) return /^(?:f[cd]|fe[89ab])[\da-f]{0,2}:/.test(plain);
  const [a = 0, b = 0] = plain.split('.').map(Number);
  return a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254) || (a === 100 && b >= 64 && b < 128);
}
