import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Place, type Standing, useAddress, useSay } from './place.js';

/** Names of languages in themselves. */
const NAMES = { ja: '日本語', en: 'English' } as const;

/** `quoted`: the title is what letters say, not what we say. */
type Props = { readonly at: Standing; readonly title: string; readonly quoted: boolean; readonly children: ComponentChildren };

/** What stands around every Learn page: the way out first, then where one is, and the way back to the field. */
export function Frame({ at, title, quoted, children }: Props) {
  return (
    <Place.Provider value={at}>
      <Top />
      <main id="main" tabIndex={-1} class="learn">
        {quoted && <Quoted />}
        <h1 data-theirs={quoted || undefined}>{title}</h1>
        {children}
      </main>
      <Bottom />
    </Place.Provider>
  );
}

function Quoted() {
  const say = useSay();
  return <p class="kicker">{say('such-letters-say')}</p>;
}

function Top() {
  const { language, languages, path } = useContext(Place);
  const say = useSay();
  const address = useAddress();
  const above = path.split('/').length > 2;
  return (
    <header>
      <a class="skip" href="#main">
        {say('skip')}
      </a>
      <div class="bar">
        <div class="brand">
          <a class="home" href={address('main')}>
            <strong>{say('brand')}</strong>
          </a>
          <span>{say('brand-under')}</span>
        </div>
        <a class="leave" href="https://www.wikipedia.org/" rel="noreferrer" aria-describedby="leave-hint">
          {say('leave')}
        </a>
      </div>
      <div class="choices">
        <nav aria-label={say('where')}>
          <a href={address('main')}>{say('read-message')}</a>
          {path !== '' && (above ? <a href={address('patterns/')}>{say('patterns')}</a> : <a href={address('')}>{say('learn-nav')}</a>)}
        </nav>
        <span class="languages">
          {languages.map((other) =>
            other === language ? null : (
              <a key={other} href={address(path, other)} hreflang={other} lang={other}>
                {NAMES[other]}
              </a>
            ),
          )}
        </span>
      </div>
    </header>
  );
}

function Bottom() {
  const say = useSay();
  const address = useAddress();
  return (
    <footer>
      <p>
        {say('safe-first')} <a href={address('main')}>{say('read-message')}</a> · <a href={address('')}>{say('learn')}</a>
      </p>
      <p id="leave-hint">{say('leave-hint')}</p>
      <p class="small">{say('own-words')}</p>
    </footer>
  );
}
