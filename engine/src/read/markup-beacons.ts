import { Tokenizer } from 'htmlparser2';
import { type BeaconCount, LOADERS } from './beacons.js';
import { declarationsOf, isGone } from './style.js';

/** Elements whose content is no markup, except inside SVG, where a browser takes it for markup after all. */
export const RAW: ReadonlySet<string> = new Set(['style', 'script', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes']);

/** What must stand in a text for it to load anything. */
const MAY_LOAD = /=|url\(|@import/i;

/**
 * Counts what markup loads that is no markup to every program: Outlook's conditional comments, what stands behind a comment that
 * browsers end early, tags inside a sheet or title. Linear; raw text inside it that looks like markup again is told as unread.
 */
export function countMarkup(markup: string, count: BeaconCount): void {
  if (!MAY_LOAD.test(markup)) return;
  let tag = '';
  let name = '';
  let value = '';
  let attributes = new Map<string, string>();
  const opened = (): void => {
    const style = attributes.get('style') ?? '';
    const declared = declarationsOf(style);
    count.css(style);
    count.element(tag, attributes, declared, isGone(declared));
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        tag = markup.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname: (start, end) => {
        name = markup.slice(start, Math.min(end, start + 40)).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += markup.slice(start, end);
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code);
      },
      onattribend: () => {
        if (!attributes.has(name) && (attributes.size < 64 || LOADERS.has(name))) attributes.set(name, value);
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: () => {
        tag = '';
      },
      ontext: (start, end) => {
        if (!RAW.has(tag)) return;
        const text = markup.slice(start, end);
        if (tag === 'style') count.css(text);
        if (/<[a-z]/i.test(text)) count.unread();
      },
      ontextentity: () => {},
      oncomment: () => {},
      oncdata: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
}
