import type { Line, Ocr } from './ocr.js';
import { crop, type Raster } from './raster.js';

/** The letters of a language's script, and how sure the OCR must be of them before no other is tried. */
type Script = { readonly language: string; readonly own: RegExp };

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/gu;
const KANA = /[\u3040-\u30ff]/gu;

// In the order of how often they are met here. Kazakh data stand for Russian, of which there is no package: they hold all of its letters.
const SCRIPTS: readonly Script[] = [
  { language: 'eng', own: /[A-Za-z\u00c0-\u024f]/gu },
  { language: 'jpn', own: /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]/gu },
  { language: 'kor', own: /[\uac00-\ud7a3]/gu },
  { language: 'kaz', own: /[\u0400-\u04ff]/gu },
  { language: 'chi_sim', own: HAN },
  { language: 'chi_tra', own: HAN },
  { language: 'ara', own: /[\u0600-\u06ff]/gu },
  { language: 'heb', own: /[\u0590-\u05ff]/gu },
  { language: 'ell', own: /[\u0370-\u03ff]/gu },
  { language: 'hin', own: /[\u0900-\u097f]/gu },
];

/** Confidence from which on it is this script: own data give 84 and more, those of other scripts hardly 60. */
const SURE = 75;
/** Letters of a sample; fewer say little. */
const FEW = 12;
/** Share of kana below which a text in Chinese characters is hardly Japanese: letters have a third and more. */
const KANA_SHARE = 0.08;
/** Share of Chinese characters, and how sure Japanese data are of them at least, where a text is Chinese: 54 was seen, of other scripts 30. */
const MOSTLY = 0.8;
const CHARACTERS = 45;

/** The language whose data read a page best: a first pass over some of its lines, in one script after the other until one fits. */
export async function scriptOf(page: Raster, ocr: Ocr, sample: Raster | null = sampleOf(page)): Promise<string> {
  // An empty page is empty in every script.
  if (sample === null) return 'eng';
  let best = { language: 'eng', score: -1 };
  for (const { language, own } of SCRIPTS) {
    const lines = await ocr.read(sample, language, 'block');
    const text = lines.map((line) => line.text).join('');
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const fits = letters === 0 ? 0 : (text.match(own)?.length ?? 0) / letters;
    const score = mean(lines) * fits;
    if (score > best.score) best = { language, score };
    if (language === 'jpn' && letters >= FEW && fits > MOSTLY && (text.match(KANA)?.length ?? 0) < letters * KANA_SHARE && score > CHARACTERS)
      return await better(sample, ocr, ['jpn', 'chi_sim', 'chi_tra']);
    if (score < SURE || letters < FEW) continue;
    if (language === 'kaz') return await better(sample, ocr, ['kaz', 'ukr']);
    return language.startsWith('chi') ? await better(sample, ocr, ['chi_sim', 'chi_tra']) : language;
  }
  return best.language;
}

async function better(sample: Raster, ocr: Ocr, languages: readonly string[]): Promise<string> {
  let best = { language: languages[0] as string, score: -1 };
  for (const language of languages) {
    const score = mean(await ocr.read(sample, language, 'block'));
    if (score > best.score) best = { language, score };
  }
  return best.language;
}

/** Letters of a word from which on it is an address or a link: of such, no data of any language are sure. */
const LONG_WORD = 14;

/** The mean confidence of the words, by their letters, but for addresses. */
export function mean(lines: readonly Line[]): number {
  const words = lines.flatMap((line) => line.words).filter(({ text }) => text.length < LONG_WORD || /[^\x21-\x7e]/.test(text));
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
}

/** Share of digits from which on a line is an address, a number or a date: such are read badly in every script. */
const DIGITS = 0.2;

/** Where the lines were read worst: whole rows from the worst of the long ones on. */
export function faintest(page: Raster, lines: readonly Line[]): Raster {
  const longest = Math.max(...lines.map(({ box }) => box.x1 - box.x0));
  const wide = lines.filter(({ box }) => box.x1 - box.x0 > longest / 2);
  const worded = wide.filter(({ text }) => (text.match(/\d/g)?.length ?? 0) < text.length * DIGITS);
  const { box } = (worded.length > 0 ? worded : wide).reduce((worst, line) => (mean([line]) < mean([worst]) ? line : worst));
  return crop(page, { x0: 0, y0: box.y0 - 6, x1: Number.MAX_SAFE_INTEGER, y1: box.y0 + TALLEST });
}

/** Pixels of a sample: some two or three lines of a page. */
const SAMPLE = 150_000;
/** Rows that a line of letters has at most, of the page that the OCR is given. */
const TALLEST = 160;

/** Lines from which on the fullest is left out: it may be an address, whose letters are of no script. */
const MANY = 4;
/** Rows kept above and below a line. */
const AROUND = 6;

/** Whole lines of the page, one under the other, cut nowhere: those with the most changes from white to black but one; null where nothing stands on it. */
function sampleOf(page: Raster): Raster | null {
  const { width, height, grey } = page;
  const changes = new Uint32Array(height);
  for (let y = 0; y < height; y++) {
    let n = 0;
    for (let x = 1; x < width; x++) if ((grey[y * width + x] as number) < 128 !== (grey[y * width + x - 1] as number) < 128) n++;
    changes[y] = n;
  }
  const bands = [...bandsOf(changes)].sort((a, b) => b.changes - a.changes);
  if (bands.length === 0) return null;
  const taken: Band[] = [];
  let rows = 0;
  for (const band of bands.length < MANY ? bands : bands.slice(1)) {
    if (rows > 0 && rows * width >= SAMPLE) break;
    taken.push(band);
    rows += band.y1 - band.y0 + 2 * AROUND;
  }
  const pieces = taken.sort((a, b) => a.y0 - b.y0).map(({ y0, y1 }) => crop(page, { x0: 0, y0: y0 - AROUND, x1: width, y1: y1 + AROUND }));
  const sample = new Uint8Array(width * pieces.reduce((sum, piece) => sum + piece.height, 0));
  let at = 0;
  for (const piece of pieces) {
    sample.set(piece.grey, at);
    at += piece.grey.length;
  }
  return { width, height: at / width, grey: sample };
}

type Band = { readonly y0: number; readonly y1: number; readonly changes: number };

/** Rows of ink between white ones; what is higher than lines are is a picture, or a page of which every row has ink, and is cut. */
function bandsOf(changes: Uint32Array): readonly Band[] {
  const bands: Band[] = [];
  let start = -1;
  let sum = 0;
  for (let y = 0; y <= changes.length; y++) {
    const isInk = y < changes.length && (changes[y] as number) >= 2;
    if (isInk && start < 0) start = y;
    if (isInk) sum += changes[y] as number;
    if (start < 0 || (isInk && y - start < TALLEST)) continue;
    if (y - start >= 5) bands.push({ y0: start, y1: y, changes: sum });
    start = -1;
    sum = 0;
  }
  return bands;
}
