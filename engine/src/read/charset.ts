import { isAscii, latin1 } from '../ascii.js';

/** `charset` names what could not be used; `broken` says that some bytes were no text in the set they claim. */
export type DecodedText = { readonly text: string; readonly unknown: string | null; readonly broken: boolean };

// WHATWG index windows-1252, 0x80 to 0x9F. Node 20 decodes this label as ISO-8859-1 (nodejs/node#60888), browsers by this table.
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const LATIN_LABELS = new Set([
  'windows-1252',
  'iso-8859-1',
  'iso8859-1',
  'iso_8859-1',
  'latin1',
  'l1',
  'us-ascii',
  'ascii',
  'ansi',
  'cp1252',
  'x-cp1252',
  'iso-8859-15',
  '8bit',
  '7bit',
  'default',
  'unknown-8bit',
  'x-unknown',
  'unknown',
]);
// Names that mail writes and the Encoding Standard does not know.
const ALIASES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  'windows-31j': 'shift_jis',
  'x-sjis': 'shift_jis',
  sjis: 'shift_jis',
  ms932: 'shift_jis',
  'iso-2022-jp-ms': 'iso-2022-jp',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  'euc-jp-ms': 'euc-jp',
  eucjp: 'euc-jp',
  cp936: 'gbk',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  ks_c_5601: 'euc-kr',
  cp950: 'big5',
  utf8mb4: 'utf-8',
  'unicode-1-1-utf-7': 'utf-7',
  cp65001: 'utf-8',
};

/** Decodes bytes by their label, by a byte order mark, or by what they look like. Never throws. */
export function decodeText(bytes: Uint8Array, label: string | null): DecodedText {
  const marked = byOrderMark(bytes);
  if (marked !== null) return { text: marked, unknown: null, broken: marked.includes('\ufffd') };
  const named = (label ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  const name = ALIASES[named] ?? named;
  if (name === '' || LATIN_LABELS.has(name)) return { text: sniff(bytes), unknown: null, broken: false };
  if (name === 'utf-8' || name === 'utf8') {
    const strict = tryDecode('utf-8', bytes, true);
    if (strict !== null) return { text: strict, unknown: null, broken: false };
    const lax = tryDecode('utf-8', bytes, false) as string;
    const holes = lax.split('\ufffd').length - 1;
    // A lying label: more holes than letters beyond ASCII means that it is another set.
    return { text: holes * 3 > beyondAscii(lax) ? sniff(bytes) : lax, unknown: null, broken: true };
  }
  const text = tryDecode(name, bytes, false);
  if (text === null) return { text: sniff(bytes), unknown: named, broken: false };
  if (text.includes('\ufffd')) {
    const utf8 = tryDecode('utf-8', bytes, true);
    return { text: utf8 ?? text, unknown: null, broken: true };
  }
  return { text, unknown: null, broken: false };
}

function byOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return tryDecode('utf-8', bytes, false);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tryDecode('utf-16le', bytes, false);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tryDecode('utf-16be', bytes, false);
  return null;
}

/** No label: ISO-2022-JP by its escapes, UTF-8 if it is that wholly, UTF-16 by its zeros, Japanese sets by their kana, else windows-1252. */
function sniff(bytes: Uint8Array): string {
  if (isAscii(bytes) && !bytes.includes(27) && !bytes.includes(0)) return latin1(bytes);
  let high = false;
  let shifts = false;
  let zeros = 0;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i] as number;
    if (c > 127) high = true;
    else if (c === 0) zeros++;
    else if (c === 27 && (bytes[i + 1] === 36 || bytes[i + 1] === 40)) shifts = true;
  }
  if (zeros > bytes.length / 5) return tryDecode(bytes[0] === 0 ? 'utf-16be' : 'utf-16le', bytes, false) ?? '';
  if (shifts && !high) return tryDecode('iso-2022-jp', bytes, false) ?? latin1(bytes);
  if (!high) return latin1(bytes);
  const utf8 = tryDecode('utf-8', bytes, true);
  if (utf8 !== null) return utf8;
  let best = windows1252(bytes);
  let most = 0.3;
  for (const name of ['shift_jis', 'euc-jp']) {
    const text = tryDecode(name, bytes, true);
    const share = text === null ? 0 : kanaShare(text);
    if (text !== null && share > most) {
      best = text;
      most = share;
    }
  }
  return best;
}

function windows1252(bytes: Uint8Array): string {
  const raw = latin1(bytes);
  return /[\u0080-\u009f]/.test(raw) ? raw.replace(/[\u0080-\u009f]/g, (ch) => WINDOWS_1252[ch.charCodeAt(0) - 0x80] as string) : raw;
}

/** Full-width kana among what is not ASCII: what a wrong guess hardly ever gives. */
function kanaShare(text: string): number {
  const other = beyondAscii(text);
  if (other === 0) return 0;
  let kana = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x3041 && c <= 0x30fc) kana++;
  }
  return kana / other;
}

function beyondAscii(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) n++;
  return n;
}

function tryDecode(name: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    return new TextDecoder(name, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}
