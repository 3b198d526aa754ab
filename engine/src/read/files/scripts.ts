import { latin1 } from '../../ascii.js';

/** Bytes of a page, drawing or document in which scripts are looked for: a page that builds a file says so where it begins or ends. */
const HEAD = 256 * 1024;
const TAIL = 64 * 1024;

/** A page that makes a file out of its own text and hands it over as a download: mail filters see only a page. */
export function buildsFile(bytes: Uint8Array): boolean {
  const text = windowsOf(bytes);
  return text.includes('<script') && /createobjecturl|mssaveoropenblob|mssaveblob|\bnew blob\s{0,9}\(|href\s{0,9}=\s{0,9}["']data:application\//.test(text);
}

/** A page that asks for a password: sent by mail, that is a trap and no proof. */
export function asksPassword(bytes: Uint8Array): boolean {
  return /<input\b[^>]{0,400}type\s{0,9}=\s{0,9}["']?password/.test(windowsOf(bytes));
}

/** A drawing that runs something. */
export function hasScript(bytes: Uint8Array): boolean {
  return /<script\b|javascript:|<foreignobject\b|\son(load|click|error|begin|mouseover|focusin)\s{0,9}=/.test(windowsOf(bytes));
}

/** A PDF that starts a program when it is opened (ISO 32000, 12.6.4.5). */
export function launches(bytes: Uint8Array): boolean {
  return /\/s\s{0,9}\/launch\b/.test(windowsOf(bytes));
}

/** An old Office document with a program in it: the storage that holds its source has this name (MS-OVBA, 2.2.1). */
export function hasMacros(bytes: Uint8Array): boolean {
  const MARK = '_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0';
  for (let at = bytes.indexOf(0x5f); at >= 0; at = bytes.indexOf(0x5f, at + 1)) {
    let i = 1;
    while (i < MARK.length && bytes[at + i] === MARK.charCodeAt(i)) i++;
    if (i === MARK.length) return true;
  }
  return false;
}

function windowsOf(bytes: Uint8Array): string {
  const head = latin1(bytes, 0, HEAD);
  return (bytes.length <= HEAD ? head : `${head}\n${latin1(bytes, Math.max(HEAD, bytes.length - TAIL))}`).toLowerCase();
}
