import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { leave, leaveWithOthers, onThreeShifts } from '../leave.js';
import { type BuiltPage, folder } from '../page-data.js';
import { languageAtFirst } from '../place.js';
import { T, Words } from '../words/context.js';
import type { WordKey } from '../words/en.js';
import { directionOf, sayIn } from '../words/say.js';
import { type Answer, askService, PATIENCE, SERVICE } from './range.js';

/** Where the maker of the service tells how it works. */
const SOURCE = { url: 'https://www.troyhunt.com/enhancing-pwned-passwords-privacy-with-padding/', seen: '2026-11-29' } as const;

/** Isolates a name within a sentence that may run from right to left (Unicode Annex 9). */
const [LEFT_TO_RIGHT, END] = ['\u2066', '\u2069'];

/** What is told of an answer, sentence by sentence. */
const TOLD: Readonly<Record<Answer['is'], readonly WordKey[]>> = {
  found: ['password-found', 'password-found-means', 'password-found-do'],
  'not-found': ['password-not-found', 'password-not-found-means'],
  offline: ['password-offline', 'password-anyway'],
  silent: ['password-silent', 'password-anyway'],
  wrong: ['password-wrong', 'password-anyway'],
  'not-here': ['password-not-here', 'password-anyway'],
};

/** The one page that asks somebody else: whether a password stands in known leaks. Nothing is sent before the button is pressed. */
export function PasswordPage({ data }: { readonly data: BuiltPage }) {
  const language = useMemo(() => languageAtFirst(data.languages.map(({ code }) => code)), [data]);
  const say = useMemo(() => sayIn(language, false), [language]);
  const field = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const [state, setState] = useState<Answer | 'empty' | 'asking' | null>(null);
  /** An answer to a password that was changed or cleared meanwhile is not shown. */
  const turn = useRef(0);
  const forget = (): void => {
    turn.current++;
    if (field.current !== null) field.current.value = '';
    setShown(false);
    setState(null);
  };
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    document.title = `${say('password-title')} – Hattari`;
  }, [language, say]);
  useEffect(() => onThreeShifts(leave), []);
  useEffect(leaveWithOthers, []);
  useEffect(() => {
    // A page that is kept for the way back keeps its fields too.
    window.addEventListener('pagehide', forget);
    return () => window.removeEventListener('pagehide', forget);
  }, []);

  const ask = async (): Promise<void> => {
    const password = field.current?.value ?? '';
    const mine = ++turn.current;
    if (password === '') return setState('empty');
    setState('asking');
    const answer = await askService(password);
    if (mine === turn.current) setState(answer);
  };

  return (
    <Words.Provider value={{ say, language, easy: false, furigana: false }}>
      <header>
        <a class="skip" href="#main">
          <T k="skip" />
        </a>
        <div class="bar">
          <a class="way-back" href={`${folder()}index.html`}>
            <T k="home" />
          </a>
          <button type="button" class="leave" aria-describedby="leave-hint" onClick={leave}>
            <T k="leave" />
          </button>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <h1>
          <T k="password-title" />
        </h1>
        <p>
          <T k="password-need-not" />
        </p>
        <section class="card" aria-labelledby="sent">
          <h2 id="sent">
            <T k="password-sent-title" />
          </h2>
          <ul>
            {(['password-sent-sum', 'password-sent-five', 'password-sent-never'] as const).map((key) => (
              <li key={key}>
                <T k={key} />
              </li>
            ))}
          </ul>
          <p class="small">
            <T k="password-sent-who" slots={{ service: `${LEFT_TO_RIGHT}${new URL(SERVICE).host} (Have I Been Pwned)${END}` }} />
          </p>
        </section>
        <form
          class="field"
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <label for="password">
            <T k="password-label" />
          </label>
          <input
            id="password"
            ref={field}
            {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            dir="ltr"
            onInput={() => {
              turn.current++;
              setState(null);
            }}
          />
          <label class="switch">
            <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
            <T k="password-show" />
          </label>
          <div class="row">
            <button type="submit" class="main" disabled={state === 'asking'}>
              <T k="password-ask" />
            </button>
            <button type="button" onClick={forget}>
              <T k="password-clear" />
            </button>
          </div>
        </form>
        <div role="status" class="told">
          <Told state={state} language={language} />
        </div>
      </main>
      <footer>
        <p id="leave-hint">
          <T k="leave-hint" />
        </p>
        <p>
          <T k="password-source" slots={{ date: SOURCE.seen }} />{' '}
          <a href={SOURCE.url} target="_blank" rel="noreferrer noopener" dir="ltr">
            {new URL(SOURCE.url).host}
          </a>
        </p>
      </footer>
    </Words.Provider>
  );
}

function Told({ state, language }: { readonly state: Answer | 'empty' | 'asking' | null; readonly language: string }) {
  if (state === null) return null;
  if (typeof state === 'string')
    return (
      <p>
        <T k={state === 'empty' ? 'password-empty' : 'password-asking'} />
      </p>
    );
  const times = state.is === 'found' ? new Intl.NumberFormat(language).format(state.times) : '';
  return (
    <div class={`verdict ${state.is === 'found' ? 'careful' : 'open'}`}>
      {TOLD[state.is].map((key) => (
        <p key={key}>
          <T k={key} slots={{ times, seconds: String(PATIENCE / 1000) }} />
        </p>
      ))}
    </div>
  );
}
