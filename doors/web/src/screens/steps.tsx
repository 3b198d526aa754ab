import type { Step } from '@hattari/engine';
import { Read } from '../words/context.js';

/** What to do now, in order; `lead`: right below the headline, where the first must be seen first. */
export function Steps({ title, steps, lead = '' }: { readonly title: string; readonly steps: readonly Step[]; readonly lead?: '' | 'lead' }) {
  if (steps.length === 0) return null;
  return (
    <section class={`steps ${lead}`}>
      {title !== '' && (
        <h2>
          <Read text={title} />
        </h2>
      )}
      <ol>
        {steps.map(({ id, text }) => (
          <li key={id}>
            <Read text={text} />
          </li>
        ))}
      </ol>
    </section>
  );
}
