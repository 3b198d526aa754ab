import type { Prose } from '../prose.js';
import { useAddress } from './place.js';
import { Blocks } from './prose.js';

/** Where the Learn pages begin: a line for each of them. The id of a section is the page's path. */
export function Start({ prose }: { readonly prose: Prose }) {
  const address = useAddress();
  return (
    <>
      <Blocks blocks={prose.lead.blocks} />
      <ul class="shelf">
        {prose.sections.map(({ id, title, blocks }) => (
          <li key={id}>
            <h2>
              <a href={address(`${id}/`)}>{title}</a>
            </h2>
            <Blocks blocks={blocks} />
          </li>
        ))}
      </ul>
    </>
  );
}
