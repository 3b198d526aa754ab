import { latin1 } from '../../ascii.js';
import { decodeBase64 } from '../transfer.js';
import { type Element, octets, readElement, TAG_OID, TAG_SEQUENCE } from './ber.js';

/** What a CMS holds (RFC 5652): `signed` gives the entity that was signed, `bare` is a signature or certificates without one. */
export type Cms =
  | { readonly kind: 'signed'; readonly content: Uint8Array; readonly cut: boolean }
  | { readonly kind: 'bare' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'unread'; readonly what: string };

// Last bytes of 1.2.840.113549.1.7.x (data, signed, enveloped, ...) and of 1.2.840.113549.1.9.16.1.x.
const PKCS7 = '42.134.72.134.247.13.1.7.';
const SMIME = '42.134.72.134.247.13.1.9.16.1.';

/** Opens a CMS in BER, in base64 or in PEM; null if the bytes are none. Signatures are not checked. Total. */
export function openCms(given: Uint8Array): Cms | null {
  const bytes = given[0] === TAG_SEQUENCE ? given : unarmoured(given);
  if (bytes === null) return null;
  const outer = readElement(bytes, 0, bytes.length);
  if (outer === null || outer.tag !== TAG_SEQUENCE) return null;
  const [type, content] = children(bytes, outer, 2);
  if (type === undefined || type.tag !== TAG_OID) return null;
  const oid = bytes.subarray(type.start, type.end).join('.');
  if (oid === `${PKCS7}2`) return content === undefined ? { kind: 'unread', what: 'S/MIME' } : signed(bytes, content);
  if (oid === `${PKCS7}3` || oid === `${PKCS7}4` || oid === `${PKCS7}6` || oid === `${SMIME}23`) return { kind: 'encrypted' };
  if (oid === `${SMIME}9`) return { kind: 'unread', what: 'S/MIME (compressed)' };
  return oid.startsWith(PKCS7) || oid.startsWith(SMIME) ? { kind: 'unread', what: 'S/MIME' } : null;
}

function signed(bytes: Uint8Array, tagged: Element): Cms {
  const [data] = children(bytes, tagged, 1);
  // version, digest algorithms, then what was signed.
  const info = data === undefined ? undefined : children(bytes, data, 3)[2];
  const [, content] = info === undefined ? [] : children(bytes, info, 2);
  if (content === undefined) return info === undefined || tagged.cut ? { kind: 'unread', what: 'S/MIME' } : { kind: 'bare' };
  const [string] = children(bytes, content, 1);
  const inner = string === undefined ? null : octets(bytes, string);
  if (inner === null) return { kind: 'unread', what: 'S/MIME' };
  return { kind: 'signed', content: inner, cut: tagged.cut || (data?.cut ?? false) || content.cut || (string?.cut ?? false) };
}

function children(bytes: Uint8Array, element: Element, count: number): Element[] {
  const found: Element[] = [];
  let at = element.start;
  while (found.length < count && at < element.end) {
    const inner = readElement(bytes, at, element.end);
    if (inner === null || inner.next <= at) break;
    found.push(inner);
    at = inner.next;
  }
  return found;
}

/** Some gateways leave the base64 of the attachment standing, with or without PEM lines. */
function unarmoured(given: Uint8Array): Uint8Array | null {
  const head = latin1(given, 0, Math.min(given.length, 64)).trimStart();
  if (/^-----BEGIN (PKCS7|CMS|PKCS #7 SIGNED DATA)-----/.test(head)) {
    const start = given.indexOf(10);
    const end = given.lastIndexOf(45, given.length - 1);
    const close = latin1(given, Math.max(start, end - 60), end + 1).indexOf('-----END');
    return decodeBase64(given.subarray(start, close < 0 ? given.length : Math.max(start, end - 60) + close)).bytes;
  }
  return /^M[A-Za-z0-9+/]{15}/.test(head) ? decodeBase64(given).bytes : null;
}
