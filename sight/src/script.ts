import type { Line, Ocr } from './ocr.js';
import { type Box, crop, type Raster } from './raster.js';

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
export async function scriptOf(page: Raster, ocr: Ocr, where: Box = sampleOf(page)): Promise<string> {
  const sample = crop(page, where);
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

/** Where the lines were read worst: a box of a sample's size from the worst of the long ones on. */
export function faintest(lines: readonly Line[]): Box {
  const longest = Math.max(...lines.map(({ box }) => box.x1 - box.x0));
  const wide = lines.filter(({ box }) => box.x1 - box.x0 > longest / 2);
  const { box } = wide.reduce((worst, line) => (mean([line]) < mean([worst]) ? line : worst));
  return { x0: box.x0, y0: box.y0, x1: box.x0 + SAMPLE_WIDTH, y1: box.y0 + SAMPLE_HEIGHT };
}

/** Pixels of a sample across and down: some four lines of a phone. */
const SAMPLE_WIDTH = 900;
const SAMPLE_HEIGHT = 240;

/** Where the most letters stand: the band of rows, and in it the columns, with the most changes from white to black. */
export function sampleOf({ width, height, grey }: Raster): Box {
  const rows = new Float64Array(height + 1);
  const columns = new Float64Array(width + 1);
  const changes = (y: number, each: (x: number) => void): void => {
    for (let x = 1; x < width; x++) if ((grey[y * width + x] as number) < 128 !== (grey[y * width + x - 1] as number) < 128) each(x);
  };
  for (let y = 0; y < height; y += 2) {
    let n = 0;
    changes(y, () => n++);
    // Screens of dots and photos change everywhere; lines of letters now and then.
    rows[y] = Math.min(n, width / 6);
  }
  const y0 = busiest(rows, Math.min(height, SAMPLE_HEIGHT));
  for (let y = y0; y < Math.min(height, y0 + SAMPLE_HEIGHT); y += 2) changes(y, (x) => (columns[x] = (columns[x] as number) + 1));
  const x0 = busiest(columns, Math.min(width, SAMPLE_WIDTH));
  return { x0, y0, x1: x0 + SAMPLE_WIDTH, y1: y0 + SAMPLE_HEIGHT };
}

function busiest(counts: Float64Array, reach: number): number {
  let sum = 0;
  let most = -1;
  let at = 0;
  for (let i = 0; i < counts.length; i++) {
    sum += (counts[i] as number) - (i >= reach ? (counts[i - reach] as number) : 0);
    if (sum > most) {
      most = sum;
      at = Math.max(0, i - reach + 1);
    }
  }
  return at;
}
