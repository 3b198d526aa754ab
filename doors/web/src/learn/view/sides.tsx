import { fieldOf, type Prose } from '../prose.js';
import { useSay } from './place.js';
import { Blocks, Inline, Sources, SectionOf } from './prose.js';

/** Two columns: what letters to very many look like, and what somebody who means the reader looks like. A section with `mass:` is a row. */
export function Sides({ prose: { lead, sections } }: { readonly prose: Prose }) {
  const say = useSay();
  const rows = sections.filter(({ fields }) => fields.has('mass'));
  return (
    <>
      <Blocks blocks={lead.blocks} />
      <div class="sides">
        {rows.map((row) => (
          <section key={row.id} aria-labelledby={row.id}>
            <h2 id={row.id}>{row.title}</h2>
            <dl>
              <div class="mass">
                <dt>{say('side-mass')}</dt>
                <dd>
                  <Inline text={fieldOf(row, 'mass')} />
                </dd>
              </div>
              <div class="real">
                <dt>{say('side-real')}</dt>
                <dd>
                  <Inline text={fieldOf(row, 'real')} />
                </dd>
              </div>
            </dl>
          </section>
        ))}
      </div>
      {sections
        .filter(({ fields }) => !fields.has('mass'))
        .map((section) => (
          <SectionOf key={section.id} section={section} />
        ))}
      <Sources section={lead} />
    </>
  );
}
