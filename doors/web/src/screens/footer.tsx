import { useContext } from 'preact/hooks';
import { type BuiltPage, folder } from '../page-data.js';
import { T, Words } from '../words/context.js';

/** What leaves this device, how to check it, and what this is. */
export function Footer({ data, isKept }: { readonly data: BuiltPage; readonly isKept: boolean }) {
  const { language } = useContext(Words);
  return (
    <footer>
      <details class="private">
        <summary>
          <T k="private-title" />
        </summary>
        <p>
          <T k="private-what" />
        </p>
        <p>
          <T k="private-kept" />
        </p>
        <h2>
          <T k="private-check-title" />
        </h2>
        <ul>
          <li>
            <T k="private-check-offline" />
          </li>
          <li>
            <T k="private-check-tools" />
          </li>
          <li>
            <T k="private-check-policy" />
          </li>
        </ul>
        {data.asksPasswords && (
          <p>
            <T k="private-exception" />{' '}
            <a href={`${folder()}password/?lang=${language}`}>
              <T k="password-title" />
            </a>
          </p>
        )}
        <p>
          <T k="private-limit" />
        </p>
      </details>
      <p>
        <a href={`${folder()}learn/${language === 'ja' ? 'ja' : 'en'}/`}>
          <T k="learn" />
        </a>
      </p>
      <p id="leave-hint">
        <T k="leave-hint" />
      </p>
      <p>
        <T k="about" />
      </p>
      <p class="small" role="status">
        {isKept && <T k="offline-ready" />}
      </p>
      <p class="small">
        <T k="data" slots={{ edition: data.edition, date: data.seen }} /> ·{' '}
        <a href={`${folder()}workbench/`}>
          <T k="workbench" />
        </a>
      </p>
    </footer>
  );
}
