import { Unzip, UnzipInflate } from 'fflate';
import type { Problem, SeenText } from '@hattari/engine';
import type { Host } from './host.js';
import { DOCUMENT_BYTES, DOCUMENT_PICTURES, FILE_BYTES, PUSH } from './limits.js';
import type { Ocr } from './ocr.js';
import { broken, type Found, megabytes, readPicture, tooLarge } from './picture.js';

/** Files of a document that hold its words (ECMA-376, ISO 26300), and those that hold its pictures. */
const WORDS = /^(word\/(document|header\d{0,3}|footer\d{0,3}|footnotes|endnotes|comments)\.xml|content\.xml)$/;
const PICTURES = /^(word\/media|Pictures|media)\/[^/]{1,200}\.(png|jpe?g|gif|webp|bmp)$/i;

/** Reads a document of Word or OpenDocument: its words and the pictures in it. Total; a bomb is left where its limit is reached. */
export async function readDocument(bytes: Uint8Array, name: string, ocr: Ocr, host: Host): Promise<Found> {
  if (bytes.length > FILE_BYTES) return tooLarge(`${name}: ${megabytes(bytes.length)} > ${megabytes(FILE_BYTES)}`);
  const { files, cut, damaged } = unpacked(bytes);
  const problems: Problem[] = [];
  if (cut) problems.push({ id: 'sight-too-large', detail: `${name}: > ${megabytes(DOCUMENT_BYTES)}` });
  if (damaged) problems.push({ id: 'sight-broken', detail: name });
  const words = [...files].filter(([path]) => WORDS.test(path)).map(([, content]) => wordsOf(new TextDecoder().decode(content)));
  const text = words.filter((one) => one !== '').join('\n\n');
  if (files.size === 0 && problems.length === 0) return broken(name);
  const texts: SeenText[] = text === '' ? [] : [{ medium: 'document', text }];
  const pictures = [...files].filter(([path]) => PICTURES.test(path));
  for (const [path, content] of pictures.slice(0, DOCUMENT_PICTURES)) {
    const seen = await readPicture(content, `${name}/${path.split('/').pop() ?? ''}`, ocr, host);
    texts.push(...seen.texts);
    problems.push(...seen.problems);
  }
  if (pictures.length > DOCUMENT_PICTURES) problems.push({ id: 'sight-pages', detail: `${name}: ${DOCUMENT_PICTURES} / ${pictures.length}` });
  if (texts.length === 0 && problems.length === 0) problems.push({ id: 'sight-no-words', detail: name });
  return { texts, problems };
}

type Unpacked = { readonly files: ReadonlyMap<string, Uint8Array>; readonly cut: boolean; readonly damaged: boolean };

function unpacked(bytes: Uint8Array): Unpacked {
  const files = new Map<string, Uint8Array>();
  let left = DOCUMENT_BYTES;
  let cut = false;
  let damaged = false;
  const unzip = new Unzip((file) => {
    if (!(WORDS.test(file.name) || PICTURES.test(file.name)) || files.has(file.name) || left <= 0) return;
    const parts: Uint8Array[] = [];
    file.ondata = (error, data, final) => {
      if (error !== null) damaged = true;
      else {
        if (data.length > left) cut = true;
        const taken = data.subarray(0, Math.max(0, left));
        left -= taken.length;
        parts.push(taken);
      }
      if (final || error !== null || left <= 0) files.set(file.name, concat(parts));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && left > 0; at += PUSH) unzip.push(bytes.subarray(at, at + PUSH), at + PUSH >= bytes.length);
  } catch {
    damaged = true;
  }
  return { files, cut: cut || left <= 0, damaged };
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Tags behind which a line ends. */
const ENDS = new Set(['/w:p', '/text:p', '/text:h', 'w:br', 'w:cr', 'text:line-break', '/table:table-row', '/w:tr']);
const SPACES = new Set(['w:tab', 'text:tab', 'text:s', '/table:table-cell', '/w:tc']);
/** What Word keeps of itself and of what was struck out: nobody sees it. */
const UNSEEN = new Set(['w:instrText', 'w:delText', 'style:style', 'office:automatic-styles', 'office:font-face-decls', 'text:tracked-changes']);

/** The words between the tags, in one walk from tag to tag. */
export function wordsOf(xml: string): string {
  let text = '';
  let hidden = '';
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at);
    const end = open < 0 ? xml.length : open;
    if (hidden === '' && end > at)
      text += xml
        .slice(at, end)
        .replace(/[\n\r\t ]+/g, ' ')
        .replace(/&(#x?[0-9a-fA-F]{1,6}|[a-z]{2,4});/g, entity);
    if (open < 0) break;
    const close = xml.indexOf('>', open);
    if (close < 0) break;
    const tag = xml.slice(open + 1, Math.min(close, open + 60)).split(/[\s>]/, 1)[0] as string;
    const isEmpty = xml[close - 1] === '/';
    const name = tag.endsWith('/') ? tag.slice(0, -1) : tag;
    if (hidden === '' && UNSEEN.has(name) && !isEmpty) hidden = name;
    else if (name === `/${hidden}`) hidden = '';
    if (hidden === '' && ENDS.has(name)) text += '\n';
    else if (hidden === '' && SPACES.has(name)) text += ' ';
    at = close + 1;
  }
  return text.replace(/\n{3,}/g, '\n\n').trim();
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
