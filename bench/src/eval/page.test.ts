import { describe, expect, test } from 'vitest';
import { cellsOf } from './cells.js';
import { disguisesOf } from './disguise-count.js';
import { shareOf } from './interval.js';
import type { Item, Label, Outcome, Read } from './model.js';
import { pageOf } from './page.js';
import { figuresOf, percent, plotOf } from './plot.js';
import { plotsOf } from './plots.js';
import { digestOf, type Result, setsOf, textOf } from './result.js';
import { walletsOf } from './wallet-count.js';

function readOf(label: Label, kind: Outcome['kind'], more: Partial<Item> = {}, wallets: readonly string[] = []): Read {
  const item: Item = {
    set: 'test/some',
    name: 'a',
    label,
    language: 'en',
    source: 'real',
    half: 'open',
    group: 'a',
    disguise: 'none',
    bytes: new Uint8Array(1),
    words: 'en',
    answers: {},
    wallets: null,
    wanted: null,
    ...more,
  };
  return { item, found: { kind, family: null, flags: [], wallets, claims: [] } };
}

const letters = [
  readOf('bluff', 'bluff', { group: 'one' }),
  readOf('bluff', 'unsure', { group: 'one', name: 'b' }),
  readOf('bluff', 'bluff', { group: 'two', name: 'c' }),
  readOf('bluff', 'bluff', { group: 'three', name: 'd', language: 'de' }),
];
const others = [
  readOf('ham', 'clear', { group: 'h1' }),
  readOf('ham', 'bluff', { group: 'h2' }),
  readOf('genuine', 'clear', { source: 'written', half: 'sealed', group: 'g1' }),
  readOf('genuine', 'unsure', { source: 'written', half: 'own', group: 'g2' }),
];
const disguised = [
  ...['x', 'y'].map((group) => readOf('bluff', group === 'x' ? 'bluff' : 'unsure', { set: 'disguises', group, disguise: 'none' })),
  ...['x', 'y'].map((group) => readOf('bluff', 'unsure', { set: 'disguises', group, disguise: 'spaced-all' })),
];
const all = [...letters, ...others, ...disguised];

describe('cells', () => {
  const cells = cellsOf(all, 'language');
  const cell = (label: Label, language: string, half = 'open') => cells.find((c) => c.label === label && c.language === language && c.half === half);

  test('a group is found only as a whole, and languages stand apart', () => {
    expect(cell('bluff', 'en')).toMatchObject({
      messages: 3,
      groups: 2,
      found: { part: 1, of: 2 },
      kinds: { bluff: 2, unsure: 1 },
      falseAlarms: null,
      cost: 2,
    });
    expect(cell('bluff', 'de')).toMatchObject({ messages: 1, found: { part: 1, of: 1 } });
  });

  test('innocent mail: false alarms and danger; real cases: danger, halves apart', () => {
    expect(cell('ham', 'en')).toMatchObject({ falseAlarms: { part: 1, of: 2 }, dangerous: { part: 1, of: 2 } });
    expect(cell('genuine', 'en', 'sealed')).toMatchObject({ dangerous: { part: 1, of: 1 }, cost: 95 });
    expect(cell('genuine', 'en', 'own')).toMatchObject({ dangerous: { part: 0, of: 1 }, cost: 20 });
  });

  test('all languages in one, disguised letters in none', () => {
    expect(cellsOf(all, 'all').find((c) => c.label === 'bluff')).toMatchObject({ language: 'all', messages: 4, found: { part: 2, of: 3 } });
  });

  test('a disguise is tried on letters that are found without it', () => {
    expect(disguisesOf(all)).toMatchObject([{ disguise: 'spaced-all', source: 'real', found: { part: 0, of: 1 }, instead: { unsure: 1 } }]);
  });
});

test('wallets: of those found, those that stand there, capitals of bech32 aside; uncounted messages left out', () => {
  const reads = [
    readOf('bluff', 'bluff', { wallets: ['bc1qabc', '1abc'] }, ['BC1QABC', 'zzz']),
    readOf('bluff', 'bluff', { wallets: null }, ['unknown']),
    readOf('ham', 'clear', { wallets: [] }),
  ];
  expect(walletsOf('x', reads)).toMatchObject({ messages: 2, precision: { part: 1, of: 2 }, recall: { part: 1, of: 2 } });
});

describe('rendering', () => {
  const result: Result = {
    schema: 1,
    sets: setsOf(all),
    digest: digestOf(all),
    cells: cellsOf(all, 'language'),
    labels: cellsOf(all, 'all'),
    dangers: [{ set: 'cases/x', name: null, label: 'genuine', kind: 'clear' }],
    wallets: [walletsOf('real letters', all)],
    claims: [],
    disguises: disguisesOf(all),
    peers: null,
  };
  const run = { date: '2026-01-02', commit: 'abc', versions: { hattari: '0', node: 'v20', weights: 'w' } };

  test('the same counts give the same bytes, and they are JSON', () => {
    const text = textOf(run, result);
    expect(textOf(run, result)).toBe(text);
    expect(JSON.parse(text)).toMatchObject({ schema: 1, date: '2026-01-02', digest: result.digest, cells: [{}, {}, {}, {}, {}] });
  });

  test('the page tells n and interval, real from written, and names no sealed case', () => {
    const page = pageOf(run, result);
    expect(page).toContain('| bluff en, real, open | 3 | 2 | 1 of 2 (1.3 to 98.7 %) | bluff 2, unsure 1 |');
    expect(page).toContain('- cases/x: genuine called `clear`');
    expect(page).not.toMatch(/undefined|NaN|\[object/);
    for (const name of page.matchAll(/\(evaluation-(.*)\.svg\)/g)) expect(Object.keys(plotsOf(result))).toContain(name[1]);
  });

  test('pictures have a name, a description with the figures, no script, and stay within themselves', () => {
    for (const [name, plot] of Object.entries(plotsOf(result))) {
      const svg = plotOf(plot);
      expect(svg, name).toMatch(/^<svg [^>]*role="img" aria-labelledby="title description"/);
      expect(svg).toContain(`<title id="title">${plot.title}</title>`);
      expect(plot.description).toContain(figuresOf(plot.rows[0]?.share ?? shareOf(0, 0)));
      expect(svg).not.toMatch(/<script|href=|NaN|undefined/);
      for (const [, x] of svg.matchAll(/ c?x\d?="([\d.-]+)"/g)) expect(Number(x)).toBeLessThanOrEqual(900);
    }
  });

  test('names are escaped', () =>
    expect(plotOf({ title: 'a < b', description: '"', scale: 'rare', rows: [{ name: '&', share: shareOf(0, 3), of: 'others' }] })).toMatch(
      /a &lt; b[\s\S]*&quot;[\s\S]*&amp;/,
    ));

  test.each([
    [0, '0 %'],
    [1, '100 %'],
    [0.000365, '0.036 %'],
    [0.0123, '1.2 %'],
    [0.5, '50 %'],
    [0.8723, '87.2 %'],
    [0.999635, '99.96 %'],
  ])('%d is told as %s', (share, told) => expect(percent(share)).toBe(told));
});
