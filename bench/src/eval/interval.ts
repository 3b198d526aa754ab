/** A count of so many, with the exact 95 % interval of its share (Clopper and Pearson 1934, two-sided): 0 to 1. */
export type Share = { readonly part: number; readonly of: number; readonly low: number; readonly high: number };

const TAIL = 0.025;

/** Of nothing nothing is known: 0 to 1. Throws a `RangeError` on more parts than there are. */
export function shareOf(part: number, of: number): Share {
  if (!(Number.isInteger(part) && Number.isInteger(of) && part >= 0 && part <= of)) throw new RangeError(`share: wanted 0 to ${of}, got ${part}`);
  if (of === 0) return { part, of, low: 0, high: 1 };
  return {
    part,
    of,
    low: part === 0 ? 0 : solve((p) => beta(p, part, of - part + 1) < TAIL),
    high: part === of ? 1 : solve((p) => beta(p, part + 1, of - part) < 1 - TAIL),
  };
}

/** The place between 0 and 1 up to which `below` holds; 60 halvings are more than a double can tell apart. */
function solve(below: (p: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function, by Lentz's continued fraction (DLMF 8.17.22); it converges fast on the side of the mean. */
function beta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - beta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return front * fraction;
}

function away(x: number): number {
  return Math.abs(x) < 1e-300 ? 1e-300 : x;
}

/** Of whole numbers from 1 on: exact sums of logarithms up to 30, Stirling's series beyond (its next term is below 1e-13 there). */
function logGamma(n: number): number {
  if (n <= 30) {
    let sum = 0;
    for (let k = 2; k < n; k++) sum += Math.log(k);
    return sum;
  }
  return (n - 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
}
