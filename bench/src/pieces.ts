import type { Random } from './disguise/model.js';

export type Piece = string | Uint8Array;

/** Strings as UTF-8, bytes as they are. */
export function join(...pieces: readonly Piece[]): Uint8Array {
  return joinAll(pieces);
}

/** As `join`, for more pieces than a call may have arguments. */
export function joinAll(pieces: readonly Piece[]): Uint8Array {
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}

/** `unit` again and again, cut at `size` bytes: a buffer filled in place, however many. */
export function fill(size: number, unit: string): Uint8Array {
  return Buffer.alloc(size, unit);
}

/** Lines that differ: what is kept apart costs more than what is the same. */
export function lines(count: number, line: (k: number) => string): string {
  return Array.from({ length: count }, (_, k) => line(k)).join('\n');
}

export function randomBytes(random: Random, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

export const HEAD = 'From: a@sender.example\r\nTo: b@example.net\r\nSubject: hello\r\nMessage-ID: <1@sender.example>\r\nMIME-Version: 1.0\r\n';

/** A mail with further header lines (without their last line end) and a body. */
export function mail(headers: Piece, body: Piece): Uint8Array {
  return join(HEAD, headers, '\r\n\r\n', body);
}

/** A mail that carries one attachment, in base64. */
export function attached(name: string, type: string, bytes: Uint8Array): Uint8Array {
  const body = Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
  return mail(
    'Content-Type: multipart/mixed; boundary=b',
    `--b\r\n\r\nSee the file.\r\n--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--b--\r\n`,
  );
}

export const KB = 1000;
export const MB = 1_000_000;
/** More than is read of one text, so that both its windows are full, be it decoded as base64 before. */
export const FULL = 1_900_000;
