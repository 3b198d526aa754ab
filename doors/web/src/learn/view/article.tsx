import type { ComponentChildren } from 'preact';
import type { Prose } from '../prose.js';
import { Blocks, SectionOf, Sources } from './prose.js';

/** A page of plain sections. `below`: what stands under the section of that id. */
export function Article({ prose: { lead, sections }, below = {} }: { readonly prose: Prose; readonly below?: Readonly<Record<string, ComponentChildren>> }) {
  return (
    <>
      <Blocks blocks={lead.blocks} />
      {sections.map((section) => (
        <SectionOf key={section.id} section={section}>
          {below[section.id]}
        </SectionOf>
      ))}
      <Sources section={lead} />
    </>
  );
}
