import { isAscii, latin1 } from '../../ascii.js';
import type { SingleByte } from './names.js';
import { SINGLE_BYTE } from './single-byte-data.js';
import { textOf } from './units.js';

const tables = new Map<SingleByte, Uint16Array>();

function tableOf(set: SingleByte): Uint16Array {
  let table = tables.get(set);
  if (table !== undefined) return table;
  table = new Uint16Array(256);
  for (let byte = 0; byte < 256; byte++) table[byte] = byte < 0x80 ? byte : SINGLE_BYTE[set].charCodeAt(byte - 0x80);
  tables.set(set, table);
  return table;
}

/** By our own table: Node 20 reads windows-1252 as ISO 8859-1 (nodejs/node#60888) and lacks or differs in six more of these sets. */
export function decodeSingleByte(bytes: Uint8Array, set: SingleByte): string {
  if (isAscii(bytes)) return latin1(bytes);
  const table = tableOf(set);
  const units = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) units[i] = table[bytes[i] as number] as number;
  return textOf(units);
}
