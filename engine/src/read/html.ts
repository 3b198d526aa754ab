import { Tokenizer } from 'htmlparser2';
import { OPEN_ELEMENTS } from './limits.js';

/** HTML as a person sees it, apart from what is hidden from the eye; and what it fetches from outside. */
export type Seen = { readonly text: string; readonly hidden: string; readonly remoteImages: number; readonly links: number; readonly dataImages: number };

const SILENT = new Set(['style', 'script', 'head', 'title', 'template', 'noframes', 'meta', 'link']);
const IN_HEAD = new Set(['head', 'title', 'style', 'script', 'meta', 'link', 'base', 'noscript', 'template', 'object']);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
const PARAGRAPH = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote', 'article', 'section', 'header', 'footer', 'hr']);
const LINE = new Set(['div', 'br', 'tr', 'li', 'dt', 'dd', 'center', 'pre', 'option', 'form', 'address', 'body']);

/** At this size and below nobody reads; preheaders and junk are set to 0 or 1. */
const UNREADABLE_PIXELS = 1.5;
/** Units of text below which a page shows nothing. */
const LEAST_SEEN = 20;
const TO_PIXELS: Readonly<Record<string, number>> = { px: 1, pt: 1.33, em: 16, rem: 16, '%': 0.16 };

/** `gone` cannot be undone further in; size and colour are undone by an element that sets its own. */
type Open = { readonly name: string; readonly silent: boolean; readonly gone: boolean; readonly tiny: boolean; readonly faint: boolean };
const ROOT: Open = { name: '', silent: false, gone: false, tiny: false, faint: false };

