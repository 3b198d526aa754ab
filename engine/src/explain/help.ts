import type { Knowledge } from '../language/knowledge.js';
import type { Desk, Place, Purpose, Texts } from '../language/place-file.js';
import type { Help } from '../model.js';

/** Tools that work in every country, and the only desks of a country that has no file. */
const EVERYWHERE = 'world';
/** Desks shown: more numbers than these are a directory, not help. */
const DESKS = 6;

/** Who helps in the reader's country with these purposes, the first purpose first; then what works everywhere. */
export function helpFor(
  place: string,
  purposes: readonly Purpose[],
  know: Pick<Knowledge, 'places'>,
  language: string,
): { readonly help: readonly Help[]; readonly emergency: string | null } {
  const local = know.places.find((p) => p.code.toUpperCase() === place.toUpperCase());
  const world = know.places.find((p) => p.code === EVERYWHERE);
  const chosen: { desk: Desk; place: Place }[] = [];
  for (const from of [local, world]) {
    if (from === undefined) continue;
    for (const purpose of purposes) {
      for (const desk of from.desks) {
        if (desk.purposes.includes(purpose) && !chosen.some((c) => c.desk === desk)) chosen.push({ desk, place: from });
      }
    }
  }
  // The take-down tools stand in the world's file: they must not be crowded out by a long local list.
  const locals = chosen.filter((c) => c.place === local).slice(0, DESKS);
  const worlds = chosen.filter((c) => c.place === world && c.place !== local).slice(0, 2);
  return { help: [...locals, ...worlds].map(({ desk, place: from }) => helpOf(desk, from, language)), emergency: local?.emergency ?? null };
}

function helpOf(desk: Desk, place: Place, language: string): Help {
  const say = (texts: Texts): string | null =>
    texts[language] ?? (place.languages.includes(language) ? texts[''] : undefined) ?? texts['en'] ?? texts[''] ?? null;
  return {
    name: say(desk.name) ?? desk.id,
    phone: desk.phone,
    url: desk.url,
    hours: say(desk.hours),
    note: say(desk.note),
    seen: desk.seen,
    source: desk.source,
  };
}
