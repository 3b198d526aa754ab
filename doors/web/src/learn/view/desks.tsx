import type { Given } from '../given.js';
import { helpFor, type Knowledge } from '@hattari/engine';
import { useSay } from './place.js';

type Purpose = Parameters<typeof helpFor>[1][number];
type Help = ReturnType<typeof helpFor>['help'][number];

/** The place file of what works in every country. */
const EVERYWHERE = 'world';

type Props = { readonly given: Given; readonly purposes: readonly Purpose[]; readonly on: string };

/** Who helps, country by country: those that speak the page's language first and open; each with the day it was checked. */
export function Desks({ given: { know, language }, purposes, on }: Props) {
  const say = useSay();
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const places = [...know.places].sort((a, b) => rank(a, language) - rank(b, language) || (a.code < b.code ? -1 : 1));
  const everywhere = helpIn(EVERYWHERE, purposes, know, language);
  return (
    <div class="countries" data-on={on}>
      {places.map(({ code, languages }) => {
        const help =
          code === EVERYWHERE ? everywhere : helpIn(code, purposes, know, language).filter(({ name }) => !everywhere.some((one) => one.name === name));
        if (help.length === 0) return null;
        return (
          <details key={code} open={languages.includes(language) || code === EVERYWHERE}>
            <summary>{say('desks-of', { place: code === EVERYWHERE ? say('desks-elsewhere') : (names.of(code) ?? code) })}</summary>
            <ul class="desks">
              {help.map((desk) => (
                <DeskOf key={desk.name} desk={desk} />
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

/** Its own language first, what works everywhere next. */
function rank({ code, languages }: Knowledge['places'][number], language: string): number {
  if (code === EVERYWHERE) return 1;
  return languages.includes(language) ? 0 : 2;
}

function helpIn(place: string, purposes: readonly Purpose[], know: Pick<Knowledge, 'places'>, language: string): readonly Help[] {
  return helpFor(place, purposes, know, language).help;
}

function DeskOf({ desk: { name, phone, url, hours, note, seen, source } }: { readonly desk: Help }) {
  const say = useSay();
  return (
    <li>
      <strong>{name}</strong>
      {phone !== null && (
        <a class="call" href={`tel:${phone.replace(/[^\d#*+]/g, '').replace('#', '%23')}`}>
          {phone}
        </a>
      )}
      {hours !== null && <span>{hours}</span>}
      {url !== null && <a href={url}>{url.replace(/^https?:\/\//, '').replace(/\/$/, '')}</a>}
      {note !== null && <span>{note}</span>}
      <span class="small">
        {say('desks-seen', { date: seen })} · <a href={source}>{say('desks-source')}</a>
      </span>
    </li>
  );
}
