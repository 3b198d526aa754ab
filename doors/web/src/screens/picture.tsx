import { useState } from 'preact/hooks';
import { T } from '../words/context.js';

type Age = 'adult' | 'under-18' | undefined;

/**
 * A picture or a PDF was given: asked first is the age, and the file is not opened. Once the package `sight` is there, `adult` is where
 * it may read the picture; for everybody else it stays as it is here.
 */
export function Picture({ onDone }: { readonly onDone: (age: Age) => void }) {
  const [age, setAge] = useState<Age | 'unknown' | null>(null);
  return (
    <section aria-labelledby="picture" class="card">
      <h1 id="picture" tabIndex={-1} ref={(title) => title?.focus()}>
        <T k="picture-title" />
      </h1>
      {age === null ? (
        <fieldset>
          <legend>
            <T k="picture-age" />
          </legend>
          <div class="row">
            <button type="button" onClick={() => setAge('adult')}>
              <T k="picture-adult" />
            </button>
            <button type="button" onClick={() => setAge('under-18')}>
              <T k="picture-under" />
            </button>
            <button type="button" onClick={() => setAge('unknown')}>
              <T k="picture-unknown" />
            </button>
          </div>
        </fieldset>
      ) : (
        <div role="status">
          <p>
            <T k={age === 'adult' ? 'picture-for-adult' : 'picture-for-minor'} />
          </p>
          <button type="button" class="main" onClick={() => onDone(age === 'unknown' ? undefined : age)}>
            <T k="picture-back" />
          </button>
        </div>
      )}
    </section>
  );
}
