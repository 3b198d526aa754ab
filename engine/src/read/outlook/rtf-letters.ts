import { latin1 } from '../../ascii.js';
import { decodeText } from '../charset/charset.js';
import { charsetOfCodePage } from './code-page.js';

/** Short runs whose decoding is remembered: a decoder for every accent of a long letter would cost seconds. */
const REMEMBERED = 4096;

/** Gathers the bytes and letters of an RTF; bytes that follow each other in one code page are decoded together. */
export class RtfLetters {
  unknown: string | null = null;
  private readonly pieces: string[] = [];
  private readonly remembered = new Map<string, string>();
  private run: Uint8Array;
  private size = 0;
  private page = 0;
  private high = false;

  constructor(room: number) {
    this.run = new Uint8Array(Math.min(room, 65_536));
  }

  byte(c: number, page: number): void {
    if (page !== this.page) {
      this.flush();
      this.page = page;
    }
    if (this.size === this.run.length) {
      const larger = new Uint8Array(Math.max(256, this.size * 2));
      larger.set(this.run);
      this.run = larger;
    }
    this.run[this.size++] = c;
    // Escape sequences are letters too where the page is ISO-2022.
    if (c > 127 || c === 27) this.high = true;
  }

  letter(text: string): void {
    this.flush();
    this.pieces.push(text);
  }

  end(): string {
    this.flush();
    return this.pieces.join('');
  }

  private flush(): void {
    if (this.size === 0) return;
    const bytes = this.run.slice(0, this.size);
    const raw = this.high ? null : latin1(bytes);
    this.pieces.push(raw ?? this.decoded(bytes));
    this.size = 0;
    this.high = false;
  }

  private decoded(bytes: Uint8Array): string {
    const key = bytes.length <= 4 ? `${this.page} ${bytes.join(' ')}` : null;
    const known = key === null ? undefined : this.remembered.get(key);
    if (known !== undefined) return known;
    const { text, unknown } = decodeText(bytes, charsetOfCodePage(this.page) ?? 'windows-1252');
    this.unknown ??= unknown;
    if (key !== null && this.remembered.size < REMEMBERED) this.remembered.set(key, text);
    return text;
  }
}
