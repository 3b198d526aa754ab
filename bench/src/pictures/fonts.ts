import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { ROOT } from '../root.js';
import type { Latin, PictureLanguage } from './model.js';

// All under the SIL Open Font License. Each package cuts its font into subsets of some hundred characters; a font string that
// names all of them draws every character from the first that has it.
const PACKAGES = {
  'noto-sans': 'noto-sans',
  inter: 'inter',
  'open-sans': 'open-sans',
  'source-serif': 'source-serif-4',
  ja: 'noto-sans-jp',
  ko: 'noto-sans-kr',
  zh: 'noto-sans-sc',
} as const;
type Package = keyof typeof PACKAGES;

const families = new Map<Package, string>();

function familiesOf(of: Package): string {
  let known = families.get(of);
  if (known === undefined) {
    const folder = [ROOT, join(ROOT, 'bench')].map((root) => join(root, 'node_modules/@fontsource-variable', PACKAGES[of], 'files')).find(existsSync);
    if (folder === undefined) throw new Error(`@fontsource-variable/${PACKAGES[of]} is not installed: npm ci`);
    const names = readdirSync(folder).filter((name) => name.endsWith('-wght-normal.woff2'));
    known = names
      .map((name) => {
        const family = name.replace(/[^a-z0-9]/g, '');
        GlobalFonts.register(readFileSync(join(folder, name)), family);
        return family;
      })
      .join(',');
    families.set(of, known);
  }
  return known;
}

/** Sets the font of a context: Latin letters and digits of one font in every language, as on phones, then the language's own script. */
export function useFont(
  context: SKRSContext2D,
  { language, latin = 'noto-sans' }: { readonly language: PictureLanguage; readonly latin?: Latin },
  size: number,
  weight: 'normal' | 'bold' = 'normal',
): void {
  const own: Package = language === 'ko' || language === 'zh' ? language : 'ja';
  context.font = `${weight === 'bold' ? 'bold ' : ''}${size}px ${familiesOf(latin)},${familiesOf(own)}`;
  // These fonts hold every weight, and begin with the thinnest.
  context.fontVariationSettings = `'wght' ${weight === 'bold' ? 650 : 400}`;
}
