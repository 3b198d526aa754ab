import { decodeDoubleByte } from './double-byte.js';
import { decodeHz, decodeIso2022 } from './iso-2022.js';
import type { Charset } from './names.js';
import { decodeSingleByte } from './single-byte.js';
import { decodeUtf7, decodeUtf16, decodeUtf32, laxUtf8 } from './unicode.js';

/** Bytes of one charset to text; damaged or unassigned ones become U+FFFD. Total and linear. */
export function decode(bytes: Uint8Array, charset: Charset): string {
  switch (charset) {
    case 'utf-8':
      return laxUtf8(bytes);
    case 'utf-16le':
    case 'utf-16be':
      return decodeUtf16(bytes, charset === 'utf-16le' ? 'le' : 'be');
    case 'utf-32le':
    case 'utf-32be':
      return decodeUtf32(bytes, charset === 'utf-32le' ? 'le' : 'be');
    case 'utf-7':
      return decodeUtf7(bytes);
    case 'gb18030':
      return new TextDecoder('gb18030').decode(bytes);
    case 'shift_jis':
    case 'euc-jp':
    case 'euc-kr':
    case 'big5':
      return decodeDoubleByte(bytes, charset);
    case 'iso-2022-jp':
      return decodeIso2022(bytes, 'jp');
    case 'iso-2022-kr':
      return decodeIso2022(bytes, 'kr');
    case 'iso-2022-cn':
      return decodeIso2022(bytes, 'cn');
    case 'hz-gb-2312':
      return decodeHz(bytes);
    default:
      return decodeSingleByte(bytes, charset);
  }
}
