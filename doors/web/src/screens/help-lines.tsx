import { useContext, useMemo } from 'preact/hooks';
import type { Told } from '../engine/protocol.js';
import { Read, T, Words } from '../words/context.js';

type Props = { readonly told: Told; readonly places: readonly string[]; readonly place: string; readonly onPlace: (place: string) => void };

/** Who helps in the reader's country; the country is a guess that can be changed. */
export function HelpLines({ told, places, place, onPlace }: Props) {
  const { say, language } = useContext(Words);
  const { help, emergency } = told.explanation;
  // It takes longer to make than all the rest of this.
  const names = useMemo(() => new Intl.DisplayNames([language, 'en'], { type: 'region' }), [language]);
  return (
    <section class="help" aria-labelledby="help">
      <h2 id="help">
        <Read text={told.labels['label-help'] ?? ''} />
      </h2>
      <label class="place">
        <span>
          <T k="place" />
        </span>
        <select value={place} onChange={(event) => onPlace(event.currentTarget.value)}>
          {places.map((code) => (
            <option key={code} value={code}>
              {names.of(code) ?? code}
            </option>
          ))}
          <option value="world">{say('place-world')}</option>
        </select>
      </label>
      {emergency !== null && (
        <p class="emergency">
          <Read text={emergency} />
        </p>
      )}
      {help.length === 0 && (
        <p>
          <Read text={told.labels['help-none'] ?? ''} />
        </p>
      )}
      <ul class="desks">
        {help.map((desk) => (
          <li key={desk.name}>
            <strong>{desk.name}</strong>
            {desk.phone !== null && (
              <a class="call" href={`tel:${desk.phone.replace(/[^0-9+#*]/g, '').replace('#', '%23')}`} dir="ltr">
                {desk.phone}
              </a>
            )}
            {desk.hours !== null && <span>{desk.hours}</span>}
            {desk.url !== null && isWeb(desk.url) && (
              <a href={desk.url} target="_blank" rel="noreferrer noopener" dir="ltr">
                {new URL(desk.url).host}
                <span class="unseen">
                  <T k="new-window" />
                </span>
              </a>
            )}
            {desk.note !== null && <span>{desk.note}</span>}
            <span class="small">{(told.labels['label-seen'] ?? '').replace('{date}', desk.seen)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Addresses of our own place files; whatever else should stand there is no link. */
function isWeb(url: string): boolean {
  return url.startsWith('https://');
}
