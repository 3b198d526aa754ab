import { everyAddressOf } from '../addresses.js';
import { CASES, readCases } from '../cases.js';
import type { Random } from '../disguise/model.js';
import { randomOf } from '../disguise/random.js';
import { readLetters } from '../letters.js';
import { ROOT } from '../root.js';
import { chatScene, turnsOf } from './chat-scene.js';
import { below, codeScene, type Pose } from './codes.js';
import { scanned, written } from './documents.js';
import { mailScene } from './mail-scene.js';
import type { Exhibit, Page, PictureLanguage, Scene, Theme, Wear } from './model.js';
import { worn } from './worn.js';

/** Where the letters of a language come from: files of letters (`bluff.ja`) and of cases (`cases/own.de`). Nothing that is kept apart. */
const SOURCES: Readonly<Record<PictureLanguage, readonly string[]>> = {
  ja: ['bluff.ja', 'genuine.ja', 'bluff.ja', 'innocent.ja'],
  en: ['bluff.en', 'genuine.en', 'bluff.en', 'innocent.en'],
  ko: ['pictures.ko', 'disguise.ko', 'cases/own-kin.ko'],
  zh: ['pictures.zh'],
  de: ['disguise.de', 'cases/own.de', 'cases/own-kin.de'],
  ru: ['disguise.ru', 'cases/own.ru', 'cases/own-kin.ru'],
  pt: ['pictures.pt', 'cases/own-kin.pt'],
};
/** Pictures of each language. */
const PICTURES: Readonly<Record<PictureLanguage, number>> = { ja: 22, en: 14, ko: 6, zh: 4, de: 5, ru: 5, pt: 4 };
/** PDFs of each language; every second one is scanned. */
const PDFS: Readonly<Record<PictureLanguage, number>> = { ja: 6, en: 4, ko: 2, zh: 2, de: 2, ru: 2, pt: 2 };
/** Disguised letters by letter: what they hide is lost when they are drawn, so typed words of them are another letter. */
const NOT_DRAWN = new Set(['obfuscated-lookalikes', 'mt-hen-na-kigou']);

const WEARS: readonly Wear[] = ['as-shown', 'jpeg', 'rotated', 'as-shown', 'photo'];
const SCENES: readonly ('phone' | 'desktop')[] = ['phone', 'phone', 'desktop'];
const THEMES: readonly Theme[] = ['light', 'light', 'dark'];

/** Every file of the set: 60 pictures, 20 PDFs, 20 pictures with QR codes, the same at each run. */
export function exhibits(): Exhibit[] {
  return [...pictures(), ...pdfs(), ...codes()];
}

function pictures(): Exhibit[] {
  let k = 0;
  return eachOf(PICTURES).map(({ language, page }) => {
    const wear = WEARS[k % WEARS.length] as Wear;
    const theme = THEMES[((k % WEARS.length) + Math.floor(k / WEARS.length)) % THEMES.length] as Theme;
    const scene: Scene = turnsOf(page.text) !== null ? 'chat' : (SCENES[k % SCENES.length] as Scene);
    k++;
    const name = `${language}/${page.name} ${scene} ${theme} ${wear}`;
    const draw = (): Uint8Array => worn(scene === 'chat' ? chatScene(page, theme) : mailScene(page, scene, theme), wear, randomOf(name));
    return { name, kind: wear, language, text: page.text, bytes: draw };
  });
}

function pdfs(): Exhibit[] {
  return eachOf(PDFS).map(({ language, page }, k) => {
    const kind = k % 2 === 0 ? 'pdf-text' : 'pdf-scan';
    return { name: `${language}/${page.name} ${kind}`, kind, language, text: page.text, bytes: () => (k % 2 === 0 ? written(page) : scanned(page)) };
  });
}

