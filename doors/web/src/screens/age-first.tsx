import { useState } from 'preact/hooks';
import type { Progress } from '../sight/client.js';
import { T } from '../words/context.js';

/** `unknown` was answered, and counts as under 18; `undefined` was not asked yet. */
export type Age = 'adult' | 'under-18' | 'unknown' | undefined;

type Props = {
  readonly age: Age;
  readonly progress: Progress | null;
  readonly onRead: () => void;
  readonly onAge: (age: Exclude<Age, undefined>) => void;
  readonly onStop: () => void;
};

/** Before a picture is opened the age is asked; it is read for 18 or over, and for nobody else. */
export function AgeFirst({ age, progress, onRead, onAge, onStop }: Props) {
  const [said, say] = useState(age);
  const answer = (given: Exclude<Age, undefined>): void => {
    say(given);
    onAge(given);
  };
  if (progress !== null) return <Seeing progress={progress} onStop={onStop} />;
  const known = age ?? said;
  if (known === 'adult')
    return (
      <button type="button" class="main" onClick={onRead}>
        <T k="sight-read" />
      </button>
    );
  if (known !== undefined)
    return (
      <p role="status">
        <T k="picture-for-minor" />
      </p>
    );
  return (
    <>
      <p>
        <T k="picture-what" />
      </p>
      <fieldset>
        <legend>
          <T k="picture-age" />
        </legend>
        <div class="row">
          <button type="button" onClick={() => answer('adult')}>
            <T k="picture-adult" />
          </button>
          <button type="button" onClick={() => answer('under-18')}>
            <T k="picture-under" />
          </button>
          <button type="button" onClick={() => answer('unknown')}>
            <T k="picture-unknown" />
          </button>
        </div>
      </fieldset>
      <p class="hint">
        <T k="picture-care" />
      </p>
    </>
  );
}

/** That it goes on, without a number that would have to be watched; and how to end it. */
function Seeing({ progress: { megabytes, file, files }, onStop }: { readonly progress: Progress; readonly onStop: () => void }) {
  return (
    <div class="seeing">
      <p role="status">
        <T k="sight-reading" />
      </p>
      <p class="hint">
        {megabytes > 0 && <T k="sight-loading" slots={{ size: megabytes.toFixed(1) }} />}
        {files > 1 && megabytes === 0 && <T k="sight-count" slots={{ at: String(file), count: String(files) }} />}
      </p>
      <div class="slow" aria-hidden="true" />
      <p class="hint">
        <T k="sight-meanwhile" />
      </p>
      <button type="button" onClick={onStop}>
        <T k="sight-stop" />
      </button>
    </div>
  );
}
