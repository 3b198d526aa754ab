import type { Trouble } from '../taken-in.js';
import { T } from '../words/context.js';
import { type Draft, Field } from './field.js';
import { TroubleLine } from './trouble.js';

type Props = {
  /** The text as far as it was typed: a change of language must not lose it. */
  readonly draft: Draft;
  readonly reading: boolean;
  readonly trouble: Trouble | null;
  readonly onGiven: (from: string | readonly File[]) => void;
};

/** The first ten seconds: breath, no payment, no answer; then one field. */
export function Before({ draft, reading, trouble, onGiven }: Props) {
  return (
    <>
      <section class="calm" aria-labelledby="calm">
        <h1 id="calm">
          <T k="breathe-title" />
        </h1>
        <p>
          <T k="breathe-pay" />
        </p>
        <p>
          <T k="breathe-answer" />
        </p>
      </section>
      <p class="here">
        <T k="breathe-here" />
      </p>
      <Field draft={draft} onGiven={onGiven} />
      <TroubleLine trouble={trouble} reading={reading} />
    </>
  );
}
