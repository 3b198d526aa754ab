/** What stands in a row of the same kind: a paragraph, a list, steps, or words that a letter might hold. */
export type Block = { readonly kind: 'text' | 'list' | 'steps' | 'sample'; readonly lines: readonly string[] };

/** A heading `## id — title` and what stands below it; `fields` are its lines `name: value`, in their order. */
export type Section = {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly fields: ReadonlyMap<string, readonly string[]>;
};

/** One page's words in one language; what stands above the first heading is its lead. */
export type Prose = { readonly title: string; readonly lead: Section; readonly sections: readonly Section[] };

const FIELD = /^(on|source|seen|when|price|mass|real|figures): (.+)$/;
const MARKS: readonly (readonly [RegExp, Block['kind']])[] = [
  [/^- (.+)$/, 'list'],
  [/^\d{1,2}\. (.+)$/, 'steps'],
  [/^> (.+)$/, 'sample'],
  [/^(.+)$/, 'text'],
];

/** Reads a Markdown file of `learn/prose`. Throws a sentence with file and line: what is wrong there is our own mistake. */
export function readProse(source: string, file: string): Prose {
  const [first = '', ...rest] = source.split(/\r?\n/);
  if (!first.startsWith('# ')) throw new Error(`${file}:1 wanted “# Title”, got “${first}”`);
  const drafts = [open('', '')];
  let isNew = true;
  rest.forEach((raw, at) => {
    const line = raw.trim();
    const draft = drafts.at(-1) as Draft;
    if (line === '') {
      isNew = true;
      return;
    }
    if (line.startsWith('#')) {
      const [, id = '', title = ''] = /^## ([a-z0-9-]+) — (.+)$/.exec(line) ?? [];
      if (id === '') throw new Error(`${file}:${at + 2} wanted “## id — title”, got “${line}”`);
      if (drafts.some((other) => other.id === id)) throw new Error(`${file}:${at + 2} “${id}” stands there twice`);
      drafts.push(open(id, title));
      isNew = true;
      return;
    }
    const [, name, value = ''] = FIELD.exec(line) ?? [];
    if (name !== undefined) {
      draft.fields.set(name, [...(draft.fields.get(name) ?? []), value]);
      return;
    }
    const [kind, text] = MARKS.flatMap(([mark, kind]) => (mark.test(line) ? [[kind, mark.exec(line)?.[1] ?? ''] as const] : []))[0] ?? ['text', line];
    const last = draft.blocks.at(-1);
    // A paragraph is one line in the file; a list goes on until an empty one.
    if (last !== undefined && !isNew && kind !== 'text' && last.kind === kind) last.lines.push(text);
    else draft.blocks.push({ kind, lines: [text] });
    isNew = false;
  });
  const [lead, ...sections] = drafts as [Draft, ...Draft[]];
  return { title: first.slice(2).trim(), lead, sections };
}

type Draft = { id: string; title: string; blocks: { kind: Block['kind']; lines: string[] }[]; fields: Map<string, string[]> };

function open(id: string, title: string): Draft {
  return { id, title, blocks: [], fields: new Map() };
}

/** The one value of a field; throws where there is none. */
export function fieldOf({ id, fields }: Section, name: string): string {
  const value = fields.get(name)?.[0];
  if (value === undefined) throw new Error(`“${id}”: “${name}: ...” is missing`);
  return value;
}