/** The first letters of each language, from its files in turn. */
export function eachOf(counts: Readonly<Record<PictureLanguage, number>> = PICTURES): { readonly language: PictureLanguage; readonly page: Page }[] {
  return (Object.keys(counts) as PictureLanguage[]).flatMap((language) => {
    const files = [...new Set(SOURCES[language])].map((file) => ({ file, pages: pagesOf(file, language) }));
    const queues = SOURCES[language].map((source) => files.find(({ file }) => file === source)?.pages as Page[]);
    const all: Page[] = [];
    for (let q = 0; all.length < counts[language] && queues.some((pages) => pages.length > 0); q++) {
      const page = (queues[q % queues.length] as Page[]).shift();
      if (page !== undefined) all.push(page);
    }
    return all.map((page) => ({ language, page }));
  });
}

export function pagesOf(file: string, language: PictureLanguage): Page[] {
  const read = file.startsWith('cases/') ? readCases(new URL(`${file.slice('cases/'.length)}.txt`, CASES)) : readLetters(`${ROOT}bench/letters/${file}.txt`);
  return read.filter(({ name }) => !NOT_DRAWN.has(name)).map(({ name, text }) => ({ name, language, text: text.replace(/^Subject:.*\n+/, '') }));
}

const POSES: readonly Pose[] = [
  { turned: 0, inverted: false },
  { turned: 12, inverted: false },
  { turned: 0, inverted: true },
  { turned: 90, inverted: false },
  { turned: 33, inverted: true },
];
/** Kinds of addresses that stand in codes, in a payment link where one is named. */
const CONTENTS: readonly (readonly [kind: string, link: string])[] = [
  ['BTC legacy', ''],
  ['BTC bech32', 'bitcoin:{}?amount=0.021&label=Payment'],
  ['ETH', ''],
  ['ETH', 'ethereum:{}@1?value=1e18'],
  ['LTC bech32', 'litecoin:{}'],
  ['XMR', 'monero:{}?tx_amount=3.5'],
  ['XMR subaddress', ''],
  ['TRX', ''],
  ['BCH', ''],
  ['DOGE', 'dogecoin:{}'],
  ['SOL', 'solana:{}?amount=2'],
  ['TON', 'ton://transfer/{}'],
];

/** Twelve codes alone, three pictures with several, five letters with the wallet in a code only. */
function codes(): Exhibit[] {
  const contentOf = (k: number, seed: string): string => {
    const [kind, link] = CONTENTS[k % CONTENTS.length] as (typeof CONTENTS)[number];
    const address = everyAddressOf(seed).find((one) => one.kind === kind)?.address ?? '';
    return link === '' ? address : link.replace('{}', address.replace(/^bitcoincash:/, ''));
  };
  const pose = (k: number): Pose => POSES[k % POSES.length] as Pose;
  const all: Exhibit[] = CONTENTS.map((_, k) => {
    const content = contentOf(k, `code ${k}`);
    return {
      name: `en/code-${k}`,
      kind: 'qr',
      language: 'en',
      text: content,
      bytes: () => codeScene([content], pose(k), 'Pay here', 'en').toBuffer('image/png'),
    };
  });
  for (let k = 0; k < 3; k++) {
    const contents = [0, 1, 2].slice(0, 2 + (k % 2)).map((n) => contentOf(3 * k + n, `codes ${k} ${n}`));
    all.push({
      name: `en/codes-${k}`,
      kind: 'qr',
      language: 'en',
      text: contents.join('\n'),
      bytes: () => codeScene(contents, pose(k), 'Pay to one of these', 'en').toBuffer('image/png'),
    });
  }
  eachOf({ ja: 3, en: 2, ko: 0, zh: 0, de: 0, ru: 0, pt: 0 }).forEach(({ language, page }, k) => {
    const content = contentOf(k, `letter ${k}`);
    const withoutWallet = page.text.replace(/\b(?:bc1[0-9a-z]{20,}|[13][1-9A-HJ-NP-Za-km-z]{25,34})\b/g, '▼');
    const name = `${language}/${page.name} wallet in a code`;
    all.push({
      name,
      kind: 'qr',
      language,
      text: `${withoutWallet}\n${content}`,
      bytes: () => {
        const random: Random = randomOf(name);
        const letter = mailScene({ ...page, text: withoutWallet }, 'phone', 'light');
        return worn(below(letter, content, pose(k)), k % 2 === 0 ? 'jpeg' : 'as-shown', random);
      },
    });
  });
  return all;
}
