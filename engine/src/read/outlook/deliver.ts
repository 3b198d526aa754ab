import type { PartId } from '../../model.js';
import { readHtml } from '../html.js';
import { toUtf8 } from '../utf8.js';
import type { Walk } from '../walk.js';
import type { Unpacked } from './unpacked.js';

/** Hands an unpacked message to the walk: its bodies and files are numbered below `id`, as the parts of a multipart are. */
export function deliver(walk: Walk, message: Unpacked, id: PartId, depth: number): void {
  const prefix = id === '' ? '' : `${id}.`;
  let count = 0;
  const next = (): PartId => `${prefix}${++count}`;
  for (const problem of message.problems) walk.tell(problem);
  const { subject, text, html, rtf } = message;
  const parts = walk.gathered.parts;
  const known = parts.some((part) => part.kind === 'subject' && part.text === subject);
  if (subject !== '' && !known) parts.push({ id: id === '' ? 'subject' : `${id}/subject`, kind: 'subject', text: subject });
  const from = parts.length;
  if (text.trim() !== '') walk.text(toUtf8(text), 'utf-8', 'text', next());
  if (html !== null) walk.text(html.bytes, html.charset, 'html', next());
  if (rtf !== null && rtf.text.trim() !== '') {
    // Outlook keeps one letter in several forms; a form that says the same is not read twice.
    const shown = bare(rtf.kind === 'html' ? readHtml(rtf.text).text : rtf.text);
    if (shown !== '' && !parts.slice(from).some((part) => bare(part.text) === shown)) walk.text(toUtf8(rtf.text), 'utf-8', rtf.kind, next());
  }
  if (rtf !== null && rtf.hidden.trim() !== '') parts.push({ id: `${next()}/hidden`, kind: 'hidden', text: rtf.hidden });
  for (const { name, type, bytes, message: inner } of message.files) {
    if (inner !== null) deliver(walk, inner, next(), depth + 1);
    else walk.file({ bytes, name, type, charset: null, id: next(), depth: depth + 1 });
  }
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
