import type { Beacons, Header } from '../model.js';
import { type Loaded, loadedByCss } from './css-urls.js';
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
const SVG_LOADS = new Set(['image', 'feimage', 'use']);

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
    if (tag === 'form') this.outside.forms++;
    const embeds = EMBEDS.has(tag);
    let picture: Leads = 'inside';
    for (const [name, value] of attributes) {
      switch (name) {
        case 'src':
          if (embeds) this.count('embedded', leadsTo(value));
          else picture = further(picture, leadsTo(value));
          break;
        case 'srcset':
          picture = further(picture, leadsOfSet(value));
          break;
        case 'lowsrc':
        case 'dynsrc':
        case 'background':
        case 'poster':
          this.count('remoteImages', leadsTo(value));
          break;
        case 'data':
        case 'codebase':
        case 'code':
        case 'archive':
          if (embeds) this.count('embedded', leadsTo(value));
          break;
        case 'srcdoc':
          // A page of its own, in an attribute.
          if (value.includes('<')) this.outside.unread++;
          break;
        case 'fill':
        case 'filter':
        case 'mask':
        case 'clip-path':
        case 'cursor':
          this.css(value);
          break;
        case 'href':
        case 'xlink:href':
          if (tag === 'base') this.base = this.base === 'inside' ? leadsTo(value) : this.base;
          else if (tag === 'link') this.count('styles', LINK_LOADS.test(attributes.get('rel') ?? '') ? leadsTo(value) : 'inside');
          else if (tag === 'script') this.count('embedded', leadsTo(value));
          else if (SVG_LOADS.has(tag)) picture = further(picture, leadsTo(value));
          break;
        case 'imagesrcset':
          if (tag === 'link') this.count('styles', leadsOfSet(value));
          break;
        case 'value':
          if (tag === 'param' && /^(movie|src|url|data|filename)$/i.test(attributes.get('name') ?? '')) this.count('embedded', leadsTo(value));
          break;
        case 'content':
          if (tag === 'meta' && /refresh/i.test(attributes.get('http-equiv') ?? ''))
            this.count('embedded', leadsTo(/url\s{0,9}=\s{0,9}["']?(.{0,99})/i.exec(value)?.[1] ?? ''));
          break;
      }
    }
    if (picture !== 'inside') this.count(pictureKind(attributes, style, hidden), picture);
  }

  css(source: string): void {
    this.loaded(loadedByCss(source));
  }

  loaded({ outside, relative }: Loaded): void {
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

  end(): Beacons {
    const all = { ...this.outside };
    if (this.base === 'outside') addBeacons(all, this.relative);
    return all;
  }
}

function pictureKind(attributes: ReadonlyMap<string, string>, style: ReadonlyMap<string, string>, hidden: boolean): 'remoteImages' | 'pixels' {
  if (hidden) return 'pixels';
  const width = sideOf('width', attributes, style);
  const height = sideOf('height', attributes, style);
  return width <= PIXEL_SIDE && height <= PIXEL_SIDE && (width !== UNKNOWN || height !== UNKNOWN) ? 'pixels' : 'remoteImages';
}

/** Of a side that is not told, or not in pixels. */
const UNKNOWN = -1;

/** Pixels of one side of a picture. */
function sideOf(side: 'width' | 'height', attributes: ReadonlyMap<string, string>, style: ReadonlyMap<string, string>): number {
  const given = (style.size === 0 ? undefined : (style.get(side) ?? style.get(`max-${side}`))) ?? attributes.get(side);
  const size = given === undefined ? null : /^\s{0,9}(\d{1,5})(?:\.\d{0,5})?\s{0,9}(?:px|pt)?\s{0,9}$/i.exec(given);
  return size === null ? UNKNOWN : Number(size[1]);
}

/** One picture is loaded from one of its addresses: the one that says most counts. */
function further(one: Leads, other: Leads): Leads {
  return one === 'outside' || other === 'inside' ? one : other;
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

/** Fields that no mail program shows among From, To and Subject, nor Outlook notes of a mail: whoever has them has the source. */
const OF_A_SOURCE = new Set(['received', 'return-path', 'mime-version', 'content-type', 'dkim-signature', 'authentication-results']);

/** What the header of a mail asks for; `unread` if it is not that of a source, or was cut. */
export function beaconsOfHeader(headers: readonly Header[]): Beacons {
  const has = (wanted: string): boolean => headers.some(({ name }) => name === wanted);
  const isCut = has('mime-version') && !has('content-type');
  const isSource = !isCut && headers.some(({ name }) => OF_A_SOURCE.has(name));
  return { ...noBeacons(), receipts: headers.filter(({ name, value }) => RECEIPTS.has(name) && value.trim() !== '').length, unread: isSource ? 0 : 1 };
}
