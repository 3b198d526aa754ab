import type { Line } from './language-file.js';
import { PURPOSES, type Purpose } from './place-file.js';

/** What can be looked up with `hattari guide`. */
export const GUIDES = ['source', 'device'] as const;
export type GuideTopic = (typeof GUIDES)[number];

/** What the reader holds in hand after the steps: all of the mail, its header alone, or nothing, because the program has no such menu. */
export const GIVES = ['source', 'header', 'nothing'] as const;
export type Gives = (typeof GIVES)[number];

/** What each entry of a guide tells beside its steps: what they give, or when they are worth it. */
const TELLS: Readonly<Record<GuideTopic, 'gives' | 'when'>> = { source: 'gives', device: 'when' };

/** One service, program or thing to look at. */
export type GuideEntry = {
  readonly id: string;
  readonly name: string;
  /** Other names under which it is looked for; several entries may share one. */
  readonly also: readonly string[];
  /** Null in a guide that tells `when`, and the other way round. */
  readonly gives: Gives | null;
  readonly when: string | null;
  /** Paragraphs before the steps. */
  readonly lead: readonly string[];
  readonly steps: readonly string[];
  readonly notes: readonly string[];
  /** Whose help lines stand below it. */
  readonly help: readonly Purpose[];
  /** Public pages on which the steps were seen. */
  readonly sources: readonly string[];
  /** Day on which they were seen. */
  readonly seen: string;
};

/** A section that is no entry: a heading, paragraphs, a list. */
export type GuideAside = { readonly title: string; readonly lead: readonly string[]; readonly cases: readonly string[] };

/** One guide in one language; each string is a paragraph. */
export type Guide = {
  readonly topic: string;
  readonly language: string;
  readonly title: string;
  readonly intro: readonly string[];
  /** What must be known before any step, because a step itself can bring harm; stands above every entry. */
  readonly first: GuideAside | null;
  /** When it is not worth the trouble. */
  readonly spare: GuideAside;
  readonly entries: readonly GuideEntry[];
  readonly mistakes: readonly Line[];
};

/** Heading of the section that says when it is not worth the trouble. */
const SPARE = 'not-worth-it';
/** Heading of the section that stands above every entry. */
const FIRST = 'safety-first';
const FIELD = /^(also|gives|when|help|source|seen): ?(.*)$/;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

type Draft = {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly fields: { key: string; value: string }[];
  readonly steps: string[];
  readonly items: string[];
  /** Paragraphs before the first step or item, and those behind it. */
  readonly lead: string[];
  readonly text: string[];
};

/** Reads one file of languages/guides. Total: mistakes are listed with their line; the build refuses a file that has any. */
export function readGuideFile(source: string, topic: string, language: string): Guide {
  const mistakes: Line[] = [];
  const drafts: Draft[] = [];
  const intro: string[] = [];
  let title = '';
  source.split(/\r?\n/).forEach((raw, index) => {
    const line = index + 1;
    const text = raw.trim();
    const open = drafts[drafts.length - 1];
    if (text === '') return;
    if (text.startsWith('## ')) {
      const [, id = '', name = ''] = /^## ([a-z0-9]+(?:-[a-z0-9]+)*) — (.+)$/.exec(text) ?? [];
      if (id === '') mistakes.push({ line, text: 'a heading should be “## gmail — Gmail (in a browser)”' });
      if (drafts.some((draft) => draft.id === id)) mistakes.push({ line, text: `“${id}” stands here twice` });
      drafts.push({ id, title: name, line, fields: [], steps: [], items: [], lead: [], text: [] });
      return;
    }
    if (text.startsWith('# ')) {
      title = text.slice(2).trim();
      return;
    }
    if (open === undefined) {
      intro.push(text);
      return;
    }
    const [, key, value = ''] = FIELD.exec(text) ?? [];
    const step = /^\d{1,2}\. (.+)$/.exec(text)?.[1];
    if (key !== undefined) open.fields.push({ key, value });
    else if (step !== undefined) open.steps.push(step);
    else if (text.startsWith('- ')) open.items.push(text.slice(2));
    else (open.steps.length + open.items.length === 0 ? open.lead : open.text).push(text);
  });
  const spare = drafts.find((draft) => draft.id === SPARE);
  const first = drafts.find((draft) => draft.id === FIRST);
  const tells = TELLS[topic as GuideTopic] as 'gives' | 'when' | undefined;
  if (title === '') mistakes.push({ line: 1, text: 'the first line should be “# Title”' });
  if (!(GUIDES as readonly string[]).includes(topic)) mistakes.push({ line: 1, text: `a guide is one of ${GUIDES.join(', ')}` });
  if (spare === undefined || spare.items.length === 0)
    mistakes.push({ line: 1, text: `“## ${SPARE} — ...” with a list is missing: when is it not worth the trouble?` });
  // Where steps are worth it only after something happened, somebody near may be what happened.
  if (tells === 'when' && (first === undefined || first.lead.length === 0))
    mistakes.push({ line: 1, text: `“## ${FIRST} — ...” is missing: whom could a step put in danger?` });
  return {
    topic,
    language,
    title,
    intro,
    first: first === undefined ? null : asideOf(first),
    spare: spare === undefined ? { title: '', lead: [], cases: [] } : asideOf(spare),
    entries: drafts.filter((draft) => draft !== spare && draft !== first).map((draft) => entryOf(draft, tells ?? 'gives', mistakes)),
    mistakes,
  };
}

