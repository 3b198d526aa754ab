import { performance } from 'node:perf_hooks';
import { median } from './measure.js';

/** Megabytes a second that this machine decodes and walks at all, whatever is then done with the letters. */
export type Floor = { readonly ascii: number; readonly mixed: number; readonly byteLoop: number; readonly unitLoop: number };

const SIZE = 8_000_000;
const RUNS = 7;

export function floorOf(): Floor {
  const ascii = Buffer.alloc(SIZE, 'An ordinary sentence follows here. ');
  const mixed = Buffer.alloc(SIZE, 'お金を払え деньги 돈을 вышли money. ');
  const text = ascii.toString('latin1');
  const decoder = new TextDecoder();
  return {
    ascii: rate(() => decoder.decode(ascii).length),
    mixed: rate(() => decoder.decode(mixed).length),
    byteLoop: rate(() => {
      let sum = 0;
      for (let k = 0; k < ascii.length; k++) sum = (sum + (ascii[k] as number)) | 0;
      return sum;
    }),
    unitLoop: rate(() => {
      let hash = 0;
      for (let k = 0; k < text.length; k++) hash = (Math.imul(hash, 31) + text.charCodeAt(k)) | 0;
      return hash;
    }),
  };
}

function rate(work: () => number): number {
  const times = Array.from({ length: RUNS }, () => {
    const begin = performance.now();
    // Looked at, so that the work is done.
    if (Number.isNaN(work())) throw new Error('floor: no number');
    return performance.now() - begin;
  });
  return SIZE / 1000 / median(times);
}
