import type { Beacons } from '../model.js';
import { BeaconCount } from './beacons.js';
import { BLACK, type Colour, colourOf, looksAlike, WHITE } from './colour.js';
import { loadedByCss, type Loaded } from './css-urls.js';
import { OPEN_ELEMENTS } from './limits.js';
import { walkMarkup } from './markup.js';
import { countMarkup, RAW } from './markup-beacons.js';
import { declarationsOf, isGone, isTiny, NO_STYLE, type Style } from './style.js';
import { StyleSheet } from './style-sheet.js';
import type { Tag } from './tag.js';

/** HTML as a person sees it, apart from what is hidden from the eye; and what it fetches from outside. */
export type Seen = { readonly text: string; readonly hidden: string; readonly beacons: Beacons; readonly links: number; readonly dataImages: number };

const SILENT = new Set(['style', 'script', 'head', 'title', 'template', 'noframes', 'meta', 'link']);
const IN_HEAD = new Set(['head', 'title', 'style', 'script', 'meta', 'link', 'base', 'noscript', 'template', 'object']);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
const PARAGRAPH = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote', 'article', 'section', 'header', 'footer', 'hr']);
const LINE = new Set(['div', 'br', 'tr', 'li', 'dt', 'dd', 'center', 'pre', 'option', 'form', 'address', 'body']);

/** A style sheet for paper only. */
const PRINTED = /^\s*print\s*$/i;
/** The opening of a conditional comment that Outlook on Windows follows. */
const OUTLOOK = /^\[if [^\]!]{0,60}mso[^\]]{0,30}\]>/i;
/** What an input shows; the others have a value that nobody sees. */
const SHOWN_INPUT = /^(|text|submit|button|reset|email|url|search|tel|number)$/i;

/** Units of text below which a page shows nothing. */
const LEAST_SEEN = 20;

/** `gone` cannot be undone further in; size, ink and ground are undone by an element that sets its own. */
type Open = {
  readonly name: string;
  readonly silent: boolean;
  readonly raw: boolean;
  readonly gone: boolean;
  readonly tiny: boolean;
  readonly ink: Colour | 'clear';
  readonly ground: Colour;
};
const ROOT: Open = { name: '', silent: false, raw: false, gone: false, tiny: false, ink: BLACK, ground: WHITE };
/** What a tag says of the looks of its element, apart from what is around it. */
type Look = {
  readonly declared: Style;
  readonly css: Loaded;
  readonly isLink: boolean;
  readonly gone: boolean;
  readonly tiny: boolean | null;
  readonly ink: Colour | 'clear' | undefined;
  readonly ground: Colour | 'clear' | undefined;
};
/** Different tags and style attributes whose looks are remembered; beyond them each is read anew. */
const STYLES = 500;
/** Units of style sheets that are read; a flood of them costs what it costs to find its end. */
const SHEET_UNITS = 200_000;

