import type { Step } from '@hattari/engine';
import { Read } from '../words/context.js';

/** What to do now, in order; the first of them stands beside the headline too. */
export function Steps({ title, steps }: { readonly title: string; readonly steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return (
    <section class="steps">
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
