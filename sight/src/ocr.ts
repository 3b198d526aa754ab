import type { Host, OcrApi, OcrModule } from './host.js';
import { type Box, type Raster, toPgm } from './raster.js';

/** A line that was read. `confidence`: 0 to 100, the mean of its words by their letters. */
export type Line = { readonly text: string; readonly confidence: number; readonly box: Box; readonly block: number; readonly words: readonly Word[] };

/** A word of a line as it was read, smudges too. */
export type Word = { readonly text: string; readonly confidence: number; readonly box: Box };

type Read = { readonly blocks: readonly { readonly paragraphs: readonly { readonly lines: readonly ReadLine[] }[] }[] | null };
type ReadLine = { readonly bbox: Box; readonly words: readonly { readonly text: string; readonly confidence: number; readonly bbox: Box }[] };

/** Words below this are smudges that were taken for letters; one as long as an address is no smudge, and of an address the OCR is never sure. */
const SMUDGE = 20;
const ADDRESS = 12;

/** Reads letters with tesseract.js-core; languages are loaded when they are first wanted, and stay. */
export class Ocr {
  private module: Promise<OcrModule> | null = null;
  private readonly apis = new Map<string, Promise<OcrApi | null>>();

  constructor(
    private readonly host: Host,
    private readonly progress: (percent: number) => void = () => {},
  ) {}

  /** False where the data of that language did not come with the program. */
  async has(language: string): Promise<boolean> {
    return (await this.api(language)) !== null;
  }

  /** The lines of a page (`block`: of one block of lines, `line`: of one line); none where the language is not there. `only`: no other letters than these. */
  async read(raster: Raster, language: string, layout: 'page' | 'block' | 'line' = 'page', only = ''): Promise<Line[]> {
    const api = await this.api(language);
    if (api === null) return [];
    const module = await this.loaded();
    module.FS.writeFile('/input', toPgm(raster));
    api.SetVariable('tessedit_pageseg_mode', layout === 'page' ? '3' : layout === 'block' ? '6' : '7');
    api.SetVariable('tessedit_char_whitelist', only);
    // Light letters on dark were turned round before: to try both costs twice on all that is no letter.
    api.SetVariable('tessedit_do_invert', '0');
    // A picture says no resolution: without one it would be guessed, and that said.
    api.SetVariable('user_defined_dpi', '300');
    if (api.SetImageFile(1, 0) !== 0) return [];
    api.Recognize(null);
    const read = JSON.parse(api.GetJSONText()) as Read;
    module.FS.unlink('/input');
    return (read.blocks ?? []).flatMap(({ paragraphs }, block) => paragraphs.flatMap(({ lines }) => lines.flatMap((line) => lineOf(line, block))));
  }

  private loaded(): Promise<OcrModule> {
    this.module ??= this.load();
    return this.module;
  }

  private async load(): Promise<OcrModule> {
    const factory = await this.host.ocr();
    const quiet = (): void => {};
    return await factory({ wasmBinary: await this.host.wasm('ocr'), print: quiet, printErr: quiet, TesseractProgress: this.progress });
  }

  private api(language: string): Promise<OcrApi | null> {
    const known = this.apis.get(language) ?? this.open(language);
    this.apis.set(language, known);
    return known;
  }

  private async open(language: string): Promise<OcrApi | null> {
    const data = await this.host.language(language);
    if (data === null) return null;
    const module = await this.loaded();
    const file = `./${language}.traineddata`;
    module.FS.writeFile(file, data);
    const api = new module.TessBaseAPI();
    const status = api.Init(null, language, 1);
    module.FS.unlink(file);
    return status === 0 ? api : null;
  }
}

function lineOf({ bbox, words }: ReadLine, block: number): Line[] {
  const all = words.map(({ text, confidence, bbox: box }) => ({ text: text.trim(), confidence, box })).filter(({ text }) => text !== '');
  if (all.length === 0) return [];
  const letters = all.reduce((sum, { text }) => sum + text.length, 0);
  const confidence = all.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
  return [{ text: withoutSmudges(all, bbox.y1 - bbox.y0), confidence, box: bbox, block, words: all }];
}

/** Words of one line without the smudges; empty where there are no others. `tall`: the height of the line. */
export function withoutSmudges(words: readonly Word[], tall: number): string {
  return joined(
    words.filter(({ text, confidence }) => confidence >= SMUDGE || text.length >= ADDRESS),
    tall,
  );
}

/** Scripts that are written without spaces; the OCR puts one behind every word all the same. */
const UNSPACED = /[\u0e00-\u0e7f\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]/;

const HANGUL = /[\uac00-\ud7a3]/;
/** Gap between letters of Hangul up to which they are one word, of the height of the line: a space has a quarter and more. */
const GAP = 0.27;

/** Words of a line: without a space where both sides are of a script that has none, or stand as close as letters do. */
export function joined(words: readonly { readonly text: string; readonly box: Pick<Box, 'x0' | 'x1'> }[], tall: number): string {
  let line = '';
  let last = 0;
  for (const { text, box } of words) {
    const [before = '', behind] = [line.at(-1), text[0] as string];
    const isOne = (UNSPACED.test(before) && UNSPACED.test(behind)) || (HANGUL.test(before) && HANGUL.test(behind) && box.x0 - last < tall * GAP);
    line += line === '' || isOne ? text : ` ${text}`;
    last = box.x1;
  }
  // A capital I without serifs is a bar, and so it is read.
  return line.replace(/(^|[\s"“(])\|(?=[\s'’,.]|$)/g, '$1I').replace(/([\u3040-\u30ff\u3400-\u9fff]) (?=[\u3040-\u30ff\u3400-\u9fff])/g, '$1');
}
