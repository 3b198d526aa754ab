import type { Flag, VerdictKind } from '@hattari/engine';
import { expect, test } from 'vitest';
import { byGravity, isGrave } from './gravity.js';

const one = (kind: VerdictKind, ...flags: readonly Flag[]) => ({ kind, flags });

test.each([
  [[one('clear'), one('bluff'), one('genuine')], [2, 1, 0], 'what may be real comes first'],
  [[one('bluff'), one('bluff'), one('unsure')], [2, 0, 1], 'of equal ones as they were given; a doubt before a lie'],
  [[one('genuine'), one('unsure', 'crisis')], [1, 0], 'somebody in need before all'],
  [[one('genuine'), one('bluff', 'minor')], [1, 0], 'a child before all'],
  [[one('unsure'), one('kin', 'violence')], [1, 0], 'a threat to a life before a doubt'],
  [[], [], 'none'],
])('%j stand as %j: %s', (told, expected) => {
  expect(byGravity(told)).toEqual(expected);
});

test.each([
  [one('genuine'), true],
  [one('bluff', 'crisis'), true],
  [one('kin', 'violence'), true],
  [one('bluff', 'password-shown'), false],
  [one('unsure'), false],
  [one('clear'), false],
])('%j is grave: %s', (told, expected) => {
  expect(isGrave(told)).toBe(expected);
});
