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
  return { help: desksFor(place, purposes, know).map((found) => helpOf(found, language)), emergency: placeOf(place, know)?.emergency ?? null };
}

type Found = { readonly desk: Desk; readonly place: Place };

export function desksFor(place: string, purposes: readonly Purpose[], know: Pick<Knowledge, 'places'>): readonly Found[] {
  const local = placeOf(place, know);
  const world = know.places.find((p) => p.code === EVERYWHERE);
  const chosen: Found[] = [];
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
  return [...locals, ...worlds];
}

function placeOf(code: string, know: Pick<Knowledge, 'places'>): Place | undefined {
  return know.places.find((p) => p.code.toUpperCase() === code.toUpperCase());
}

export function helpOf({ desk, place }: Found, language: string): Help {
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
