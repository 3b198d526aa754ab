import type { Beacons, Header } from '../model.js';
import { loadedByCss } from './css-urls.js';
import { type Leads, leadsTo } from './remote-url.js';

/** Beacons while they are being counted. */
export type Tally = { -readonly [kind in keyof Beacons]: Beacons[kind] };

export function noBeacons(): Tally {
  return { remoteImages: 0, pixels: 0, styles: 0, embedded: 0, amp: 0, forms: 0, invitations: 0, calendarFiles: 0, receipts: 0, unread: 0 };
}

export function addBeacons(to: Tally, more: Beacons): void {
  for (const kind of Object.keys(more) as (keyof Beacons)[]) to[kind] += more[kind];
}

/** Attributes that load or send something, or say where relative addresses lead. */
export const LOADERS: ReadonlySet<string> = new Set([
  ...['src', 'srcset', 'imagesrcset', 'lowsrc', 'dynsrc', 'background', 'poster', 'data', 'codebase', 'code', 'archive', 'srcdoc', 'href', 'xlink:href'],
  ...['fill', 'filter', 'mask', 'clip-path', 'cursor', 'content', 'value', 'action'],
]);

const EMBEDS = new Set(['iframe', 'frame', 'embed', 'object', 'applet', 'script', 'audio', 'video', 'source', 'track', 'bgsound', 'layer', 'ilayer', 'portal']);
const SVG_LOADS = new Set(['image', 'feimage', 'use', 'script']);
const PAINTS = ['fill', 'filter', 'mask', 'clip-path', 'cursor'];

/** Links that a program follows by itself; `canonical` or `alternate` is not one. DNS and connections ahead of time tell as much. */
const LINK_LOADS = /stylesheet|icon|preload|prefetch|preconnect|import|manifest|prerender/i;

/** Nobody sees a picture whose sides are no longer than this, in pixels; trackers use 0, 1, sometimes 2 or 3. */
const PIXEL_SIDE = 3;

/** Counts what the elements of one page load. Relative addresses wait for a `<base>`. Each step is linear in the attributes of the element. */
export class BeaconCount {
  private readonly outside = noBeacons();
  private readonly relative = noBeacons();
  private base: Leads = 'inside';

  /** `hidden`: the element is not seen. Sizes are those of the attributes and, where given, of the style. */
  element(tag: string, attributes: ReadonlyMap<string, string>, style: ReadonlyMap<string, string>, hidden: boolean): void {
    const get = (name: string): string | undefined => attributes.get(name);
    const src = get('src');
    if (src !== undefined) this.count(EMBEDS.has(tag) ? 'embedded' : this.pictureKind(attributes, style, hidden), leadsTo(src));
    const set = get('srcset');
    if (set !== undefined && (src === undefined || leadsTo(src) !== 'outside')) this.count(this.pictureKind(attributes, style, hidden), leadsOfSet(set));
    for (const name of ['lowsrc', 'dynsrc', 'background', 'poster']) if (attributes.has(name)) this.count('remoteImages', leadsTo(get(name) as string));
    if (EMBEDS.has(tag))
      for (const name of ['data', 'codebase', 'code', 'archive']) if (attributes.has(name)) this.count('embedded', leadsTo(get(name) as string));
    // Whatever stands in it is a page of its own, in an attribute.
    if (get('srcdoc')?.includes('<') === true) this.outside.unread++;
    for (const name of PAINTS) if (attributes.has(name)) this.css(get(name) as string);
    const href = get('href') ?? get('xlink:href');
    if (href !== undefined) this.href(tag, href, attributes, style, hidden);
    if (tag === 'link' && attributes.has('imagesrcset')) this.count('styles', leadsOfSet(get('imagesrcset') as string));
    if (tag === 'form') this.outside.forms++;
    else if (tag === 'param' && /^(movie|src|url|data|filename)$/i.test(get('name') ?? '')) this.count('embedded', leadsTo(get('value') ?? ''));
    else if (tag === 'meta' && /refresh/i.test(get('http-equiv') ?? ''))
      this.count('embedded', leadsTo(/url\s{0,9}=\s{0,9}["']?(.{0,99})/i.exec(get('content') ?? '')?.[1] ?? ''));
  }

  private href(tag: string, href: string, attributes: ReadonlyMap<string, string>, style: ReadonlyMap<string, string>, hidden: boolean): void {
    if (tag === 'base') {
      if (this.base === 'inside') this.base = leadsTo(href);
    } else if (tag === 'link') {
      if (LINK_LOADS.test(attributes.get('rel') ?? '')) this.count('styles', leadsTo(href));
    } else if (SVG_LOADS.has(tag)) this.count(tag === 'script' ? 'embedded' : this.pictureKind(attributes, style, hidden), leadsTo(href));
  }

  css(source: string): void {
    const { outside, relative } = loadedByCss(source);
    this.outside.styles += outside;
    this.relative.styles += relative;
  }

  /** Something of the page that could load was not read. */
  unread(): void {
    this.outside.unread++;
  }

  private count(kind: 'remoteImages' | 'pixels' | 'embedded' | 'styles', leads: Leads): void {
    if (leads === 'outside') this.outside[kind]++;
    else if (leads === 'relative') this.relative[kind]++;
  }

  private pictureKind(attributes: ReadonlyMap<string, string>, style: ReadonlyMap<string, string>, hidden: boolean): 'remoteImages' | 'pixels' {
    const sides = ['width', 'height'].flatMap((side) => sizeOf(style.get(side) ?? style.get(`max-${side}`) ?? attributes.get(side)) ?? []);
    return hidden || (sides.length > 0 && sides.every((side) => side <= PIXEL_SIDE)) ? 'pixels' : 'remoteImages';
  }

  end(): Beacons {
    const all = { ...this.outside };
    if (this.base === 'outside') addBeacons(all, this.relative);
    return all;
  }
}

/** Pixels of a side; null where it is given in another unit, or not at all. */
function sizeOf(given: string | undefined): number | null {
  const size = given === undefined ? null : /^\s{0,9}(\d{1,5})(?:\.\d{0,5})?\s{0,9}(?:px|pt)?\s{0,9}$/i.exec(given);
  return size === null ? null : Number(size[1]);
}

/** Where the addresses of a `srcset` lead: outside if any does. */
function leadsOfSet(set: string): Leads {
  let leads: Leads = 'inside';
  for (const [, address = ''] of set.matchAll(/[\s,]*(\S+)[^,]*/g)) {
    const one = leadsTo(address);
    if (one === 'outside') return one;
    if (one === 'relative') leads = one;
  }
  return leads;
}

/** Fields that ask for a read receipt: RFC 8098, and those of older and of single programs. */
const RECEIPTS = new Set(['disposition-notification-to', 'return-receipt-to', 'x-confirm-reading-to', 'x-pmrqc', 'read-receipt-to', 'x-receipt-request']);

/** Fields that no mail program shows among From, To and Subject: whoever has them copied the source. */
const OF_A_SOURCE = new Set(['received', 'return-path', 'message-id', 'mime-version', 'content-type', 'dkim-signature', 'authentication-results']);

/** What the header of a mail asks for; `unread` if it is not that of a source, or was cut. */
export function beaconsOfHeader(headers: readonly Header[]): Beacons {
  const names = new Set(headers.map((header) => header.name));
  const isCut = names.has('mime-version') && !names.has('content-type');
  const isSource = !isCut && [...names].some((name) => OF_A_SOURCE.has(name));
  return { ...noBeacons(), receipts: headers.filter(({ name, value }) => RECEIPTS.has(name) && value.trim() !== '').length, unread: isSource ? 0 : 1 };
}
