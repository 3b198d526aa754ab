import { mkdirSync, writeFileSync } from 'node:fs';
import { makeKnowledge, packWeights } from '@hattari/engine';
import { languagesIn } from '@hattari/shelf';
import { cardOf } from './fit/card.js';
import { made } from './fit/made.js';
import { bare, measure } from './fit/resemblance.js';
import { examples } from './fit/texts.js';
import { ROOT } from './root.js';

// Fits what texts of real blackmail resemble: npm run fit. The same bytes for the same texts; the unseen cases and the letters held out
// are never read here.
const OUT = `${ROOT}engine/weights/`;

const languages = languagesIn(`${ROOT}languages`).map(({ value }) => value);
const know = bare(makeKnowledge(languages, [], 'fit'));
const texts = examples(know);
const { resemblance, figures, weighing } = measure(texts, made(languages, know), 'hattari resemblance', know);
const bytes = packWeights(resemblance);
mkdirSync(OUT, { recursive: true });
writeFileSync(`${OUT}resemblance.bin`, bytes);
const card = cardOf(figures, texts, weighing, bytes);
writeFileSync(`${OUT}README.md`, card);
console.log(card);
