/** A sentence of a built page: its language, the paths it is meant for (none named: all), and whether it is a sample, so not in our voice. */
export type Sentence = { readonly text: string; readonly on: readonly string[] | 'all'; readonly theirs: boolean };

/** Elements that end a sentence; the others stand within one. */
const BLOCKS =
  /^(h\d|p|li|div|section|figure|figcaption|blockquote|td|th|tr|table|caption|dt|dd|summary|nav|header|footer|main|legend|label|title|text|desc|svg)$/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Every sentence of a page that our own build wrote: well formed, each element closed but `input`, `br`, `meta` and `link`. */
export function sentencesIn(html: string): readonly Sentence[] {
  const found: Sentence[] = [];
  const stack: { tag: string; on: Sentence['on']; theirs: boolean }[] = [{ tag: '', on: 'all', theirs: false }];
  let words = '';
  const end = (): void => {
    const { on, theirs } = stack.at(-1) as (typeof stack)[number];
    const text = words.replace(/\s+/g, ' ').trim();
    if (text !== '') found.push({ text, on, theirs });
    words = '';
  };
  for (const [, closing, tag = '', attributes = '', text] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)/gi)) {
    if (text !== undefined) {
      words += text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] as string);
      continue;
    }
    const above = stack.at(-1) as (typeof stack)[number];
    if (closing === '/') {
      const beyond = stack.at(-2);
      if (BLOCKS.test(tag) || beyond?.on !== above.on || beyond.theirs !== above.theirs) end();
      if (stack.pop()?.tag !== tag) throw new Error(`wanted </${above.tag}>, got </${tag}>`);
      continue;
    }
    const on = /data-on="([^"]*)"/.exec(attributes)?.[1]?.split(/[ ,]+/) ?? above.on;
    const theirs = above.theirs || attributes.includes('data-theirs');
    if (BLOCKS.test(tag) || on !== above.on || theirs !== above.theirs) end();
    for (const [, label = ''] of attributes.matchAll(/aria-label="([^"]*)"/g)) found.push({ text: label, on, theirs });
    if (!attributes.endsWith('/') && !/^(input|br|meta|link|img)$/.test(tag)) stack.push({ tag, on, theirs });
  }
  return found;
}
