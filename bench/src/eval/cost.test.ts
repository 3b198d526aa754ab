import { expect, test } from 'vitest';
import { costOf, costOfAlways } from './cost.js';
import { LABELS } from './model.js';

test.each([
  ['bluff', 'bluff', [], 0, 'told rightly'],
  ['bluff', 'bluff', ['password-shown'], 3, 'with a password shown the page asks more'],
  ['genuine', 'bluff', [], 90, 'the worst but one'],
  ['genuine', 'clear', [], 95, 'a real case told as nothing'],
  ['genuine', 'mention', [], 95, 'a mention is told as nothing too'],
  ['minor', 'clear', [], 100, 'the worst'],
  ['minor', 'unsure', [], 30, 'the questions lead on'],
  ['genuine', 'genuine', [], 0, 'told rightly'],
  ['ham', 'genuine', [], 25, 'an innocent mail taken for a real case'],
  ['ham', 'bluff', [], 2, 'nobody is led astray, but somebody is accused'],
  ['ham', 'clear', [], 0, 'told rightly'],
  ['phishing', 'kin', [], 0, 'told rightly'],
  ['phishing', 'clear', [], 30, 'a scam told as nothing'],
] as const)('%s shown as %s %j costs %i: %s', (label, kind, flags, cost, _why) => expect(costOf(label, { kind, flags })).toBe(cost));

test('a real case called a bluff or nothing costs more than any other mistake', () => {
  const wrong = Math.min(costOfAlways('bluff', 'genuine'), costOfAlways('clear', 'genuine'));
  for (const label of LABELS)
    if (label !== 'genuine' && label !== 'minor')
      for (const kind of ['bluff', 'genuine', 'kin', 'unsure', 'mention', 'clear'] as const) expect(costOf(label, { kind, flags: [] })).toBeLessThan(wrong);
});
