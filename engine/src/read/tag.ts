import { LOADERS } from './beacons.js';

/** An opening tag. Of two attributes of one name the first counts; names and the tag's own are in lower case. */
export type Tag = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** One of its attributes may load something. */
  readonly loads: boolean;
  /** Attributes that may load or hide something and were cut. */
  readonly cut: number;
  /** Ends in "/>". */
  readonly isSelfClosed: boolean;
};

/** Attributes of one element that are kept. Those that load something are kept whatever their place. */
const ATTRIBUTES = 64;
const NAME_UNITS = 40;
/** Units of one attribute, where entities break it into pieces: a tag of a million entities is an attack. */
const ATTRIBUTE_UNITS = 4096;

/** A tag while it is being read, attribute by attribute. */
export class TagReader {
  isSelfClosed = false;
  private readonly attributes = new Map<string, string>();
  private loads = false;
  private cut = 0;
  private attribute = '';
  private value = '';
  private isCut = false;

  constructor(readonly name: string) {}

  begin(attribute: string): void {
    this.attribute = attribute.slice(0, NAME_UNITS).toLowerCase();
    this.value = '';
    this.isCut = false;
  }

  add(piece: string): void {
    if (this.value.length < ATTRIBUTE_UNITS) this.value += piece;
    else this.isCut = true;
  }

  end(): void {
    const { attribute, attributes } = this;
    if (attributes.has(attribute)) return;
    const isLoader = LOADERS.has(attribute);
    this.loads ||= isLoader;
    if (isLoader || attributes.size < ATTRIBUTES || attribute === 'style') attributes.set(attribute, this.value);
    if (this.isCut && this.name !== 'a' && (isLoader || attribute === 'style')) this.cut++;
  }

  close(): Tag {
    const { name, attributes, loads, cut, isSelfClosed } = this;
    return { name, attributes, loads, cut, isSelfClosed };
  }
}

const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;

function isSpace(c: number): boolean {
  return c === 32 || c === 10 || c === 9 || c === 12 || c === 13;
}

/** Where the name of a tag ends that begins at `from`. */
export function nameEnd(html: string, from: number): number {
  let at = from;
  while (at < html.length && !isNameEnd(html.charCodeAt(at))) at++;
  return at;
}

function isNameEnd(c: number): boolean {
  return c === SLASH || c === GREATER || isSpace(c);
}

/**
 * Where the ">" of an opening tag stands, whose name ends at `from`; -1 if the page ends before. Its attributes go to `reader`, as
 * they stand: entities are for the tokenizer. The states are those of the HTML Standard (13.2.5.32 to 39).
 */
export function tagEnd(html: string, from: number, reader: TagReader | null): number {
  const size = html.length;
  let at = from;
  let slash = false;
  while (at < size) {
    const c = html.charCodeAt(at);
    if (c === GREATER) {
      if (reader !== null) reader.isSelfClosed = slash;
      return at;
    }
    if (c === SLASH || isSpace(c)) {
      slash ||= c === SLASH;
      at++;
      continue;
    }
    slash = false;
    // The first unit belongs to the name, whatever it is.
    const begin = at++;
    while (at < size && html.charCodeAt(at) !== EQUALS && !isNameEnd(html.charCodeAt(at))) at++;
    reader?.begin(html.slice(begin, at));
    while (at < size && isSpace(html.charCodeAt(at))) at++;
    if (at < size && html.charCodeAt(at) === EQUALS) {
      at++;
      while (at < size && isSpace(html.charCodeAt(at))) at++;
      if (at === size) return -1;
      const quote = html.charCodeAt(at);
      let end = at;
      if (quote === 34 || quote === 39) {
        end = html.indexOf(quote === 34 ? '"' : "'", ++at);
        if (end < 0) return -1;
        reader?.add(html.slice(at, end));
        at = end + 1;
      } else {
        while (end < size && html.charCodeAt(end) !== GREATER && !isSpace(html.charCodeAt(end))) end++;
        reader?.add(html.slice(at, end));
        at = end;
      }
    }
    reader?.end();
  }
  return -1;
}
