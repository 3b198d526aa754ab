import type { Path, VerdictKind } from '../contract.js';
import type { Knowledge } from '../language/knowledge.js';
import type { Purpose } from '../language/place-file.js';
import { WORDS, type WordId } from '../language/words.js';
import type { Fact } from '../model.js';
import { casesOf } from './cases-of-path.js';
import { notesOf, questionOf } from './explain.js';
import { FIXED_SET, hasFixedSetOnly, needsCare } from './fixed-set.js';
import { headlineOf } from './headline.js';
import { desksFor, helpOf } from './help.js';
import { mainPathOf } from './path.js';
import { PAGE_ORDER, type Where } from './said.js';
import { Speech } from './speech.js';
import { standingBeside } from './standing.js';
import { planFor } from './steps.js';

/** A sentence that can be printed. `beside`: the paths of a kind on which it can be. What stands in {braces} is filled in. */
export type Sentence = { readonly where: Where; readonly id: string; readonly language: string; readonly text: string; readonly beside: readonly Path[] };

/** A sentence by its name; `care`, `plain`: said by verdicts that need care (fixed-set.ts), and by others. */
type Item = { readonly where: Where; readonly name: string; readonly beside: Set<Path>; care: boolean; plain: boolean };

/** What can be said on a path in any language, and for what kinds of help. */
type Listing = { readonly items: readonly Item[]; readonly help: readonly { readonly purposes: readonly Purpose[]; readonly main: Path }[] };

/** Every sentence that can be printed on a path, in the order of a page; of each desk of the place its name, hours and note. */
export function wordsOn(path: Path, know: Pick<Knowledge, 'voices' | 'places'>, language: string, place: string): readonly Sentence[] {
  const { items, help } = listingOf(path);
  const speech = new Speech(know, language);
  const rows = items.flatMap((item) => spoken(item, speech));
  const desks = new Map<string, { readonly texts: readonly (string | null)[]; readonly beside: Set<Path> }>();
  for (const { purposes, main } of help) {
    for (const found of desksFor(place, purposes, know)) {
      const id = `${found.place.code}/${found.desk.id}`;
      const { name, hours, note } = helpOf(found, speech.code);
      const row = desks.get(id) ?? { texts: [name, hours, note], beside: new Set<Path>() };
      row.beside.add(main);
      desks.set(id, row);
    }
  }
  for (const [id, { texts, beside }] of desks)
    for (const text of texts) if (text !== null) rows.push({ where: 'help', id, language: speech.code, text, beside: [...beside] });
  return rows.sort((a, b) => rankOf(a.where, path) - rankOf(b.where, path));
}

/** Where crisis words stand help comes first; where nothing is decided yet, the questions come before the steps. */
function rankOf(where: Where, path: Path): number {
  const rank = 2 * PAGE_ORDER.indexOf(where);
  if (path === 'crisis' && where === 'help') return 2 * PAGE_ORDER.indexOf('steps') - 1;
  if ((path === 'bluff' || path === 'unsure') && where === 'questions') return 2 * PAGE_ORDER.indexOf('steps') - 1;
  return rank;
}

/** Parts of a page that hang on the language's fixed set, and stand in English beside it. */
const SHORTENED: ReadonlySet<Where> = new Set(['headline', 'leads', 'steps']);

/** An item in the languages in which it can be printed. */
function spoken({ where, name, beside, care, plain }: Item, speech: Speech): Sentence[] {
  const row = (by: Speech, at: Where): Sentence => {
    by.lacks = false;
    const text = textOf(name, by);
    return { where: at, id: name, language: by.lacks ? 'en' : by.code, text, beside: [...beside] };
  };
  if (!hasFixedSetOnly(speech)) return [row(speech, where)];
  const fixed = FIXED_SET.has(name as WordId);
  const own = plain || fixed ? [row(speech, where)] : [];
  return care && (SHORTENED.has(where) || !fixed) ? [...own, row(speech.english(), SHORTENED.has(where) ? 'beside' : where)] : own;
}

const WORD_IDS: ReadonlySet<string> = new Set(WORDS);

function textOf(name: string, speech: Speech): string {
  if (WORD_IDS.has(name)) return speech.say(name as WordId);
  if (name.endsWith(':title')) return speech.section(name.slice(0, -':title'.length)).title;
  const [id = '', variant = null] = name.split('/');
  return speech.section(id, variant).text;
}

/** It is the same for every language, and takes a moment to find. */
const LISTINGS = new Map<string, Listing>();

function listingOf(path: Path): Listing {
  const known = LISTINGS.get(path);
  if (known !== undefined) return known;
  const listing = find(path);
  LISTINGS.set(path, listing);
  return listing;
}

/** Asks the room itself what it says: headline, notes and plan of every case, then all that can stand beside its kinds. */
export function find(path: Path, atoms?: number): Listing {
  const items = new Map<string, Item>();
  const orders = new Map<Where, string[]>();
  const help = new Map<string, { readonly purposes: readonly Purpose[]; readonly main: Path }>();
  const sides = new Map<string, { readonly kind: VerdictKind; readonly main: Path; readonly care: boolean }>();
  const add = (where: Where, names: readonly string[], main: Path, care: boolean): void => {
    const order = orders.get(where) ?? [];
    orders.set(where, order);
    names.forEach((name, i) => {
      const item = items.get(`${where} ${name}`) ?? { where, name, beside: new Set<Path>(), care: false, plain: false };
      if (!items.has(`${where} ${name}`)) order.splice(placeIn(order, names, i), 0, name);
      items.set(`${where} ${name}`, item);
      item.beside.add(main);
      if (care) item.care = true;
      else item.plain = true;
    });
  };
  for (const { verdict, evidence } of casesOf(path, atoms)) {
    const main = mainPathOf(verdict);
    const care = needsCare(verdict);
    sides.set(`${verdict.kind} ${main} ${care}`, { kind: verdict.kind, main, care });
    const { headline, leads } = headlineOf(verdict, evidence);
    const plan = planFor(verdict, evidence);
    const facts = evidence.filter((e) => e.kind === 'fact') as readonly Fact[];
    const claims = evidence.flatMap((e) => (e.kind === 'claim' ? [e.id] : []));
    add('headline', [headline], main, care);
    add('leads', leads, main, care);
    add('notes', notesOf(verdict, evidence, facts, claims), main, care);
    add('steps', plan.steps, main, care);
    add(
      'questions',
      verdict.asks.map((gate) => questionOf(gate, verdict)),
      main,
      care,
    );
    if (plan.purposes.length > 0) add('emergency', ['label-emergency'], main, care);
    help.set(`${main} ${plan.purposes.join()}`, { purposes: plan.purposes, main });
  }
  const standing = new Map<VerdictKind, ReturnType<typeof standingBeside>>();
  for (const { kind, main, care } of sides.values()) {
    const named = standing.get(kind) ?? standingBeside(kind);
    standing.set(kind, named);
    for (const { where, name } of named) add(where, [name], main, care);
  }
  const inOrder = [...orders].flatMap(([where, names]) => names.map((name) => items.get(`${where} ${name}`) as Item));
  return { items: inOrder, help: [...help.values()] };
}

/** Where a name goes that an order does not hold yet: behind the one before it in its own list, else before the next one known. */
function placeIn(order: readonly string[], names: readonly string[], i: number): number {
  if (i > 0) return order.indexOf(names[i - 1] as string) + 1;
  const next = names.find((name) => order.includes(name));
  return next === undefined ? order.length : order.indexOf(next);
}
