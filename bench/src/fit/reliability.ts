import { CLASSES, type Class } from '@hattari/engine';
import type { Example } from './texts.js';
import type { Fitted } from './weigh.js';

const STEPS = 10;

/** Of texts that were given such a chance of a class, how many are of it: ten steps, those without texts left out. */
export function reliability(texts: readonly Example[], { heldOut }: Fitted, of: Class): string {
  const rows = Array.from({ length: STEPS }, (_, step) => {
    const inside = texts.filter((_, k) => Math.min(STEPS - 1, Math.floor(STEPS * chance(heldOut[k], of))) === step);
    return inside.length === 0 ? '' : `| ${step / STEPS} to ${(step + 1) / STEPS} | ${inside.length} | ${inside.filter((one) => one.of === of).length} |`;
  });
  return `| chance of \`${of}\` | texts | of them \`${of}\` |\n|---|---|---|\n${rows.filter((row) => row !== '').join('\n')}`;
}

/** What each class is likeliest taken for, by trees that had not seen the text. */
export function confusion(texts: readonly Example[], { heldOut }: Fitted): string {
  const rows = CLASSES.map((of) => {
    const inside = texts.flatMap((one, k) => (one.of === of ? [heldOut[k]] : []));
    const counts = CLASSES.map((as) => inside.filter((chances) => CLASSES.every((other) => chance(chances, as) >= chance(chances, other))).length);
    return `| ${of} | ${counts.join(' | ')} |`;
  });
  return `| a text of | likeliest ${CLASSES.join(' | likeliest ')} |\n|---|${CLASSES.map(() => '---').join('|')}|\n${rows.join('\n')}`;
}

function chance(chances: readonly number[] | undefined, of: Class): number {
  return chances?.[CLASSES.indexOf(of)] ?? 0;
}
