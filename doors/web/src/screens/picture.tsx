import type { Progress } from '../sight/client.js';
import { T } from '../words/context.js';
import { type Age, AgeFirst } from './age-first.js';

type Props = {
  readonly age: Age;
  readonly progress: Progress | null;
  readonly onRead: () => void;
  readonly onAge: (age: Exclude<Age, undefined>) => void;
  readonly onStop: () => void;
  readonly onBack: () => void;
};

/** A picture, PDF or document was given: asked first is the age, and until then the file is not opened. */
export function Picture({ age, progress, onRead, onAge, onStop, onBack }: Props) {
  return (
    <section aria-labelledby="picture" class="card">
      <h1 id="picture" tabIndex={-1} ref={focused}>
        <T k={progress === null ? 'picture-title' : 'sight-title'} />
      </h1>
      <AgeFirst age={age} progress={progress} onRead={onRead} onAge={onAge} onStop={onStop} />
      {progress === null && (
        <p class="back">
          <button type="button" onClick={onBack}>
            <T k="picture-back" />
          </button>
        </p>
      )}
    </section>
  );
}

/** Once, when it comes up: a reference that is the same each time is called no more. */
function focused(title: HTMLHeadingElement | null): void {
  title?.focus();
}
