import { styleText } from 'node:util';
import { printable, widthOf, wrap } from './wrap.js';

export type Look = { readonly columns: number; readonly colour: boolean };

/** Columns that the edges of the envelope take: two of indent, a bar and a space on each side. */
const BOX_EDGES = 6;

/** Lines of a page, wrapped by the width that the reader's terminal has. */
export class Page {
  private readonly lines: string[] = [];

  constructor(private readonly look: Look) {}

  strong(text: string): void {
    for (const line of wrap(printable(text), this.look.columns)) this.lines.push(this.style('bold', line));
  }

  text(text: string): void {
    for (const paragraph of text.split('\n')) this.lines.push(...wrap(printable(paragraph), this.look.columns));
  }

  title(text: string): void {
    this.gap();
    this.under(text);
  }

  /** A title at the top of a page, or below a gap of the caller's own. */
  under(text: string): void {
    for (const line of wrap(printable(text), this.look.columns)) this.lines.push(this.style('underline', line));
  }

  item(mark: string, text: string): void {
    this.indented(`${mark} `.padStart(4), text);
  }

  inner(text: string): void {
    for (const paragraph of text.split('\n')) this.indented('    ', paragraph);
  }

  quote(text: string): void {
    // The marks of a quoting mail program inside the quote are noise to a reader.
    this.indented('    | ', text.replace(/\n[>|\s]*/g, ' '), '    | ');
  }

  faint(text: string): void {
    for (const line of wrap(printable(text), this.look.columns - 4)) this.lines.push(`    ${this.style('dim', line)}`);
  }

  faintLine(text: string): void {
    this.lines.push(`    ${this.style('dim', printable(text))}`);
  }

  /** On one line whatever its width: a wallet, an address of a page must be copied whole. */
  whole(text: string): void {
    this.lines.push(`    ${printable(text)}`);
  }

  /** A small picture of an envelope: labels and what stands beside them, between two rules. */
  box(lines: readonly { readonly label: string; readonly text: string }[]): void {
    if (lines.length === 0) return;
    const inner = this.look.columns - BOX_EDGES;
    this.lines.push(`  +${'-'.repeat(inner + 2)}+`);
    for (const { label, text } of lines) {
      for (const line of [
        ...wrap(printable(label), inner).map((l) => this.padded(l, inner, 'dim')),
        ...wrap(printable(text), inner - 2).map((l) => this.padded(`  ${l}`, inner, null)),
      ])
        this.lines.push(`  | ${line} |`);
    }
    this.lines.push(`  +${'-'.repeat(inner + 2)}+`);
  }

  private padded(line: string, columns: number, style: 'dim' | null): string {
    return (style === null ? line : this.style(style, line)) + ' '.repeat(Math.max(0, columns - widthOf(line)));
  }

  gap(): void {
    this.lines.push('');
  }

  end(): string {
    return `${this.lines.join('\n')}\n`;
  }

  private indented(first: string, text: string, next = ' '.repeat(first.length)): void {
    wrap(printable(text), this.look.columns - first.length).forEach((line, i) => {
      this.lines.push((i === 0 ? first : next) + line);
    });
  }

  private style(style: 'bold' | 'underline' | 'dim', text: string): string {
    return this.look.colour ? styleText(style, text) : text;
  }
}
