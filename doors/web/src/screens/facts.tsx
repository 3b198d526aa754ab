import type { Told } from '../engine/protocol.js';
import { Read } from '../words/context.js';

/** The envelope: what stands on it, and what the post office stamped. */
export function Envelope({ told }: { readonly told: Told }) {
  const { sender } = told.explanation;
  if (sender === null) return null;
  return (
    <section class="card" aria-labelledby="sender">
      <h2 id="sender">
        <Read text={told.labels['label-sender'] ?? ''} />
      </h2>
      <dl class="envelope">
        {sender.picture.map(({ label, text }) => (
          <div key={label}>
            <dt>
              <Read text={label} />
            </dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
      <ul>
        {sender.why.map((line) => (
          <li key={line}>
            <Read text={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What they want, where it should go, and what is attached. */
export function Money({ told }: { readonly told: Told }) {
  const { demandWords, wallets, attachments } = told.explanation;
  return (
    <>
      {demandWords.length > 0 && (
        <section class="card" aria-labelledby="demand">
          <h2 id="demand">
            <Read text={told.labels['label-demand'] ?? ''} />
          </h2>
          <ul>
            {demandWords.map((line) => (
              <li key={line}>
                <Read text={line} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {wallets.length > 0 && (
        <section class="card" aria-labelledby="wallets">
          <h2 id="wallets">
            <Read text={told.labels['label-wallets'] ?? ''} />
          </h2>
          {wallets.map(({ address, words }) => (
            <div key={address}>
              <code dir="ltr">{address}</code>
              <p>
                <Read text={words} />
              </p>
            </div>
          ))}
        </section>
      )}
      {attachments.length > 0 && (
        <section class="card" aria-labelledby="attachments">
          <h2 id="attachments">
            <Read text={told.labels['label-attachments'] ?? ''} />
          </h2>
          {attachments.map(({ name, why }, i) => (
            <div key={`${i} ${name}`}>
              <bdi>{name}</bdi>
              {why !== '' && (
                <p>
                  <Read text={why} />
                </p>
              )}
            </div>
          ))}
        </section>
      )}
    </>
  );
}

/** What was not read or not checked, and how the letter was disguised. */
export function Limits({ told, isDraft }: { readonly told: Told; readonly isDraft: boolean }) {
  const { problems, tricks } = told.explanation;
  const lines = [...problems.map(({ text }) => text), ...tricks.map(({ text }) => text)];
  if (isDraft || told.draft) lines.push(told.labels['label-draft'] ?? '');
  if (told.lacks) lines.push(told.labels['label-fallback'] ?? '');
  if (lines.length === 0) return null;
  return (
    <details class="limits">
      <summary>
        <Read text={told.labels['label-limits'] ?? ''} />
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <Read text={line} />
          </li>
        ))}
      </ul>
    </details>
  );
}
