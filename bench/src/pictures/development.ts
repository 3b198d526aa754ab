import { everyAddressOf } from '../addresses.js';
import { randomOf } from '../disguise/random.js';
import { chatScene, turnsOf } from './chat-scene.js';
import { scanned } from './documents.js';
import { mailScene } from './mail-scene.js';
import { type Exhibit, type Latin, PICTURE_LANGUAGES, type Page, type PictureLanguage, type Scene, type Theme, type Wear } from './model.js';
import { eachOf, pagesOf } from './set.js';
import { worn } from './worn.js';

/** Letters that the reported set does not show, or shows in another file: no picture of one set is a picture of the other. */
const SOURCES: Readonly<Record<PictureLanguage, readonly string[]>> = {
  ja: ['disguise.ja', 'bluff.ja'],
  en: ['disguise.en', 'bluff.en'],
  ko: ['cases/own-round1.ko'],
  zh: ['pictures.zh'],
  de: ['cases/own-round1.de'],
  ru: ['cases/own-round1.ru'],
  pt: ['cases/own-round1.pt'],
};
const LATIN: readonly Latin[] = ['inter', 'open-sans', 'source-serif', 'inter', 'open-sans'];
const WEARS: readonly Wear[] = ['as-shown', 'jpeg', 'rotated', 'photo'];
const SCENES: readonly ('phone' | 'desktop')[] = ['phone', 'desktop', 'phone'];
const THEMES: readonly Theme[] = ['light', 'dark', 'light'];
/** Kinds of addresses by turns, those that letters name most often. */
const KINDS = ['BTC legacy', 'BTC bech32', 'BTC legacy', 'BTC bech32', 'ETH', 'BTC script', 'BTC taproot', 'TRX', 'LTC legacy', 'BTC bech32', 'XMR'];
const PICTURES = 110;
const SCANS = 12;
/** Paragraphs of a letter above its wallet: the pictures are for the wallets, and cost as much as they are long. */
const ABOVE = 5;

/** Pictures with one wallet each, of other letters, fonts, seeds and wallets than those reported: what is mended is mended on these. */
export function development(): Exhibit[] {
  const shown = new Set(eachOf().map(({ language, page }) => `${language}/${page.name}`));
  const pages = PICTURE_LANGUAGES.map((language) =>
    SOURCES[language].flatMap((file) => pagesOf(file, language)).filter(({ name }) => language === 'zh' || !shown.has(`${language}/${name}`)),
  );
  return Array.from({ length: PICTURES + SCANS }, (_, k): Exhibit => {
    const own = pages[k % pages.length] as readonly Page[];
    const turn = Math.floor(k / pages.length);
    const page = own[turn % own.length] as Page;
    const kind = KINDS[k % KINDS.length] as string;
    const address = everyAddressOf(`development ${k}`).find((one) => one.kind === kind)?.address ?? '';
    const drawn: Page = { ...page, text: withWallet(page.text, address, turn), latin: LATIN[k % LATIN.length] as Latin };
    const wear = WEARS[turn % WEARS.length] as Wear;
    const theme = THEMES[turn % THEMES.length] as Theme;
    const scene: Scene = turnsOf(drawn.text) !== null ? 'chat' : (SCENES[(turn + k) % SCENES.length] as Scene);
    const isScan = k >= PICTURES;
    const name = `${page.language}/dev-${k} ${isScan ? 'pdf-scan' : `${scene} ${theme} ${wear}`} ${drawn.latin} ${kind}`;
    return {
      name,
      kind: isScan ? 'pdf-scan' : wear,
      language: page.language,
      text: drawn.text,
      bytes: () => (isScan ? scanned(drawn) : worn(scene === 'chat' ? chatScene(drawn, theme) : mailScene(drawn, scene, theme), wear, randomOf(name))),
    };
  });
}

/** The beginning of a letter with a wallet: on a line of its own, or behind a word as it is often pasted. */
function withWallet(text: string, address: string, turn: number): string {
  const lines = text
    .split('\n')
    .filter((line) => !/[A-Za-z0-9]{25,}/.test(line))
    .slice(0, ABOVE);
  if (turnsOf(text) !== null) return [...lines, `${(lines[0] as string).split(/[:：]/)[0]}: ${address}`].join('\n');
  return [...lines, turn % 3 === 1 ? `BTC: ${address}` : address].join('\n');
}
