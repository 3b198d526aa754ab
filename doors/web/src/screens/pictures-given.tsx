import type { Progress } from '../sight/client.js';
import { T } from '../words/context.js';
import { type Age, AgeFirst } from './age-first.js';

type Props = {
  readonly count: number;
  readonly age: Age;
  readonly progress: Progress | null;
  readonly onRead: () => void;
  readonly onAge: (age: Exclude<Age, undefined>) => void;
  readonly onStop: () => void;
};

/** Pictures, PDFs or documents that were given beside messages: they are read after the same question, each as a message of its own. */
export function PicturesGiven({ count, age, progress, onRead, onAge, onStop }: Props) {
  if (count === 0) return null;
  return (
    <section class="card" aria-labelledby="pictures-given">
      <h2 id="pictures-given">
        <T k="files-unread" slots={{ count: String(count) }} />
      </h2>
      <AgeFirst age={age} progress={progress} onRead={onRead} onAge={onAge} onStop={onStop} />
    </section>
  );
}
