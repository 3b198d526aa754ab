import { type Detection, type Knowledge, Naming, type Path, type Sentence, type Speech, VERDICTS, WORDS, type WordId, wordsOn } from '@hattari/engine';
import type { WordsOptions } from './arguments.js';
import { humanWords } from './human.js';
import { Page } from './page.js';
import type { Terminal } from './terminal.js';

/** A sentence of the listing; those of where `labels` are this program's own headings. */
type Row = Omit<Sentence, 'where'> & { readonly where: Sentence['where'] | 'labels' };

/** `hattari words --path PATH`: every sentence that can be printed on it, with its id, for whoever has to approve them. */
export function words({ path, json }: WordsOptions, know: Knowledge, speech: Speech, place: string, terminal: Terminal): number {
  const rows = rowsOf(path, know, speech, place);
  if (json) {
    for (const row of rows) terminal.out(`${JSON.stringify({ path, ...row })}\n`);
    return 0;
  }
  const page = new Page(terminal.look);
  page.strong(speech.say('listing-count', { count: String(rows.length), path, language: speech.code, place }));
  page.text(speech.say('listing-slots'));
  let where = '';
  for (const row of rows) {
    if (row.where !== where) page.title(row.where);
    where = row.where;
    page.faintLine([row.id, ...(row.language === speech.code ? [] : [`(${row.language})`]), ...(row.beside.join() === path ? [] : row.beside)].join('  '));
    page.inner(row.text);
  }
  terminal.out(page.end());
  return 0;
}

export function rowsOf(path: Path, know: Knowledge, speech: Speech, place: string): readonly Row[] {
  const said = wordsOn(path, know, speech.code, place);
  const listed = new Set(said.map(({ id }) => id));
  // Said between a question and its answer.
  const asking = said.some(({ where }) => where === 'questions') ? WORDS.filter((id) => id.startsWith('gate-')) : [];
  const labels = [...labelsOf(), ...asking].filter((id) => !listed.has(id));
  return [...said, ...labels.map((id): Row => ({ where: 'labels', id, language: speech.knows(id) ? speech.code : 'en', text: speech.say(id), beside: [] }))];
}

/** Headings and asides of the terminal's own page: whatever it asks for when it prints a page on which nothing is missing. */
function labelsOf(): readonly WordId[] {
  const naming = new Naming();
  naming.lacks = true;
  for (const kind of VERDICTS) {
    for (const help of [[], [DESK]]) {
      const detection = {
        explanation: { ...FULL, help },
        verdict: { kind, family: null, probability: null, flags: [], asks: ['contact'], doubt: null },
      } as const;
      humanWords(detection, naming, { columns: 1_000, colour: false }, '');
    }
  }
  return [...naming.asked] as WordId[];
}

const DESK = { name: '-', phone: null, url: null, hours: null, note: null, seen: '', source: '' };
const STEP = { id: 'installed-now', text: '-' };

/** An explanation of which no part is empty. */
const FULL: Detection['explanation'] = {
  language: '',
  headline: '-',
  leads: ['-'],
  notes: ['-'],
  questions: [{ gate: 'contact', text: '-' }],
  steps: [STEP],
  beside: { language: '', headline: '-', leads: ['-'], steps: [STEP] },
  claims: [{ id: '', title: '-', part: '', start: 0, end: 0, quote: '', standsIn: '-', truth: 'info', tag: '-', why: '-' }],
  signals: [{ id: '', title: '-', quote: '', standsIn: '-', why: '-' }],
  wallets: [
    {
      coin: 'BTC',
      network: 'main',
      address: '',
      form: 'written',
      where: 'text',
      sure: true,
      span: { part: '', start: 0, end: 0 },
      words: '-',
    },
  ],
  demand: null,
  demandWords: ['-'],
  sender: { verdict: 'not-proven', why: ['-'], picture: [{ label: '-', text: '-' }] },
  attachments: [],
  tricks: [{ id: 'bidi', text: '-' }],
  help: [],
  emergency: '-',
  problems: [{ id: 'empty', text: '-' }],
};
