import type { Told } from '../engine/protocol.js';
import type { Progress } from '../sight/client.js';
import { T } from '../words/context.js';
import { type Age, AgeFirst } from './age-first.js';

type Props = {
  readonly told: Told;
  readonly age: Age;
  readonly progress: Progress | null;
  readonly onRead: () => void;
  readonly onAge: (age: Exclude<Age, undefined>) => void;
  readonly onStop: () => void;
};

/** A mail holds pictures, PDFs or documents that were not looked into: they can be, after the same question. */
export function Unread({ told, age, progress, onRead, onAge, onStop }: Props) {
  if (told.unseen === 0) return null;
  return (
    <section class="card" aria-labelledby="unread">
      <h2 id="unread">
        <T k="unread-title" slots={{ count: String(told.unseen) }} />
      </h2>
      <AgeFirst age={age} progress={progress} onRead={onRead} onAge={onAge} onStop={onStop} />
    </section>
  );
}
