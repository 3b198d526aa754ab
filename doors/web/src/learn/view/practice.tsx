import { type Detection, detect, isEchoed, pathsOf } from '@hattari/engine';
import type { Given, Letter } from '../given.js';
import type { Prose } from '../prose.js';
import { useSay } from './place.js';
import { Blocks } from './prose.js';

/** Questions of the page that are shown: the first are the ones that decide. */
const QUESTIONS = 3;

const CHOICES = ['bluff', 'genuine', 'kin', 'clear'] as const;
type Choice = (typeof CHOICES)[number];

/** What a letter is decided to be by the engine, as one of the choices. Throws on `unsure`: such a letter teaches nothing. */
function choiceOf({ verdict: { kind } }: Detection, name: string): Choice {
  if (kind === 'mention') return 'clear';
  if (kind === 'unsure') throw new Error(`learn/letters/${name}: the engine is unsure of it`);
  return kind;
}

/** Reads a letter of the round as the page does, with no question answered. The clock counts in nothing that is shown. */
export function detectedIn({ name, bytes }: Letter, { know, language }: Pick<Given, 'know' | 'language'>): Detection {
  return detect({ bytes, name, answers: {}, place: '', words: language, now: 0, sender: 'always' }, know);
}

/** Letters to decide on; below each, once it is opened, what the engine found in it. Works without a script. */
export function Practice({ given, prose }: { readonly given: Given; readonly prose: Prose }) {
  return (
    <>
      <Blocks blocks={prose.lead.blocks} />
      {given.letters.map((letter, i) => {
        const note = prose.sections.find(({ id }) => `${id}.` === letter.name.replace(/[^.]*$/, ''));
        if (note === undefined) throw new Error(`learn/prose/practice.${given.language}.md: no section for ${letter.name}`);
        return <Round key={letter.name} given={given} letter={letter} note={note} at={i + 1} />;
      })}
    </>
  );
}

type RoundProps = { readonly given: Given; readonly letter: Letter; readonly note: Prose['sections'][number]; readonly at: number };

function Round({ given, letter, note, at }: RoundProps) {
  const say = useSay();
  const detection = detectedIn(letter, given);
  const choice = choiceOf(detection, `${given.language}/${letter.name}`);
  return (
    <section class="round" data-kind={choice} aria-labelledby={`letter-${at}`}>
      <h2 id={`letter-${at}`}>{say('letter-number', { at: String(at), count: String(given.letters.length) })}</h2>
      <Shown detection={detection} letter={letter} />
      <fieldset>
        <legend>{say('practice-ask')}</legend>
        <div class="row">
          {CHOICES.map((one) => (
            <label key={one} class="choice">
              <input type="radio" name={`letter-${at}`} value={one} autocomplete="off" />
              {say(`choice-${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <details class="found">
        <summary>{say('practice-show')}</summary>
        <p class="same">{say('practice-same')}</p>
        <p class="other">{say('practice-other')}</p>
        <Found detection={detection} />
        <h3>{say('practice-notice')}</h3>
        <Blocks blocks={note.blocks} />
      </details>
    </section>
  );
}

/** The letter as it arrives: sender and subject of a mail, or the lines of a chat. */
function Shown({ detection: { mail }, letter }: { readonly detection: Detection; readonly letter: Letter }) {
  const say = useSay();
  const text = new TextDecoder().decode(letter.bytes);
  const isChat = letter.name.endsWith('.txt');
  const header = (name: string): string => mail.headers.find((one) => one.name.toLowerCase() === name)?.value ?? '';
  return (
    <figure class="letter" data-theirs>
      <figcaption>{say('sample')}</figcaption>
      {isChat ? (
        <p class="small">{say('letter-chat')}</p>
      ) : (
        <dl>
          {(['from', 'to', 'subject'] as const).map((name) => (
            <div key={name}>
              <dt>{say(`letter-${name}`)}</dt>
              <dd>{header(name)}</dd>
            </div>
          ))}
        </dl>
      )}
      <blockquote>{(isChat ? text : text.slice(text.indexOf('\n\n'))).trim()}</blockquote>
    </figure>
  );
}

/** What the engine says of it, in its own words: never typed by hand. */
function Found({ detection }: { readonly detection: Detection }) {
  const say = useSay();
  const { headline, claims, signals, steps, questions, wallets } = detection.explanation;
  const told = [...signals.map((signal) => ({ ...signal, tag: '' })), ...claims];
  return (
    <div data-on={pathsOf(detection.verdict).join(' ')}>
      <p class="verdict-line">{headline}</p>
      {told.length === 0 && <p>{say('practice-none')}</p>}
      <ul class="told">
        {told.map(({ id, title, tag, quote, why }) => (
          <li key={id}>
            <strong data-theirs>{title}</strong> {tag !== '' && <span class="tag">{tag}</span>}
            <div class="ledger">
              {quote !== '' && isEchoed(id) && <blockquote data-theirs>{quote}</blockquote>}
              {why !== '' && <p>{why}</p>}
            </div>
          </li>
        ))}
      </ul>
      {wallets.map(({ address }) => (
        <code key={address} data-theirs>
          {address}
        </code>
      ))}
      {steps[0] !== undefined && (
        <p>
          {say('practice-first')}: {steps[0].text}
        </p>
      )}
      {questions.length > 0 && (
        <>
          <p>{say('practice-questions')}</p>
          <ul>
            {questions.slice(0, QUESTIONS).map(({ gate, text }) => (
              <li key={gate}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
