/** Properties of one element that say whether its text is seen; of two the last counts, unless the earlier is `!important`. */
export type Style = ReadonlyMap<string, string>;

export const NO_STYLE: Style = new Map();

/** Declarations of one style attribute or rule that are looked at. */
const MOST = 64;
// Only what can hide a text, so that a sheet of a newsletter stays small in memory.
const WATCHED =
  /^(display|visibility|opacity|font-size|font|color|background|background-color|background-image|width|height|max-width|max-height|overflow|position|left|top|right|bottom|text-indent|clip|clip-path|transform)$/;

/** Reads declarations (`a: b; c: d !important`), lower-cased. Linear. */
export function declarationsOf(source: string): Style {
  if (source === '') return NO_STYLE;
  const declared = new Map<string, string>();
  const important = new Set<string>();
  for (const declaration of withoutComments(source).toLowerCase().split(';', MOST)) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim();
    if (!WATCHED.test(name)) continue;
    const isImportant = declaration.includes('!');
    if (important.has(name) && !isImportant) continue;
    if (isImportant) important.add(name);
    declared.set(name, (declaration.slice(colon + 1).split('!')[0] as string).trim());
  }
  return declared;
}

/** CSS comments out, by plain search: one that never ends takes the rest, as in a browser. */
export function withoutComments(css: string): string {
  if (!css.includes('/*')) return css;
  let out = '';
  let at = 0;
  for (;;) {
    const open = css.indexOf('/*', at);
    if (open < 0) return out + css.slice(at);
    out += css.slice(at, open);
    const close = css.indexOf('*/', open + 2);
    if (close < 0) return out;
    at = close + 2;
  }
}

/** Not displayed, not visible, transparent, moved off the page, or in a box without size. */
export function isGone(style: Style): boolean {
  if (style.size === 0) return false;
  const get = (name: string): string => style.get(name) ?? '';
  const placed = get('position') === 'absolute' || get('position') === 'fixed';
  const clips = /hidden|clip/.test(get('overflow'));
  return (
    get('display') === 'none' ||
    /^(hidden|collapse)$/.test(get('visibility')) ||
    (style.has('opacity') && /^0{0,3}(\.0{0,3}\d?)?%?$/.test(get('opacity')) && Number.parseFloat(get('opacity')) < 0.05) ||
    /^-\d{3,}/.test(get('text-indent')) ||
    (placed && ['left', 'top', 'right', 'bottom'].some((side) => /^-\d{3,}(px|pt|em|%)?$/.test(get(side)))) ||
    (placed && /^rect\((0(px)?[ ,]*){4}\)$/.test(get('clip'))) ||
    /^inset\((100|[5-9]\d)%/.test(get('clip-path')) ||
    /scale\(0(\.0)?\)/.test(get('transform')) ||
    (clips && ['height', 'max-height', 'width', 'max-width'].some((side) => /^0(\.0+)?(px|pt|em|rem|%)?$/.test(get(side))))
  );
}

/** At this size and below nobody reads; preheaders and junk are set to 0 or 1. */
const UNREADABLE_PIXELS = 1.5;
const TO_PIXELS: Readonly<Record<string, number>> = { px: 1, pt: 1.33, em: 16, rem: 16, '%': 0.16 };

/** Whether the element's own size is unreadable; null if it sets none. Mail builders set 0 on a cell and a real size inside it. */
export function isTiny(style: Style): boolean | null {
  const given = style.get('font-size') ?? /(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%))/.exec(style.get('font')?.slice(0, 80) ?? '')?.[1] ?? '';
  // Units of the window (vw) or of print (in, cm) are sizes too, but not known here.
  const size = /^(\d{1,4}(?:\.\d{0,4})?|\.\d{1,4})\s*(px|pt|em|rem|%)?(?![a-z\d.])/.exec(given);
  return size === null ? null : Number(size[1]) * (TO_PIXELS[size[2] ?? 'px'] ?? 1) <= UNREADABLE_PIXELS;
}
