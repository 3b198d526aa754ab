import { visible } from './visible.js';

/** HTML that was made here. Only `html` makes it, so a text of a stranger cannot pass for it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | Markup | readonly (string | Markup)[];

/** HTML from a template of ours; what is filled in is escaped, and what cannot be seen in it becomes a mark. */
export function html(template: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(template.map((own, i) => `${own}${i < values.length ? inserted(values[i] as Value) : ''}`).join(''));
}

export const NOTHING = new Markup('');

function inserted(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string') return shown(value);
  if (typeof value === 'number') return String(value);
  return value.map((one) => inserted(one)).join('');
}

function shown(text: string): string {
  return visible(text)
    .map((piece) => (piece.isMark ? `<b class="unseen">${escaped(piece.text)}</b>` : escaped(piece.text)))
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => ENTITIES[sign] as string);
}
