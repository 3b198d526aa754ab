import type { SKRSContext2D } from '@napi-rs/canvas';

/** Signs that no line begins with in Japanese and Chinese. */
const NEVER_FIRST = /^[、。，．！？：；」』）・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%％]/;
/** What a browser keeps together: words, with the spaces behind them; single characters of scripts without spaces. */
const UNIT = /[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f]|[^\s\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f]+\s*|\s+/gu;

/** Lines of a text as they fit a width in the context's font; a word longer than a line is cut. */
export function wrap(context: SKRSContext2D, text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(context, paragraph, width));
}

function wrapParagraph(context: SKRSContext2D, paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (more: string): boolean => context.measureText(more.trimEnd()).width <= width;
  for (const unit of paragraph.match(UNIT) ?? ['']) {
    if (fits(line + unit) || NEVER_FIRST.test(unit)) {
      line += unit;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = unit;
    while (!fits(line)) {
      let size = 1;
      while (fits(line.slice(0, size + 1))) size++;
      lines.push(line.slice(0, size));
      line = line.slice(size);
    }
  }
  return [...lines, line.trimEnd()];
}
