import { SINGLE_BYTE } from './single-byte-data.js';

export type SingleByte = keyof typeof SINGLE_BYTE;
export type DoubleByte = 'shift_jis' | 'euc-jp' | 'euc-kr' | 'big5';
export type Charset =
  | SingleByte
  | DoubleByte
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32le'
  | 'utf-32be'
  | 'gb18030'
  | 'iso-2022-jp'
  | 'iso-2022-kr'
  | 'iso-2022-cn'
  | 'hz-gb-2312'
  | 'utf-7';

/** `none`: the label says nothing (none, "8bit", "unknown"); `unknown`: it names what is not known here; else `charset` of its `claim`. */
export type Label =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'named'; readonly name: string; readonly charset: Charset };

// Numbers of code pages (Windows, IBM): what stands behind "cp", "windows-", "ibm", "ms", "dos".
const CODE_PAGES: Readonly<Record<string, Charset>> = {
  ...{ 437: 'ibm437', 850: 'ibm850', 852: 'ibm852', 855: 'ibm855', 858: 'ibm858', 866: 'ibm866', 874: 'windows-874' },
  ...{ 932: 'shift_jis', 943: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 951: 'big5' },
  ...{ 1200: 'utf-16le', 1201: 'utf-16be', 12000: 'utf-32le', 12001: 'utf-32be', 65000: 'utf-7', 65001: 'utf-8' },
  ...{ 10000: 'macintosh', 10007: 'x-mac-cyrillic', 20127: 'windows-1252', 20866: 'koi8-r', 21866: 'koi8-u' },
  ...{ 50220: 'iso-2022-jp', 50221: 'iso-2022-jp', 50222: 'iso-2022-jp', 50225: 'iso-2022-kr', 50227: 'iso-2022-cn' },
  ...{ 20932: 'euc-jp', 51932: 'euc-jp', 51936: 'gb18030', 51949: 'euc-kr', 52936: 'hz-gb-2312', 54936: 'gb18030' },
  ...{ 1250: 'windows-1250', 1251: 'windows-1251', 1252: 'windows-1252', 1253: 'windows-1253', 1254: 'windows-1254' },
  ...{ 1255: 'windows-1255', 1256: 'windows-1256', 1257: 'windows-1257', 1258: 'windows-1258' },
};

// By name without punctuation and without "x" or "cs" before it: labels of the Encoding Standard, of IANA, and what mail writes.
const NAMES: readonly (readonly [charset: Charset, names: string])[] = [
  ['utf-8', 'utf8 unicode11utf8 unicode20utf8 utf8mb4 utf8n utf8mac 8bitutf8'],
  ['utf-16le', 'utf16 utf16le ucs2 ucs2le unicode unicodefeff iso10646ucs2 unicodelittle'],
  ['utf-16be', 'utf16be ucs2be unicodefffe unicodebig'],
  ['utf-32le', 'utf32 utf32le ucs4le'],
  ['utf-32be', 'utf32be ucs4 ucs4be iso10646ucs4'],
  ['utf-7', 'utf7 unicode11utf7 unicode20utf7'],
  ['windows-1252', 'usascii ascii ansi latin1 l1 latin iso646us iso646 ansix341968 ansix341986 iso646irv1991 cp819 ibm819 isoir100 westerneurope western'],
  ['iso-8859-2', 'latin2 l2 isoir101'],
  ['iso-8859-3', 'latin3 l3 isoir109'],
  ['iso-8859-4', 'latin4 l4 isoir110'],
  ['iso-8859-5', 'cyrillic isoir144'],
  ['iso-8859-6', 'arabic asmo708 ecma114 isoir127'],
  ['iso-8859-7', 'greek greek8 ecma118 elot928 suneugreek isoir126'],
  ['iso-8859-8', 'hebrew isoir138 logical visual iso88598i iso88598e'],
  ['windows-1254', 'latin5 l5 isoir148 turkish'],
  ['iso-8859-10', 'latin6 l6 isoir157'],
  ['iso-8859-13', 'latin7 l7'],
  ['iso-8859-14', 'latin8 l8 isoceltic isoir199'],
  ['iso-8859-15', 'latin9 l9 latin0'],
  ['iso-8859-16', 'latin10 l10 isoir226'],
  ['windows-874', 'tis620 tis6200 tis6202533 iso885911 thai dos874'],
  ['koi8-r', 'koi8r koi8 koi koi8rfc1489'],
  ['koi8-u', 'koi8u koi8ru'],
  ['macintosh', 'macintosh mac macroman'],
  ['x-mac-cyrillic', 'maccyrillic macukrainian'],
  ['shift_jis', 'shiftjis sjis mskanji shiftjiscp932 sjiswin shiftjis2004 shiftjisx0213 windows31j mswin31j ms932 shift'],
  ['euc-jp', 'eucjp ujis eucjpms eucjpwin eucjp2004 eucjisx0213 extendedunixcodepackedformatforjapanese eucpkdfmtjapanese'],
  ['iso-2022-jp', 'iso2022jp jis junet iso2022jpms iso2022jp1 iso2022jp2 iso2022jp3 iso2022jp2004 iso2022jpext jisencoding'],
  ['euc-kr', 'euckr ksc5601 ksc56011987 ksc56011989 ks56011987 ks56011989 korean ksx1001 windows949 uhc isoir149'],
  ['iso-2022-kr', 'iso2022kr'],
  ['iso-2022-cn', 'iso2022cn iso2022cnext'],
  ['gb18030', 'gb18030 gb180302000 gb180302005 gbk gb2312 gb231280 gb23121980 euccn gb chinese isoir58 iso58gb231280'],
  ['hz-gb-2312', 'hzgb2312 hz'],
  ['big5', 'big5 big5hkscs cnbig5 big5eten big5tw eucbig5'],
];
const BY_NAME = new Map<string, Charset>(NAMES.flatMap(([charset, names]) => names.split(' ').map((name) => [name, charset] as const)));

