import { SPAN } from '../figures.js';
import { fieldOf, type Prose, type Section } from '../prose.js';
import { Chart, type Mark } from './chart.js';
import { useSay } from './place.js';
import { Blocks, SectionOf, Sources } from './prose.js';

/** The waves in their order, a chart above them. A section with `when: YYYY-MM` or `when: YYYY` is a wave. */
export function Timeline({ prose: { lead, sections } }: { readonly prose: Prose }) {
  const say = useSay();
  const waves = sections.filter(({ fields }) => fields.has('when'));
  return (
    <>
      <Blocks blocks={lead.blocks} />
      <Chart marks={waves.map(markOf).filter(({ year }) => year >= SPAN.from)} />
      <ol class="waves">
        {waves.map((wave) => (
          <li key={wave.id}>
            <h2 id={wave.id}>{wave.title}</h2>
            <p class="small">
              {say('wave-when')}: {fieldOf(wave, 'when')}
              {wave.fields.has('price') && ` · ${say('wave-asked')}: ${fieldOf(wave, 'price')}`}
            </p>
            <Blocks blocks={wave.blocks} />
            <Sources section={wave} />
          </li>
        ))}
      </ol>
      {sections
        .filter(({ fields }) => !fields.has('when'))
        .map((section) => (
          <SectionOf key={section.id} section={section} />
        ))}
    </>
  );
}

/** Where only the year is known, the mark stands in its middle. Throws where a wave does not even say that. */
function markOf(wave: Section, i: number): Mark {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(fieldOf(wave, 'when')) ?? [];
  if (year === undefined) throw new Error(`timeline: “${wave.id}” wants when: YYYY-MM or YYYY`);
  return { number: i + 1, year: Number(year), month: month === undefined ? 6.5 : Number(month) };
}
