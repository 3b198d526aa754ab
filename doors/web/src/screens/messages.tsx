import type { Looked } from '../engine/protocol.js';
import { Read, T } from '../words/context.js';

type Props = { readonly looked: Looked; readonly chosen: number; readonly onChosen: (message: number) => void };

/** The messages of a mailbox, each with its sentence; the one that may be real was chosen first. */
export function Messages({ looked, chosen, onChosen }: Props) {
  return (
    <nav class="messages" aria-labelledby="messages">
      <h2 id="messages">
        <T k="messages" slots={{ count: String(looked.told.length) }} />
      </h2>
      <ol>
        {looked.told.map(({ subject, explanation }, i) => (
          <li key={i}>
            <button type="button" aria-current={i === chosen ? 'true' : undefined} onClick={() => onChosen(i)}>
              <bdi>{subject === '' ? <T k="no-subject" /> : subject.slice(0, 120)}</bdi>
              <span class="small">
                <Read text={explanation.headline} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      {looked.more > 0 && (
        <p>
          <T k="messages-more" slots={{ count: String(looked.more) }} />
        </p>
      )}
    </nav>
  );
}
