import { declarationsOf, NO_STYLE, type Style, withoutComments } from './style.js';

/** Rules of all sheets of one message that are kept; a newsletter has some hundreds, a flood of them is an attack. */
const RULES = 2_000;
/** Classes of one element that are looked up. */
const CLASSES = 20;

/** The rules of `<style>` whose selector is one tag, class or id; what is more involved is not applied, so that nothing is hidden by a guess. */
export class StyleSheet {
  private readonly rules = new Map<string, Style>();
  /** True if a rule that is not applied sets a background: then no colour of ground is sure. */
  groundUnsure = false;
  /** True if a rule gives the body a ground, which is everyone's whether it has a tag or not. */
  bodyGround = false;

  get isEmpty(): boolean {
    return this.rules.size === 0;
  }

  add(source: string): void {
    const css = withoutComments(source);
    let at = 0;
    while (at < css.length && this.rules.size < RULES) {
      const open = css.indexOf('{', at);
      if (open < 0) return;
      const selectors = css.slice(at, open).trim();
      const close = css.indexOf('}', open);
      const end = close < 0 ? css.length : close;
      if (selectors.startsWith('@')) {
        // Rules for one kind of screen only: their blocks hold blocks, which are passed over.
        const after = endOfBlock(css, open);
        if (/background|bgcolor/i.test(css.slice(open, after))) this.groundUnsure = true;
        at = after;
        continue;
      }
      this.rule(selectors.slice(-500), css.slice(open + 1, end));
      at = end + 1;
    }
  }

  private rule(selectors: string, body: string): void {
    const style = declarationsOf(body);
    if (style.size === 0) return;
    for (const selector of selectors.toLowerCase().split(',')) {
      const simple = selector.trim().replace(/^\s*<!--\s*/, '');
      if (/^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/.test(simple) && simple !== '') {
        const before = this.rules.get(simple);
        this.rules.set(simple, before === undefined ? style : new Map([...before, ...style]));
        // A page is open before its sheet is read, and a body may have no tag.
        if (simple === 'html' && hasGround(style)) this.groundUnsure = true;
        if (simple === 'body' && hasGround(style)) this.bodyGround = true;
      } else if (hasGround(style)) this.groundUnsure = true;
    }
  }

  /** What the sheets and its own style attribute say of an element, the stronger later. */
  styleOf(tag: string, classes: string, id: string, own: Style): Style {
    if (this.rules.size === 0) return own;
    let style: Style = NO_STYLE;
    const apply = (selector: string): void => {
      const rule = this.rules.get(selector);
      if (rule !== undefined) style = style.size === 0 ? rule : new Map([...style, ...rule]);
    };
    apply(tag);
    for (const name of classes === '' ? [] : classes.toLowerCase().split(/\s+/, CLASSES)) {
      apply(`.${name}`);
      apply(`${tag}.${name}`);
    }
    if (id !== '') {
      apply(`#${id.toLowerCase()}`);
      apply(`${tag}#${id.toLowerCase()}`);
    }
    return style.size === 0 ? own : own.size === 0 ? style : new Map([...style, ...own]);
  }
}

function hasGround(style: Style): boolean {
  return style.has('background') || style.has('background-color') || style.has('background-image');
}

/** Behind the brace that closes the block opened at `open`. */
function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    const c = css.charCodeAt(at);
    if (c === 123) depth++;
    else if (c === 125 && --depth === 0) return at + 1;
  }
  return css.length;
}
