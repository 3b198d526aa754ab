// The host decodes every charset of the web but encodes only UTF-8: tables are turned round by decoding all there is.
// Node 20 decodes windows-1252 as if it were ISO 8859-1, so these of its letters are written down.
const WINDOWS_1252: Readonly<Record<string, number>> = { '€': 0x80, '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, '—': 0x97 };

const tables = new Map<string, ReadonlyMap<string, Uint8Array>>();

function tableOf(charset: string): ReadonlyMap<string, Uint8Array> {
  let table = tables.get(charset);
  if (table !== undefined) return table;
  const made = new Map<string, Uint8Array>();
  const decoder = new TextDecoder(charset, { fatal: true });
  const tell = (...bytes: number[]): void => {
    try {
      const letter = decoder.decode(Uint8Array.from(bytes));
      if ([...letter].length === 1 && !made.has(letter)) made.set(letter, Uint8Array.from(bytes));
    } catch {
      // No letter has these bytes.
    }
  };
  if (charset === 'windows-1252') for (const [letter, byte] of Object.entries(WINDOWS_1252)) made.set(letter, Uint8Array.of(byte));
  for (let a = 0; a < 0x100; a++) tell(a);
  if (!/^(windows|iso-8859|koi8)/.test(charset)) for (let a = 0x81; a < 0xff; a++) for (let b = 0x40; b < 0xff; b++) tell(a, b);
  if (charset === 'gb18030')
    for (let a = 0x81; a <= 0x84; a++)
      for (let b = 0x30; b <= 0x39; b++) for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) tell(a, b, c, d);
  table = made;
  tables.set(charset, table);
  return table;
}

/** The text in a charset, or null if it has a letter that the charset lacks. */
export function encode(text: string, charset: string): Uint8Array | null {
  if (charset === 'iso-2022-jp') return iso2022(text, 'euc-jp', '\x1b$B', '\x1b(B');
  if (charset === 'iso-2022-kr') {
    const shifted = iso2022(text, 'euc-kr', '\x0e', '\x0f');
    return shifted === null ? null : Buffer.concat([Buffer.from('\x1b$)C\r\n', 'latin1'), shifted]);
  }
  const table = tableOf(charset);
  const pieces: Uint8Array[] = [];
  for (const letter of text) {
    const bytes = table.get(letter);
    if (bytes === undefined) return null;
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

/** Seven bits: runs of two-byte letters between `shift` and `back` (RFC 1468, RFC 1557). */
function iso2022(text: string, eightBit: string, shift: string, back: string): Uint8Array | null {
  const table = tableOf(eightBit);
  let out = '';
  let wide = false;
  for (const letter of text) {
    const bytes = table.get(letter);
    if (bytes === undefined || bytes.length > 2 || (bytes.length === 2 && (bytes[0] as number) < 0xa1)) return null;
    if (wide !== (bytes.length === 2)) out += wide ? back : shift;
    wide = bytes.length === 2;
    out += String.fromCharCode(...bytes.map((b) => b & 0x7f));
  }
  return Buffer.from(wide ? out + back : out, 'latin1');
}

export function utf16(text: string, order: 'le' | 'be', bom: 'bom' | 'bare'): Uint8Array {
  const bytes = Buffer.from(bom === 'bom' ? `\ufeff${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

/** RFC 2152; `share` of the letters that could stand as they are is encoded too. */
export function utf7(text: string, encodes: (letter: string) => boolean): Uint8Array {
  let out = '';
  let run = '';
  const flush = (): void => {
    if (run !== '') out += `+${Buffer.from(run, 'utf16le').swap16().toString('base64').replace(/=+$/, '')}-`;
    run = '';
  };
  for (const letter of text) {
    if (letter !== '\r' && letter !== '\n' && (letter > '~' || /[+\\~]/.test(letter) || encodes(letter))) run += letter;
    else {
      flush();
      out += letter;
    }
  }
  flush();
  return Buffer.from(out, 'latin1');
}

/** Quoted-printable (RFC 2045 6.7) with lines of at most `width`, cut even inside a letter. */
export function quotedPrintable(bytes: Uint8Array, width = 75): string {
  let out = '';
  let line = 0;
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i] as number;
    if (b === 13 && bytes[i + 1] === 10) {
      out += '\r\n';
      line = 0;
      i++;
      continue;
    }
    const atEnd = bytes[i + 1] === 13 || i + 1 === bytes.length;
    const piece = b > 126 || b < 32 || b === 61 || (b === 32 && atEnd) ? `=${b.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(b);
    if (line + piece.length > width) {
      out += '=\r\n';
      line = 0;
    }
    out += piece;
    line += piece.length;
  }
  return out;
}
