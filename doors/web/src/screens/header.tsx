import type { PageData } from '@hattari/shelf';
import { useContext } from 'preact/hooks';
import { leave } from '../leave.js';
import { T, Words } from '../words/context.js';

type Props = {
  readonly data: PageData;
  readonly language: string;
  readonly onLanguage: (code: string) => void;
  readonly onEasy: (wanted: boolean) => void;
  readonly onFurigana: (wanted: boolean) => void;
};

/** Stays on top: the way out comes first, before anything that somebody should not see. */
export function Header({ data, language, onLanguage, onEasy, onFurigana }: Props) {
  const { say, easy, furigana } = useContext(Words);
  return (
    <header>
      <a class="skip" href="#main">
        <T k="skip" />
      </a>
      <div class="bar">
        <div class="brand">
          <strong>{language === 'ja' ? 'ハッタリ' : 'Hattari'}</strong>
          <span>
            <T k="brand-under" />
          </span>
        </div>
        <button type="button" class="leave" aria-describedby="leave-hint" onClick={leave}>
          <T k="leave" />
        </button>
      </div>
      <div class="choices">
        <label>
          <span>
            <T k="language" />
          </span>
          <select value={language} onChange={(event) => onLanguage(event.currentTarget.value)}>
            {data.languages.map(({ code, name, draft }) => (
              <option key={code} value={code} lang={code}>
                {name}
                {draft && code !== 'ja' && code !== 'en' ? ` (${say('draft')})` : ''}
              </option>
            ))}
          </select>
        </label>
        {language === 'ja' && (
          <>
            <label class="switch">
              <input type="checkbox" checked={easy} onChange={(event) => onEasy(event.currentTarget.checked)} />
              <T k="easy" />
            </label>
            {easy && (
              <label class="switch">
                <input type="checkbox" checked={furigana} onChange={(event) => onFurigana(event.currentTarget.checked)} />
                <T k="furigana" />
              </label>
            )}
          </>
        )}
      </div>
    </header>
  );
}
