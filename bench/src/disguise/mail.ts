import type { BluffLetter, Random, Retext } from './model.js';

/** Text of ASCII, or bytes as they are. */
export type Piece = string | Uint8Array;

export type Body = { readonly headers: readonly string[]; readonly body: Piece };

export function joined(...pieces: readonly Piece[]): Uint8Array {
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)));
}

export function utf8(text: string): Uint8Array {
  return Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8');
}

/** Lines of 76 letters (RFC 2045 6.8). */
export function base64(bytes: Uint8Array): string {
  return (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
}

/** Encoded words of whole letters (RFC 2047 5), each under 75 bytes. */
export function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const letter of [...text, '']) {
    if (word !== '' && (letter === '' || Buffer.byteLength(word + letter) > 42)) {
      words.push(`=?utf-8?B?${Buffer.from(word).toString('base64')}?=`);
      word = '';
    }
    word += letter;
  }
  return words.join('\r\n ');
}

/** A mail from a stranger; `subject` as the bytes of its header. */
export function mailOf(subject: Piece, { headers, body }: Body): Uint8Array {
  return joined(
    'Received: from sender.example (sender.example [192.0.2.25]) by mx.example.net; Mon, 05 Oct 2026 09:12:07 +0900\r\n',
    'From: office@sender.example\r\nTo: reader@example.net\r\nSubject: ',
    subject,
    '\r\nDate: Mon, 05 Oct 2026 09:12:00 +0900\r\nMessage-ID: <20261005.1@sender.example>\r\nMIME-Version: 1.0\r\n',
    headers.map((line) => `${line}\r\n`).join(''),
    '\r\n',
    body,
    '\r\n',
  );
}

export function part(type: string, transfer: string, body: Piece, ...more: readonly string[]): Body {
  return { headers: [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${transfer}`, ...more], body };
}

export function plain(text: string): Body {
  return part('text/plain; charset=utf-8', '8bit', utf8(text));
}

export function html(text: string): Body {
  return part('text/html; charset=utf-8', 'base64', base64(utf8(text)));
}

export function multipart(subtype: string, parts: readonly Body[], boundary = 'b1-of-the-letter'): Body {
  const pieces = parts.flatMap(({ headers, body }) => [`--${boundary}\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`, body, '\r\n']);
  return { headers: [`Content-Type: multipart/${subtype}; boundary="${boundary}"`], body: joined(...pieces, `--${boundary}--\r\n`) };
}

/** The undisguised letter. */
export function clean(letter: BluffLetter): Uint8Array {
  return mailOf(encodedWords(letter.subject), plain(letter.text));
}

/** The words changed, the wallet left as it is: who wants to be paid leaves it fit to be copied. */
export function around(letter: BluffLetter, change: (text: string) => string): string {
  return letter.text.split(letter.wallet).map(change).join(letter.wallet);
}

/** A plain mail whose words, subject too, have been changed. */
export function retexted(change: Retext): (letter: BluffLetter, random: Random) => Uint8Array {
  return (letter, random) => {
    const changed = (text: string): string => change(text, random, letter.language);
    return mailOf(encodedWords(changed(letter.subject)), part('text/plain; charset=utf-8', 'base64', base64(utf8(around(letter, changed)))));
  };
}
