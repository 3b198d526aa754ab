import type { Guide, GuideAside, GuideEntry } from '@hattari/engine';
import type { Given } from '../given.js';
import { Desks } from './desks.js';
import { useAddress, useSay } from './place.js';
import { hostOf } from './prose.js';

/** Entries that stand open: they come before every step. */
const FIRST = new Set(['start', 'someone-near', 'child']);

/** A guide as `hattari guide` has it; what is meant for a terminal is left out. */
export function GuideOf({ given, topic }: { readonly given: Given; readonly topic: string }) {
  const say = useSay();
  const address = useAddress();
  const guide = given.guides.find((one) => one.topic === topic);
  if (guide === undefined) throw new Error(`guides/${topic}.${given.language}.md is missing`);
  return (
    <>
      {forReaders(guide.intro).map((text) => (
        <p key={text}>{text}</p>
      ))}
      {topic === 'source' && (
        <p>
          {say('guide-then')} <a href={address('main')}>{say('read-message')}</a>
        </p>
      )}
      {guide.first !== null && <Aside aside={guide.first} guide={guide} class="card" />}
      <Aside aside={guide.spare} guide={guide} class="" />
      <h2>{say('guide-list')}</h2>
      <div class="guide">
        {guide.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} guide={guide} given={given} />
        ))}
      </div>
    </>
  );
}

function Aside({ aside: { title, lead, cases }, guide, class: name }: { readonly aside: GuideAside; readonly guide: Guide; readonly class: string }) {
  return (
    <section class={name}>
      <h2>{title}</h2>
      {lead.map((text) => (
        <p key={text}>
          <Linked text={text} guide={guide} />
        </p>
      ))}
      {cases.length > 0 && (
        <ul>
          {cases.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ entry, guide, given }: { readonly entry: GuideEntry; readonly guide: Guide; readonly given: Given }) {
  const say = useSay();
  const { id, name, gives, when, lead, steps, notes, help, sources, seen } = entry;
  return (
    <details id={id} open={FIRST.has(id)}>
      <summary>
        <h3>{name}</h3>
      </summary>
      {gives !== null && <p class="small">{say(`guide-gives-${gives}`)}</p>}
      {when !== null && <p>{when}</p>}
      {lead.map((text) => (
        <p key={text}>
          <Linked text={text} guide={guide} />
        </p>
      ))}
      {steps.length > 0 && (
        <ol>
          {steps.map((text) => (
            <li key={text}>
              <Linked text={text} guide={guide} />
            </li>
          ))}
        </ol>
      )}
      {forReaders(notes).map((text) => (
        <p key={text}>
          <Linked text={text} guide={guide} />
        </p>
      ))}
      {help.length > 0 && <Desks given={given} purposes={help} on={help.includes('minor') ? 'minor third-party' : 'known-person'} />}
      <p class="small sources" data-theirs>
        {say('sources')}{' '}
        {sources.map((source, i) => (
          <span key={source}>
            {i > 0 && ' · '}
            <a href={source}>{hostOf(source)}</a>
          </span>
        ))}{' '}
        ({say('seen', { date: seen })})
      </p>
    </details>
  );
}

/** A paragraph without commands. */
function forReaders(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => !/\bhattari check\b/.test(text));
}

/** “gmail” in a text leads to the entry of that id, by its name; in Japanese the name keeps its brackets, which part it from the next. */
function Linked({ text, guide }: { readonly text: string; readonly guide: Guide }) {
  return (
    <>
      {text.split(/([“「][a-z0-9-]+[”」])/).map((piece, i) => {
        const entry = i % 2 === 0 ? undefined : guide.entries.find(({ id }) => id === piece.slice(1, -1));
        if (entry === undefined) return piece;
        const link = <a href={`#${entry.id}`}>{entry.name}</a>;
        return piece.startsWith('「') ? <span key={i}>「{link}」</span> : <span key={i}>{link}</span>;
      })}
    </>
  );
}
