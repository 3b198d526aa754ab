import type { PageData } from '@hattari/shelf';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Engine } from '../engine/client.js';
import { folder } from '../page-data.js';
import { languageOf } from '../place.js';
import { Words } from '../words/context.js';
import { T } from '../words/context.js';
import { directionOf, sayIn } from '../words/say.js';
import { Preview } from './preview.js';
import type { Mistake, Tried } from './try-language.js';

/** Characters of a language file that are read: the longest has a million. */
const LONGEST = 8_000_000;

/** For whoever writes a language file: drop it, see its mistakes, its matrix, and the page as it speaks with it. */
export function Workbench({ data, engine }: { readonly data: PageData; readonly engine: Engine }) {
  const language = useMemo(
    () =>
      languageOf(
        navigator.languages,
        data.languages.map(({ code }) => code),
      ),
    [data],
  );
  const [tried, setTried] = useState<Tried | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [reading, setReading] = useState(false);
  const source = useRef('');
  const sentences = useRef<Engine | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const say = useMemo(() => sayIn(language, false), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);

  const attempt = async (letter: string | null): Promise<void> => {
    setReading(true);
    setTrouble(null);
    try {
      const response = await fetch(`${folder()}${data.english.path}`, { integrity: data.english.integrity });
      const first = (await engine.ask({ do: 'try-language', file: source.current, english: await response.text(), letter })) as Tried;
      setTried(first);
      // Beside the other engine, which the next file may want at once.
      sentences.current?.end();
      sentences.current = new Engine(data);
      const slips = (await sentences.current.ask({ do: 'slips', file: source.current })) as readonly Mistake[];
      if (slips.length > 0) setTried({ ...first, mistakes: [...first.mistakes, ...slips].sort((a, b) => a.line - b.line) });
    } catch (cause) {
      setTrouble((cause as Error).message);
    } finally {
      setReading(false);
    }
  };
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const text = await file.slice(0, LONGEST).text();
    if (!text.replace(/^\ufeff/, '').startsWith('# ')) {
      setTried(null);
      setTrouble(say('bench-not-read', { why: file.name }));
      return;
    }
    source.current = text;
    await attempt(null);
  };

  return (
    <Words.Provider value={{ say, language, easy: false, furigana: false }}>
      <header>
        <div class="bar">
          <a href={`${folder()}index.html`}>
            <T k="home" />
          </a>
        </div>
      </header>
      <main
        id="main"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer?.files[0]);
        }}
      >
        <h1>
          <T k="bench-title" />
        </h1>
        <p>
          <T k="bench-what" />
        </p>
        <div class="row">
          <button type="button" class="main" onClick={() => chooser.current?.click()}>
            <T k="bench-choose" />
          </button>
          <input
            ref={chooser}
            class="chooser"
            type="file"
            accept=".md,text/markdown"
            tabIndex={-1}
            aria-label={say('bench-choose')}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              void take(file);
            }}
          />
        </div>
        <div role="status" class="status">
          {reading && <T k="reading" />}
          {trouble}
        </div>
        {tried !== null && <Preview tried={tried} onLetter={(letter) => void attempt(letter)} />}
      </main>
    </Words.Provider>
  );
}