// Programs that did not know the charset wrote these.
const EMPTY = new Set(['', '8bit', '7bit', 'binary', 'default', 'unknown', 'unknown8bit', 'none', 'null', 'undefined', 'auto', 'nil', 'autodetect']);

/** Longest label that is looked at: names are at most 45 letters; more is an attack on the pattern below. */
const LABEL_UNITS = 100;

/** What a label of mail means; quotes, a language (RFC 2231 "*en"), and whatever stands behind the name are passed over. */
export function readLabel(label: string | null): Label {
  const raw = (label ?? '').slice(0, LABEL_UNITS).toLowerCase();
  const name = /^[\s"'<=]*(?:charset\s*=)?[\s"'<=]*([a-z0-9][a-z0-9_.:()+-]*)/.exec(raw)?.[1] ?? '';
  const bare = name
    // "ISO_8859-1:1987" has a year behind it.
    .replace(/:(?:19|20)\d\d.*/, '')
    .replace(/[^a-z0-9]/g, '')
    .replace(/^x{0,2}(?:cs)?(?=[a-z])/, '')
    .replace(/^isolatin(?=\d)/, 'latin')
    .replace(/^isolatin/, '');
  if (EMPTY.has(bare)) return raw.trim() === '' || name !== '' ? { kind: 'none' } : { kind: 'unknown', name: raw.trim() };
  const charset = BY_NAME.get(bare) ?? byNumber(bare) ?? byBeginning(bare);
  return charset === null ? { kind: 'unknown', name } : { kind: 'named', name, charset };
}

function byNumber(bare: string): Charset | null {
  const page = /^(?:windows|win|cp|ms|microsoftcp|ibm|dos|oem|ansi|codepage|xcp)0*(\d{3,5})/.exec(bare)?.[1] ?? /^(\d{3,5})$/.exec(bare)?.[1];
  if (page !== undefined && CODE_PAGES[page] !== undefined) return CODE_PAGES[page];
  const part = /^(?:iso|iec|isoiec)?8859(1[0-6]|[1-9])/.exec(bare)?.[1];
  if (part === '1') return 'windows-1252';
  if (part === '9') return 'windows-1254';
  if (part === '11') return 'windows-874';
  return part !== undefined && `iso-8859-${part}` in SINGLE_BYTE ? (`iso-8859-${part}` as Charset) : null;
}

/** A name with junk glued to it ("utf-8format=flowed"). */
function byBeginning(bare: string): Charset | null {
  const [start] = /^(?:utf8|utf16[bl]e|iso2022jp|iso2022kr|usascii|shiftjis|eucjp|euckr|ksc5601|gb2312|gb18030|gbk|big5|koi8[ru])/.exec(bare) ?? [];
  return start === undefined ? null : (BY_NAME.get(start) ?? null);
}