/** Linear, never throws. Malformed tags are taken as browsers take them; elements open beyond the limit inherit from the deepest kept one. */
export function readHtml(html: string): Seen {
  const seen = new Flow();
  const hidden = new Flow();
  const open: Open[] = [];
  const sheet = new StyleSheet();
  let sheetUnits = 0;
  const count = new BeaconCount();
  let beyond = 0;
  let elements = 0;
  let links = 0;
  let dataImages = 0;
  let media = '';
  let bodied = false;
  const top = (): Open => open[open.length - 1] ?? ROOT;
  // Outlook alone shows these: most often the same words again, in its own markup.
  const outlook = (text: string): void => hidden.text(` ${text.replace(/<style[^<>]*>[^<]*/gi, ' ').replace(/<[^<>]{0,4000}(?:>|$)/g, ' ')} `);
  const flow = (): Flow | null => {
    const { silent, gone, tiny, ink, ground } = top();
    if (silent) return null;
    const faint = ink === 'clear' || (ink !== null && ground !== null && looksAlike(ink, ground));
    return gone || tiny || faint ? hidden : seen;
  };
  // Mail programs write the same few tags, and the same few styles and classes in others, thousands of times.
  const looks = new Map<Tag, Look>();
  const styles = new Map<string, Style>();
  const styleOf = (tag: string, style: string, classes: string, id: string): Style => {
    if (style === '' && sheet.isEmpty) return NO_STYLE;
    const key = `${tag}\n${classes}\n${id}\n${style}`;
    const known = styles.get(key);
    if (known !== undefined) return known;
    const declared = sheet.styleOf(tag, classes, id, declarationsOf(style));
    if (styles.size < STYLES) styles.set(key, declared);
    return declared;
  };
  const lookOf = (tag: Tag): Look => {
    const known = looks.get(tag);
    if (known !== undefined) return known;
    const { name, attributes } = tag;
    const style = attributes.get('style') ?? '';
    const declared = styleOf(name, style, attributes.get('class') ?? '', attributes.get('id') ?? '');
    const look = {
      declared,
      css: loadedByCss(style),
      isLink: name === 'a' && /^\s*https?:/i.test(attributes.get('href') ?? ''),
      gone: attributes.has('hidden') || isGone(declared),
      tiny: isTiny(declared),
      ink: inkOf(declared, attributes),
      ground: groundOf(declared, attributes),
    };
    if (looks.size < STYLES) looks.set(tag, look);
    return look;
  };
  const opened = (tag: Tag): void => {
    const { name, attributes } = tag;
    elements++;
    for (let k = 0; k < tag.cut; k++) count.unread();
    // Their end tags are optional: a paragraph ends where a block begins, the head where the body does.
    if (open[open.length - 1]?.name === 'p' && (PARAGRAPH.has(name) || LINE.has(name)) && name !== 'br') open.length--;
    if (open[open.length - 1]?.name === 'head' && !IN_HEAD.has(name)) open.length--;
    if (PARAGRAPH.has(name)) flow()?.paragraph();
    else if (LINE.has(name)) flow()?.line();
    else if (name === 'td' || name === 'th') flow()?.space();
    const look = lookOf(tag);
    count.loaded(look.css);
    if (look.isLink) links++;
    if (name !== 'a' && tag.loads) {
      for (const url of [attributes.get('src'), attributes.get('background'), attributes.get('srcset')]) {
        if (url !== undefined && /^\s*data:image/i.test(url)) dataImages++;
      }
      count.element(name, attributes, look.declared, top().gone || look.gone);
    } else if (name === 'form') count.element(name, attributes, look.declared, false);
    if (name === 'style') media = attributes.get('media') ?? '';
    if (name === 'input' && SHOWN_INPUT.test(attributes.get('type') ?? ''))
      flow()?.text(` ${attributes.get('value') || (attributes.get('placeholder') ?? '')} `);
    if (VOID.has(name) || (tag.isSelfClosed && name !== 'div' && name !== 'span' && name !== 'p')) return;
    if (open.length >= OPEN_ELEMENTS) {
      beyond++;
      // Its sheet, if it is one, is no longer told from text.
      count.unread();
      return;
    }
    bodied ||= name === 'body';
    const around = top();
    const unsure = sheet.groundUnsure || (sheet.bodyGround && !bodied);
    open.push({
      name,
      silent: around.silent || SILENT.has(name),
      raw: RAW.has(name),
      gone: around.gone || look.gone,
      tiny: look.tiny ?? around.tiny,
      ink: look.ink === undefined ? around.ink : look.ink,
      ground: look.ground === 'clear' || (look.ground === undefined && !unsure) ? around.ground : (look.ground ?? null),
    });
  };
  let isDrawn: boolean | null = null;
  const rawText = (name: string, text: string): void => {
    if (name === 'style') count.css(text);
    if (!/<[a-z]/i.test(text)) return;
    // Only within SVG or MathML are tags in it taken for tags.
    isDrawn ??= /<(?:svg|math)/i.test(html);
    if (isDrawn) countMarkup(text, count);
  };
  const behind = (markup: string): void => {
    if (markup === '') return;
    countMarkup(markup, count);
    flow()?.text(markup.replace(/<[^<>]{0,1000}>/g, ' '));
  };
  walkMarkup(html, {
    open: opened,
    close: (name) => {
      if (beyond > 0) beyond--;
      else {
        let k = open.length - 1;
        while (k >= 0 && open[k]?.name !== name) k--;
        if (k >= 0) open.length = k;
      }
      if (PARAGRAPH.has(name)) flow()?.paragraph();
      else if (LINE.has(name)) flow()?.line();
    },
    text: (start, end) => {
      const text = html.slice(start, end);
      const within = open[open.length - 1];
      if (within?.raw === true) rawText(within.name, text);
      if (within?.name === 'style') {
        if (sheetUnits < SHEET_UNITS && !PRINTED.test(media)) {
          sheet.add(text.slice(0, SHEET_UNITS));
          styles.clear();
          looks.clear();
        }
        sheetUnits += end - start;
        return;
      }
      // A head ends at its first letter, as in browsers.
      if (within?.name === 'head' && /[^ \t\r\n\f]/.test(text)) open.length--;
      flow()?.text(text);
    },
    entity: (code) => {
      if (open[open.length - 1]?.name === 'head') open.length--;
      flow()?.text(code === 0xa0 ? ' ' : String.fromCodePoint(code));
    },
    comment: (start, end) => {
      if (html.startsWith('[if', start)) countMarkup(html.slice(start, end), count);
      behind(behindBogus(html, start, end));
      const condition = OUTLOOK.exec(html.slice(start, start + 100));
      if (condition !== null) outlook(html.slice(start + condition[0].length, end));
    },
    cdata: (start, end) => behind(behindBogus(html, start, end)),
  });
  const shown = seen.end();
  const kept = hidden.end();
  // A page on which nothing can be seen is one whose styles were misread: nobody sends a letter that has no text.
  const misread = shown.length < LEAST_SEEN && kept.length > LEAST_SEEN;
  // A text without a tag is what somebody copied off the screen.
  if (elements === 0) count.unread();
  return { text: misread ? `${shown}\n\n${kept}`.trim() : shown, hidden: misread ? '' : kept, beacons: count.end(), links, dataImages };
}

