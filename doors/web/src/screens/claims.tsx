import { useContext } from 'preact/hooks';
import type { Told } from '../engine/protocol.js';
import { Read, T, Words } from '../words/context.js';

/** Claims open from the start; the others stand behind one line, since twenty of them are a wall on a phone. */
const OPEN = 3;

/** Claim by claim: what they write on one side, what is known on the other. */
export function Claims({ told }: { readonly told: Told }) {
  const { claims } = told.explanation;
  if (claims.length === 0) return null;
  return (
    <section class="claims" aria-labelledby="claims">
      <h2 id="claims">
        <Read text={told.labels['label-claims'] ?? ''} />
      </h2>
      {claims.slice(0, OPEN).map((claim) => (
        <One key={claim.id} claim={claim} told={told} isOpen={true} />
      ))}
      {claims.length > OPEN && (
        <details class="more">
          <summary>
            <T k="claims-more" slots={{ count: String(claims.length - OPEN) }} />
          </summary>
          {claims.slice(OPEN).map((claim) => (
            <One key={claim.id} claim={claim} told={told} isOpen={false} />
          ))}
        </details>
      )}
    </section>
  );
}

type OneProps = { readonly claim: Told['explanation']['claims'][number]; readonly told: Told; readonly isOpen: boolean };

function One({ claim, told, isOpen }: OneProps) {
  return (
    <details open={isOpen}>
      <summary>
        <span>
          <Read text={claim.title} />
        </span>
        {claim.tag !== '' && (
          <span class="tag">
            <Read text={claim.tag} />
          </span>
        )}
      </summary>
      <div class="ledger">
        {!told.hushed.includes(claim.id) && <Quote words={claim.quote} />}
        <p>
          <Read text={claim.why} />
        </p>
      </div>
    </details>
  );
}

/** Signs of a real threat that are told: more of them are no more certain. */
const SIGNALS = 4;

export function Signals({ told }: { readonly told: Told }) {
  const { signals } = told.explanation;
  if (signals.length === 0) return null;
  return (
    <section class="claims" aria-labelledby="signals">
      <h2 id="signals">
        <Read text={told.labels['label-signals'] ?? ''} />
      </h2>
      {signals.slice(0, SIGNALS).map((signal) => (
        <details key={signal.id} open>
          <summary>
            <Read text={signal.title} />
          </summary>
          <div class="ledger">
            <Quote words={signal.quote} />
            <p>
              <Read text={signal.why} />
            </p>
          </div>
        </details>
      ))}
    </section>
  );
}

/** A stranger's words: as text, in their own direction. */
function Quote({ words }: { readonly words: string }) {
  const { say } = useContext(Words);
  if (words === '') return null;
  return (
    <blockquote dir="auto" aria-label={say('they-write')}>
      {words}
    </blockquote>
  );
}
