import { readHtml } from '../html.js';
import type { Conversation, Message, Piece } from './conversation.js';

/** Messages of one page that are read, from its beginning and its end: each is a page of its own to the reader of HTML. */
const FIRST = 1_000;
const LAST = 9_000;
/** Units of the piece of a page in which one name or date stands. */
const SMALL = 2_000;

/** A chat out of the pages that Telegram, Instagram and Messenger export; null for any other page. */
export function readPage(html: string): Conversation | null {
  if (html.includes('class="from_name"')) return telegram(html);
  return META_NAME.test(html) && META_TEXT.test(html) ? meta(html) : null;
}

function telegram(html: string): Conversation | null {
  const [head = '', ...all] = html.split('<div class="message ');
  const title = shownIn(between(head, 'class="text bold"'));
  const { blocks, cut } = ends(all);
  const pieces: Piece[] = said('notice', shown(head));
  let name = '';
  for (const block of blocks) {
    // A forwarded message has the name of its first writer within: the sender's stands before it.
    const sender = shownIn(between(block, 'class="from_name"'));
    if (sender !== '') name = sender;
    const time = /class="[^"]{0,40}date details" title="([^"]{1,60})"/.exec(block.slice(0, SMALL))?.[1] ?? null;
    if (block.startsWith('service')) {
      pieces.push(...said('notice', shown(block.slice(block.indexOf('>') + 1))));
      continue;
    }
    const at = behindHead(block);
    const above = shown(block.slice(block.indexOf('>') + 1, at));
    // A picture's letters, a time and a name stand there; more is somebody's words in a page that was changed.
    if (above.length > sender.length + ABOVE) pieces.push(...said('words', above));
    const text = shown(block.slice(at));
    if (text !== '') pieces.push({ kind: 'message', name, time, text });
  }
  return { pieces, other: title === '' ? null : title, named: 'by-program', ...cut };
}

/** Units above a message besides the name: the two letters of a missing picture, and the time. */
const ABOVE = 24;

/** Where the picture, the time and the name of a message end. */
function behindHead(block: string): number {
  const at = Math.max(block.indexOf('class="from_name"'), block.indexOf('date details"'));
  const end = at < 0 ? block.indexOf('>') : block.indexOf('</div>', at);
  return end < 0 ? 0 : at < 0 ? end + 1 : end + '</div>'.length;
}

function ends(all: readonly string[]): { readonly blocks: readonly string[]; readonly cut: { readonly cut?: true } } {
  if (all.length <= FIRST + LAST) return { blocks: all, cut: {} };
  return { blocks: [...all.slice(0, FIRST), ...all.slice(-LAST)], cut: { cut: true } };
}

function said(kind: 'words' | 'notice', text: string): Piece[] {
  return text === '' ? [] : [{ kind, text }];
}

// The classes of their pages, older and newer.
const META_NAME = /class="[^"]{0,60}(?:_a6-h|_2lek)[ "]/;
const META_TEXT = /class="[^"]{0,60}(?:_a6-p|_2let)[ "]/;
const META_DATE = /class="[^"]{0,60}(?:_a6-o|_2lem)[ "]/;

function meta(html: string): Conversation | null {
  const [head = '', ...all] = html.split(/(?=<(?:div|h[1-6]) class="[^"]{0,60}(?:_a6-h|_2lek)[ "])/);
  const title = titleOf(head);
  const { blocks, cut } = ends(all);
  const pieces = blocks.map((block): Piece[] => {
    const end = /<\/(?:div|h[1-6])>/.exec(block.slice(0, SMALL))?.index ?? 0;
    const name = shownIn(block.slice(0, end));
    const from = META_TEXT.exec(block)?.index ?? -1;
    if (from < 0) return said('words', shown(block.slice(end)));
    const behind = block.slice(block.indexOf('>', from) + 1);
    const dated = META_DATE.exec(behind)?.index ?? behind.length;
    const opened = dated < behind.length ? behind.indexOf('>', dated) + 1 : behind.length;
    const closed = /<\/(?:div|td)>/.exec(behind.slice(opened, opened + SMALL))?.index ?? 0;
    const time = shownIn(behind.slice(opened, opened + closed));
    const text = shown(behind.slice(0, dated).replace(/<[^<>]{0,60}$/, ''));
    const rest = said('words', shown(behind.slice(opened + closed)));
    return text === '' ? rest : [...rest, { kind: 'message', name, time: time === '' ? null : time, text } satisfies Message];
  });
  // Newest first.
  return { pieces: [...said('notice', shown(head)), ...pieces.reverse().flat()], other: title === '' ? null : title, named: 'by-program', ...cut };
}

function titleOf(head: string): string {
  return /<title>([^<]{1,200})<\/title>/.exec(head)?.[1]?.trim() ?? '';
}

/** The inside of the element that has a mark in its tag, up to its first end. */
function between(html: string, mark: string): string {
  const at = html.indexOf(mark);
  const start = at < 0 ? -1 : html.indexOf('>', at);
  const end = start < 0 ? -1 : html.indexOf('</div>', start);
  return end < 0 ? '' : html.slice(start + 1, Math.min(end, start + SMALL));
}

function shownIn(html: string): string {
  return shown(html.slice(0, SMALL)).replace(/\s+/g, ' ').slice(0, 200);
}

/** What a person sees; what is hidden from the eye in an export was written there by somebody, and is told with it. */
function shown(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  const { text, hidden } = readHtml(html);
  return [text, hidden]
    .filter((words) => words.trim() !== '')
    .join('\n')
    .trim();
}
