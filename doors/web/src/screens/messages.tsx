import type { Looked } from '../engine/protocol.js';
import { Read, T } from '../words/context.js';

type Props = {
  readonly looked: Looked;
  /** The messages by their places, the one that may be real first. */
  readonly order: readonly number[];
  readonly chosen: number;
  /** Files that were not taken. */
  readonly refused: number;
  readonly onChosen: (message: number) => void;
};

/** The messages that were given, each with its sentence; the one that may be real stands first and was chosen first. */
export function Messages({ looked, order, chosen, refused, onChosen }: Props) {
  const isOfFiles = new Set(looked.told.map(({ name }) => name)).size > 1;
  return (
    <nav class="messages" aria-labelledby="messages">
      {looked.told.length > 1 && (
        <>
          <h2 id="messages">
            <T k="messages" slots={{ count: String(looked.told.length) }} />
          </h2>
          <p class="hint">
            <T k="messages-order" />
          </p>
          <ol>
            {order.map((i) => {
              const { subject, name, explanation } = looked.told[i] as Looked['told'][number];
              const title = subject === '' ? (isOfFiles ? name : '') : subject;
              return (
                <li key={i}>
                  <button type="button" aria-current={i === chosen ? 'true' : undefined} onClick={() => onChosen(i)}>
                    <strong>
                      <Read text={explanation.headline} />
                    </strong>
                    <span class="small">
                      <bdi>{title === '' ? <T k="no-subject" /> : title.slice(0, 120)}</bdi>
                      {isOfFiles && name !== title && (
                        <>
                          {' · '}
                          <bdi>{name.slice(0, 120)}</bdi>
                        </>
                      )}
                    </span>
                  </button>
                </li>
              );
            })}
          </ol>
        </>
      )}
      {looked.more > 0 && (
        <p>
          <T k="messages-more" slots={{ count: String(looked.more) }} />
        </p>
      )}
      {refused > 0 && (
        <p>
          <T k="files-refused" slots={{ count: String(refused) }} />
        </p>
      )}
    </nav>
  );
}

/** Above a message that may calm, while another one may be real. */
export function Beware({ onShown }: { readonly onShown: () => void }) {
  return (
    <section class="beware">
      <p>
        <T k="messages-grave" />
      </p>
      <button type="button" onClick={onShown}>
        <T k="messages-open-grave" />
      </button>
    </section>
  );
}
