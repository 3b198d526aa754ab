import { useRef } from 'preact/hooks';
import { Claims, Signals } from '../screens/claims.js';
import { Limits, Money } from '../screens/facts.js';
import { Headline, toneOf } from '../screens/headline.js';
import { Steps } from '../screens/steps.js';
import { T } from '../words/context.js';
import { directionOf } from '../words/say.js';
import type { Tried } from './try-language.js';

/** Mistakes that are listed at once: whoever has mended these sees the next. */
const MISTAKES = 200;

/** What was found in a language file: mistakes first, then the page as it speaks, then what is there and what is not. */
export function Preview({ tried, onLetter }: { readonly tried: Tried; readonly onLetter: (letter: string) => void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { told, mistakes, code } = tried;
  return (
    <>
      <section class="card" aria-labelledby="mistakes">
        <h2 id="mistakes">
          {tried.name} ({code}): {mistakes.length === 0 ? <T k="bench-ok" /> : <T k="bench-mistakes" slots={{ count: String(mistakes.length) }} />}
        </h2>
        <ul>
          {mistakes.slice(0, MISTAKES).map(({ line, text }) => (
            <li key={`${line} ${text}`} dir="auto">
              <T k="bench-line" slots={{ line: String(line) }} />: <span lang="en">{text}</span>
            </li>
          ))}
        </ul>
      </section>
      <section class="card">
        <label for="letter">
          <T k="bench-letter" />
        </label>
        <textarea id="letter" key={code} ref={area} rows={8} dir="auto" spellcheck={false} defaultValue={tried.letter} />
        <button type="button" onClick={() => onLetter(area.current?.value ?? '')}>
          <T k="bench-again" />
        </button>
      </section>
      {told !== null && (
        <section class="preview" aria-label={code}>
          <h2>
            <T k="bench-preview" />
          </h2>
          <div lang={code} dir={directionOf(code)}>
            <Headline told={told} tone={toneOf(told)} title={null} next={undefined} />
            <Steps title={told.labels['label-steps'] ?? ''} steps={told.explanation.steps} />
            <Signals told={told} />
            <Claims told={told} />
            <Money told={told} />
            <Limits told={told} isDraft={told.draft} />
          </div>
        </section>
      )}
      <details class="limits">
        <summary>
          <T k="bench-holes" slots={{ count: String(tried.holes.length) }} />
        </summary>
        <p lang="en">{tried.holes.join(', ')}</p>
      </details>
      <details class="limits">
        <summary>
          <T k="bench-matrix" />
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <T k="bench-section" />
              </th>
              <th scope="col">
                <T k="bench-phrases" />
              </th>
              <th scope="col">
                <T k="bench-english" />
              </th>
            </tr>
          </thead>
          <tbody>
            {tried.matrix.map(({ id, phrases, english }) => (
              <tr key={id}>
                <th scope="row" lang="en">
                  {id}
                </th>
                <td>{phrases}</td>
                <td>{english}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