function asideOf({ title, lead, items }: Draft): GuideAside {
  return { title, lead, cases: items };
}

function entryOf({ id, title, line, fields, steps, items, lead, text }: Draft, tells: 'gives' | 'when', mistakes: Line[]): GuideEntry {
  const wants = (ok: boolean, what: string): void => {
    if (!ok) mistakes.push({ line, text: `“${id}”: ${what}` });
  };
  const all = (key: string): string[] => fields.filter((field) => field.key === key).map((field) => field.value);
  const listed = (key: string): string[] => all(key).flatMap((list) => list.split(',').map((name) => name.trim()));
  const gives = all('gives')[0] ?? '';
  const when = all('when')[0] ?? '';
  const help = listed('help');
  const sources = all('source');
  if (tells === 'gives') wants((GIVES as readonly string[]).includes(gives), `gives: should be one of ${GIVES.join(', ')}`);
  else wants(when !== '', 'when: is missing: when are these steps worth it?');
  wants(
    tells === 'gives' && gives === 'nothing' ? steps.length === 0 && lead.length > 0 : steps.length > 0,
    'steps are missing (“1. ...”); where there are none, gives: nothing and a sentence',
  );
  wants(items.length === 0, `a list stands only in “${SPARE}” and “${FIRST}”`);
  for (const purpose of help) wants((PURPOSES as readonly string[]).includes(purpose), `help: “${purpose}” is not one of ${PURPOSES.join(', ')}`);
  wants(sources.length > 0 && sources.every((url) => /^https?:\/\/\S+$/.test(url)), 'a source (https://...) is missing: where does it say so?');
  wants(DATE.test(all('seen')[0] ?? ''), 'the date on which the source was seen is missing (seen: YYYY-MM-DD)');
  return {
    id,
    name: title,
    also: listed('also'),
    gives: tells === 'gives' ? (gives as Gives) : null,
    when: tells === 'when' ? when : null,
    lead,
    steps,
    notes: text,
    help: help as Purpose[],
    sources,
    seen: all('seen')[0] ?? '',
  };
}

/** A guide in a language; entries it lacks, or all of it, in English. Null if there is none at all. */
export function guideIn(guides: readonly Guide[], topic: GuideTopic, language: string): Guide | null {
  const english = guides.find((guide) => guide.topic === topic && guide.language === 'en') ?? null;
  const own = guides.find((guide) => guide.topic === topic && guide.language === language) ?? english;
  if (own === null || english === null || own === english) return own;
  return { ...own, entries: [...own.entries, ...english.entries.filter(({ id }) => !own.entries.some((entry) => entry.id === id))] };
}

/** Entries that are called so: by id, name or another name; case, spaces and signs do not matter. */
export function entriesCalled(guide: Guide, wanted: string): readonly GuideEntry[] {
  const key = keyOf(wanted);
  return key === '' ? [] : guide.entries.filter(({ id, name, also }) => [id, name, ...also].some((called) => keyOf(called) === key));
}

function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
