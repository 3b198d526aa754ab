import { placesIn } from '@hattari/shelf';
import { expect, test } from 'vitest';
import { ROOT } from './root.js';

const places = placesIn(`${ROOT}languages/places`).filter(({ name }) => name !== 'world.md');

test.each(places)('$name: an emergency number, and somebody for a real case', ({ value }) => {
  expect(value.mistakes).toEqual([]);
  expect(value.emergency).toMatch(/^\d+(, \d+)*$/);
  // Who helps a child or in despair is told where a source was seen; else the emergency number stands.
  expect(value.desks.some(({ purposes }) => purposes.includes('genuine'))).toBe(true);
});

test('every language of a place that is not English has English words beside its own', () => {
  for (const { name, value } of places)
    if (!value.languages.includes('en'))
      for (const { id, name: names, note } of value.desks) {
        expect(names['en'], `${name} ${id}`).toBeTruthy();
        if (note[''] !== undefined && note[''] !== '') expect(note['en'], `${name} ${id}: note`).toBeTruthy();
      }
});
