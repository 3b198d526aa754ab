import { useContext } from 'preact/hooks';
import type { Told } from '../engine/protocol.js';
import { folder } from '../page-data.js';
import { T, Words } from '../words/context.js';

/** Where a letter shows a password, or says that it knows one: the way to the page that can ask about it. */
export function PasswordOffer({ told }: { readonly told: Told }) {
  const { language } = useContext(Words);
  const isThere = told.flags.includes('password-shown') || told.explanation.claims.some(({ id }) => id === 'know-password');
  // Whoever may really be threatened has other things to do first.
  if (!isThere || told.kind === 'genuine') return null;
  return (
    <section class="card" aria-labelledby="password-offer">
      <h2 id="password-offer">
        <T k="password-offer" />
      </h2>
      <p>
        <T k="password-offer-what" />
      </p>
      <p>
        <a class="onward" href={`${folder()}password/?lang=${language}`} target="_blank" rel="noreferrer noopener">
          <T k="password-offer-link" />{' '}
          <span class="small">
            <T k="new-window" />
          </span>
        </a>
      </p>
    </section>
  );
}