/** Markup that a browser shows of a "comment" that it ends earlier than the tokenizer does: `<![CDATA[` at its first ">", `<!-->` at once. */
function behindBogus(html: string, start: number, end: number): string {
  const isCdata = html.startsWith('[CDATA[', start) || html.startsWith('[CDATA[', start - 7);
  const close = isCdata ? html.indexOf('>', start) : /^-?>/.test(html.slice(start, start + 2)) ? html.indexOf('>', start) : -1;
  return close >= 0 && close < end ? html.slice(close + 1, end) : '';
}

/** The element's own colour of letters; undefined if it sets none. */
function inkOf(style: Style, attributes: ReadonlyMap<string, string>): Colour | 'clear' | undefined {
  const given = style.get('color') ?? attributes.get('color') ?? attributes.get('text');
  return given === undefined || given === 'inherit' ? undefined : colourOf(given);
}

/** The colour that it lays behind its letters; `null`: not known, where a picture lies there; `'clear'`: that around it; undefined if it sets none. */
function groundOf(style: Style, attributes: ReadonlyMap<string, string>): Colour | 'clear' | undefined {
  const picture = style.get('background-image') ?? 'none';
  const given = style.get('background') ?? style.get('background-color') ?? attributes.get('bgcolor');
  if (attributes.has('background') || picture !== 'none' || (style.has('background') && style.has('background-color'))) return null;
  if (given?.includes('url(') === true || given?.includes('gradient') === true) return null;
  return given === undefined || given === '' || given === 'inherit' || given === 'none' ? undefined : colourOf(given);
}

/** Text as it flows on a page: white space collapses, blocks begin new lines. */
class Flow {
  private pieces: string[] = [];
  private breaks = 0;
  private gap = false;
  private empty = true;

  text(raw: string): void {
    const text = /[\t\r\n\f]| {2}/.test(raw) ? raw.replace(/[ \t\r\n\f]+/g, ' ') : raw;
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