/** Linear, never throws. Malformed tags are taken as browsers take them; elements open beyond the limit inherit from the deepest kept one. */
export function readHtml(html: string): Seen {
  const seen = new Flow();
  const hidden = new Flow();
  const open: Open[] = [];
  let beyond = 0;
  let remoteImages = 0;
  let links = 0;
  let dataImages = 0;
  let tag = '';
  let attribute = '';
  let value = '';
  let attributes = new Map<string, string>();
  const top = (): Open => open[open.length - 1] ?? ROOT;
  const flow = (): Flow | null => {
    const { silent, gone, tiny, faint } = top();
    return silent ? null : gone || tiny || faint ? hidden : seen;
  };
  const opened = (selfClosed: boolean): void => {
    // Their end tags are optional: a paragraph ends where a block begins, the head where the body does.
    if (open[open.length - 1]?.name === 'p' && (PARAGRAPH.has(tag) || LINE.has(tag)) && tag !== 'br') open.length--;
    if (open[open.length - 1]?.name === 'head' && !IN_HEAD.has(tag)) open.length--;
    if (PARAGRAPH.has(tag)) flow()?.paragraph();
    else if (LINE.has(tag)) flow()?.line();
    else if (tag === 'td' || tag === 'th') flow()?.space();
    const style = attributes.get('style')?.toLowerCase() ?? '';
    const declared = declarationsOf(style);
    for (const url of [attributes.get('src'), attributes.get('background'), attributes.get('srcset')]) {
      if (url === undefined) continue;
      if (/^\s*(https?:)?\/\//i.test(url)) remoteImages++;
      else if (/^\s*data:image/i.test(url)) dataImages++;
    }
    if (/url\(\s*['"]?\s*(https?:)?\/\//.test(style)) remoteImages++;
    if (tag === 'a' && /^\s*https?:/i.test(attributes.get('href') ?? '')) links++;
    if (VOID.has(tag) || selfClosed) return;
    if (open.length >= OPEN_ELEMENTS) {
      beyond++;
      return;
    }
    const around = top();
    open.push({
      name: tag,
      silent: around.silent || SILENT.has(tag),
      gone: around.gone || attributes.has('hidden') || isGone(declared),
      tiny: isTiny(declared) ?? around.tiny,
      faint: isFaint(declared) ?? around.faint,
    });
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        tag = html.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, Math.min(end, start + 40)).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        if (value.length < 4096) value += html.slice(start, end);
      },
      onattribentity: (code) => {
        if (value.length < 4096) value += String.fromCodePoint(code);
      },
      onattribend: () => {
        if (!attributes.has(attribute) && attributes.size < 64) attributes.set(attribute, value);
      },
      onopentagend: () => opened(false),
      onselfclosingtag: () => opened(tag !== 'div' && tag !== 'span' && tag !== 'p'),
      onclosetag: (start, end) => {
        const name = html.slice(start, end).toLowerCase();
        if (beyond > 0) beyond--;
        else {
          let k = open.length - 1;
          while (k >= 0 && open[k]?.name !== name) k--;
          if (k >= 0 && open[k]?.name === name) open.length = k;
        }
        if (PARAGRAPH.has(name)) flow()?.paragraph();
        else if (LINE.has(name)) flow()?.line();
      },
      ontext: (start, end) => flow()?.text(html.slice(start, end)),
      ontextentity: (code) => flow()?.text(code === 0xa0 ? ' ' : String.fromCodePoint(code)),
      oncomment: (start, end) => flow()?.text(behindBogus(html, start, end)),
      oncdata: (start, end) => flow()?.text(behindBogus(html, start, end)),
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  const shown = seen.end();
  const kept = hidden.end();
  // A page on which nothing can be seen is one whose styles were misread: nobody sends a letter that has no text.
  const misread = shown.length < LEAST_SEEN && kept.length > LEAST_SEEN;
  return { text: misread ? `${shown}\n\n${kept}`.trim() : shown, hidden: misread ? '' : kept, remoteImages, links, dataImages };
}

/** What a browser shows of a "comment" that it ends earlier than the tokenizer does: `<![CDATA[` at its first ">", `<!-->` at once. */
function behindBogus(html: string, start: number, end: number): string {
  const isCdata = html.startsWith('[CDATA[', start) || html.startsWith('[CDATA[', start - 7);
  const close = isCdata ? html.indexOf('>', start) : /^-?>/.test(html.slice(start, start + 2)) ? html.indexOf('>', start) : -1;
  return close >= 0 && close < end ? html.slice(close + 1, end).replace(/<[^<>]{0,1000}>/g, ' ') : '';
}

/** Properties of a style attribute; of two the last counts, unless the earlier is `!important`. */
function declarationsOf(style: string): ReadonlyMap<string, string> {
  const declared = new Map<string, string>();
  const important = new Set<string>();
  for (const declaration of style === '' ? [] : style.replace(/\/\*[^*]{0,1000}\*\//g, '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim();
    const isImportant = declaration.includes('!');
    if (important.has(name) && !isImportant) continue;
    if (isImportant) important.add(name);
    declared.set(name, (declaration.slice(colon + 1).split('!')[0] as string).trim());
  }
  return declared;
}

/** Not displayed, not visible, transparent, moved off the page. */
function isGone(style: ReadonlyMap<string, string>): boolean {
  if (style.size === 0) return false;
  const moved = style.get('position') === 'absolute' || style.get('position') === 'fixed';
  return (
    style.get('display') === 'none' ||
    /^(hidden|collapse)$/.test(style.get('visibility') ?? '') ||
    style.get('mso-hide') === 'all' ||
    /^0{0,3}(\.0{0,3})?%?$/.test(style.get('opacity') ?? '1') ||
    /^-\d{3,}/.test(style.get('text-indent') ?? '') ||
    (moved && (/^-\d{3,}px/.test(style.get('left') ?? '') || /^-\d{3,}px/.test(style.get('top') ?? '')))
  );
}

/** Whether the element's own size is unreadable; null if it sets none. Mail builders set 0 on a cell and a real size inside it. */
function isTiny(style: ReadonlyMap<string, string>): boolean | null {
  const size = /^(\d{1,4}(?:\.\d{0,4})?|\.\d{1,4})\s*(px|pt|em|rem|%)?/.exec(style.get('font-size') ?? '');
  return size === null ? null : Number(size[1]) * (TO_PIXELS[size[2] ?? 'px'] ?? 1) <= UNREADABLE_PIXELS;
}

/** Whether the element's own colour is that of its ground; null if it sets none. */
function isFaint(style: ReadonlyMap<string, string>): boolean | null {
  const colour = style.get('color');
  if (colour === undefined || colour === '') return null;
  return colour === 'transparent' || (style.get('background-color') ?? style.get('background')) === colour;
}

/** Text as it flows on a page: white space collapses, blocks begin new lines. */
class Flow {
  private pieces: string[] = [];
  private breaks = 0;
  private gap = false;
  private empty = true;

  text(raw: string): void {
    const text = raw.replace(/[ \t\r\n\f]+/g, ' ');
    if (text === ' ' || text === '') {
      this.gap ||= text === ' ';
      return;
    }
    const body = text.trim();
    if (this.breaks > 0 && !this.empty) this.pieces.push(this.breaks > 1 ? '\n\n' : '\n');
    else if (!this.empty && (this.gap || text.startsWith(' '))) this.pieces.push(' ');
    this.pieces.push(body);
    this.breaks = 0;
    this.gap = text.endsWith(' ');
    this.empty = false;
  }

  line(): void {
    this.breaks = Math.max(this.breaks, 1);
  }

  paragraph(): void {
    this.breaks = 2;
  }

  space(): void {
    this.gap = true;
  }

  end(): string {
    return this.pieces.join('');
  }
}
