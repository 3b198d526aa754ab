import { expect, test } from 'vitest';
import { readPlaceFile } from './place-file.js';

const HEAD = '# XX — Somewhere\n\nname-en: Somewhere\nlanguages: en\n';
const EMERGENCY = 'emergency: 112\nemergency-source: https://example.org/112 (seen 2026-11-29)\n';
const ENTRY = '\n## line\n\nname: A line\nphone: 1234\nfor: crisis\nsource: https://example.org/line\nseen: 2026-11-29\n';
const without = (field: string): string => ENTRY.replace(new RegExp(`^${field}: .*\n`, 'm'), '');

test('an entry with its source and its day is read', () => {
  const { mistakes, emergency, desks } = readPlaceFile(`${HEAD}${EMERGENCY}${ENTRY}`);
  expect(mistakes).toEqual([]);
  expect(emergency).toBe('112');
  expect(desks).toMatchObject([{ id: 'line', phone: '1234', purposes: ['crisis'], source: 'https://example.org/line', seen: '2026-11-29' }]);
});

test.each([
  ['no source', `${HEAD}${EMERGENCY}${without('source')}`, /a source .* is missing/],
  ['a source that is no address', `${HEAD}${EMERGENCY}${ENTRY.replace('https://example.org/line', 'a friend')}`, /a source .* is missing/],
  ['no day', `${HEAD}${EMERGENCY}${without('seen')}`, /the date on which the source was seen is missing/],
  ['a day that is none', `${HEAD}${EMERGENCY}${ENTRY.replace('2026-11-29\n', 'lately\n')}`, /the date on which the source was seen is missing/],
  ['neither number nor address', `${HEAD}${EMERGENCY}${without('phone')}`, /a phone number or an address is missing/],
  ['a purpose that nobody asks for', `${HEAD}${EMERGENCY}${ENTRY.replace('for: crisis', 'for: luck')}`, /“luck” is not one of/],
  ['an emergency number without a source', `${HEAD}emergency: 112\n${ENTRY}`, /emergency numbers want an emergency-source/],
  ['an emergency number without the day', `${HEAD}${EMERGENCY.replace(/ \(seen.*\)/, '')}${ENTRY}`, /emergency numbers want an emergency-source/],
])('%s is a mistake, and the build refuses it', (_why, file, says) => {
  expect(
    readPlaceFile(file)
      .mistakes.map(({ text }) => text)
      .join('\n'),
  ).toMatch(says);
});
