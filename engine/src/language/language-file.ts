/** A heading `## id — title` or `## id/variant — title` and what stands below it. */
export type Section = {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly explanation: string;
  readonly phrases: readonly Line[];
  readonly caught: readonly Line[];
  readonly leftAlone: readonly Line[];
};

export type Line = { readonly line: number; readonly text: string };

/** One language: everything that is known about how it threatens and how it is spoken to. */
export type LanguageFile = {
  readonly code: string;
  readonly name: string;
  /** Who signed it; empty means that it is a draft. */
  readonly checkedBy: string;
  /** Everyday words by which the language of a text is known. */
  readonly common: readonly string[];
  readonly sections: readonly Section[];
  readonly words: ReadonlyMap<string, string>;
  /** Where each of them stands. */
  readonly wordLines: ReadonlyMap<string, number>;
  /** Mistakes in its form, each with its line; what could be read was read. */
  readonly mistakes: readonly Line[];
};

/** The headings and words a file may have; see ids.ts. */
export type Headings = { readonly sections: ReadonlySet<string>; readonly variants: ReadonlySet<string>; readonly words: ReadonlySet<string> };

const WORDS_HEADING = 'words';

/** Reads a language file. Total: mistakes are listed with their line, in words for its author. */
export function readLanguageFile(source: string, headings: Headings): LanguageFile {
  const mistakes: Line[] = [];
  const sections: Section[] = [];
  const words = new Map<string, string>();
  const wordLines = new Map<string, number>();
  let code = '';
  let name = '';
  let checkedBy = '';
  let common: readonly string[] = [];
  let open: Draft | null = null;
  let inWords = false;
  const seen = new Map<string, number>();
  const close = (): void => {
    if (open !== null) sections.push(finish(open, mistakes, headings));
    open = null;
  };
  source.split(/\r?\n/).forEach((raw, index) => {
    const line = index + 1;
    const text = raw.trimEnd();
    if (text.startsWith('# ')) {
      const title = /^# (.+) \(([A-Za-z-]+)\)$/.exec(text);
      if (title === null) mistakes.push({ line, text: 'the first line should be “# Name (code)”, for instance “# Polski (pl)”' });
      else [, name, code] = title as unknown as [string, string, string];
      return;
    }
    if (text.startsWith('## ')) {
      close();
      const [heading, title = ''] = text
        .slice(3)
        .split(' — ', 2)
        .map((s) => s.trim()) as [string, string?];
      inWords = heading === WORDS_HEADING;
      if (inWords) return;
      const known = headings.sections.has(heading) || headings.variants.has(heading);
      if (!known) mistakes.push({ line, text: `no claim, sign, kin scam or frame is called “${heading}”` });
      else if (seen.has(heading)) mistakes.push({ line, text: `“${heading}” stands already on line ${seen.get(heading)}` });
      else if (title === '' && headings.sections.has(heading)) mistakes.push({ line, text: `“${heading}” has no title: write “## ${heading} — what it says”` });
      seen.set(heading, line);
      open = { id: heading, title, line, explanation: '', phrases: [], caught: [], leftAlone: [] };
      return;
    }
    if (inWords) {
      const id = readWord(text, line, words, headings, mistakes);
      if (id !== null) wordLines.set(id, line);
      return;
    }
    if (open === null) {
      if (text.startsWith('Checked by:')) checkedBy = text.slice('Checked by:'.length).replace('—', '').trim();
      else if (text.startsWith('Common words:')) common = text.slice('Common words:'.length).trim().split(/\s+/);
      else if (text !== '') mistakes.push({ line, text: `this line stands before the first “## ” heading: “${text.slice(0, 40)}”` });
      return;
    }
    const body = { line, text: text.slice(2).trim() };
    if (text.startsWith('* ')) open.phrases.push(body);
    else if (text.startsWith('+ ')) open.caught.push(body);
    else if (text.startsWith('- ')) open.leftAlone.push(body);
    else if (text === '') open.explanation += open.explanation === '' || open.explanation.endsWith('\n') ? '' : '\n';
    else if (/^[*+-]/.test(text)) mistakes.push({ line, text: `a space is missing after “${text[0]}”` });
    else open.explanation += (open.explanation === '' || open.explanation.endsWith('\n') ? '' : joint(open.explanation)) + text;
  });
  close();
  if (code === '') mistakes.push({ line: 1, text: 'the first line should be “# Name (code)”, for instance “# Polski (pl)”' });
  return { code, name, checkedBy, common, sections, words, wordLines, mistakes };
}

type Draft = { id: string; title: string; line: number; explanation: string; phrases: Line[]; caught: Line[]; leftAlone: Line[] };

/** Everything that has phrases needs proof in both directions. */
const PROOFS = 2;

function finish(draft: Draft, mistakes: Line[], headings: Headings): Section {
  const { line, id } = draft;
  if (draft.explanation.trim() === '') mistakes.push({ line, text: `“${id}” says nothing to the reader: a plain sentence is missing` });
  if (headings.variants.has(id)) {
    if (draft.phrases.length + draft.caught.length + draft.leftAlone.length > 0)
      mistakes.push({ line, text: `“${id}” only has other words: its phrases belong under “${id.split('/')[0]}”` });
  } else if (draft.phrases.length === 0) {
    mistakes.push({ line, text: `“${id}” has no phrase: a line that begins with “* ” is missing` });
  } else {
    if (draft.caught.length < PROOFS)
      mistakes.push({ line, text: `“${id}” wants at least ${PROOFS} sentences that must be caught (“+ ”), got ${draft.caught.length}` });
    if (draft.leftAlone.length < PROOFS)
      mistakes.push({ line, text: `“${id}” wants at least ${PROOFS} sentences that must be left alone (“- ”), got ${draft.leftAlone.length}` });
  }
  return { ...draft, explanation: draft.explanation.trim() };
}

/** Its id, if the sentence was taken. */
function readWord(text: string, line: number, words: Map<string, string>, headings: Headings, mistakes: Line[]): string | null {
  if (text === '') return null;
  const colon = text.indexOf(':');
  const id = colon < 0 ? text : text.slice(0, colon).trim();
  const sentence = colon < 0 ? '' : text.slice(colon + 1).trim();
  if (!headings.words.has(id)) mistakes.push({ line, text: `no sentence is called “${id}”` });
  else if (sentence === '') mistakes.push({ line, text: `“${id}” is empty` });
  else if (words.has(id)) mistakes.push({ line, text: `“${id}” stands twice` });
  else {
    words.set(id, sentence);
    return id;
  }
  return null;
}

/** Lines of a paragraph join with a space, except in scripts that have none. */
function joint(before: string): string {
  const last = before.charCodeAt(before.length - 1);
  return last >= 0x3000 && last < 0xac00 ? '' : ' ';
}
