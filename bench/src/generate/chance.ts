import type { Random } from '../disguise/model.js';

/** One of a list that is not empty; throws a `RangeError` where it is, since nothing can be drawn from it. */
export function oneOf<T>(list: readonly T[], random: Random): T {
  const drawn = list[Math.floor(random() * list.length)];
  if (drawn === undefined) throw new RangeError('draw: wanted a list with something in it');
  return drawn;
}

/** All of a list in an order that chance gives (Fisher and Yates). */
export function mixed<T>(list: readonly T[], random: Random): T[] {
  const order = [...list];
  for (let k = order.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [order[k], order[other]] = [order[other] as T, order[k] as T];
  }
  return order;
}

/** So many of a list, each once, in an order that chance gives. */
export function someOf<T>(list: readonly T[], count: number, random: Random): T[] {
  return mixed(list, random).slice(0, count);
}
