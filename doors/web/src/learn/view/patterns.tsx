import { CLAIMS, type Knowledge, Speech } from '@hattari/engine';
import type { Given } from '../given.js';
import type { Prose, Section } from '../prose.js';
import { useAddress, useSay } from './place.js';
import { Blocks, hostOf, Samples } from './prose.js';

type Claim = (typeof CLAIMS)[number];
const GROUPS = ['posture', 'access', 'material', 'threat', 'control', 'payment', 'carrier'] as const;

/** Samples of a pattern that are shown: more of them teach no more. */
const SAMPLES = 2;

/** All patterns in the order in which a letter mostly makes them, by what they do in it. */
export function PatternList({ given, prose }: { readonly given: Given; readonly prose: Prose }) {
  const say = useSay();
  const address = useAddress();
  const speech = new Speech(given.know, given.language);
  return (
    <>
      <Blocks blocks={prose.lead.blocks} />
      <Limit />
      {GROUPS.map((group) => (
        <section key={group} aria-labelledby={group}>
          <h2 id={group}>{say(`group-${group}`)}</h2>
          <ul class="rows">
            {CLAIMS.filter((claim) => claim.group === group).map(({ id, truth }) => (
              <li key={id}>
                <a href={address(`patterns/${id}/`)} data-theirs>
                  {speech.section(id).title}
                </a>{' '}
                <span class="tag">{speech.say(`truth-${truth}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** One pattern: how it sounds, what is known of it, what would make it true. */
export function Pattern({ claim, given, section }: { readonly claim: Claim; readonly given: Given; readonly section: Section }) {
  const say = useSay();
  const speech = new Speech(given.know, given.language);
  const own = section.blocks.filter(({ kind }) => kind === 'sample').flatMap(({ lines }) => lines);
  const caught = given.file.sections.find(({ id }) => id === claim.id)?.caught.map(({ text }) => text) ?? [];
  return (
    <>
      <p class="tags" data-on="bluff">
        <span class="tag">{speech.say(`truth-${claim.truth}`)}</span>
      </p>
      <Samples lines={own.length > 0 ? own : caught.slice(0, SAMPLES)} />
      <Limit />
      <section aria-labelledby="known" data-on="bluff">
        <h2 id="known">{say('what-is-known')}</h2>
        <p>{speech.section(claim.id).text}</p>
        {variantsOf(claim.id, given.know, given.language).map((variant) => (
          <div key={variant}>
            <h3>{say(`if-${claim.id}/${variant}` as Parameters<typeof say>[0])}</h3>
            <p>{speech.section(claim.id, variant).text}</p>
          </div>
        ))}
      </section>
      <section aria-labelledby="true">
        <h2 id="true">{say('would-be-true')}</h2>
        <Blocks blocks={section.blocks.filter(({ kind }) => kind !== 'sample')} />
      </section>
      <p class="small sources">
        {say('sources')}{' '}
        {claim.sources.map((source, i) => (
          <span key={source}>
            {i > 0 && ' · '}
            <a href={source}>{hostOf(source)}</a>
          </span>
        ))}
      </p>
      <Neighbours claim={claim} speech={speech} />
    </>
  );
}

/** Titles repeat what the letters claim. */
function Neighbours({ claim, speech }: { readonly claim: Claim; readonly speech: Speech }) {
  const say = useSay();
  const address = useAddress();
  const at = CLAIMS.indexOf(claim);
  const link = (other: Claim | undefined, word: 'before' | 'after') =>
    other === undefined ? null : <a href={address(`patterns/${other.id}/`)}>{say(word, { title: speech.section(other.id).title })}</a>;
  return (
    <nav class="neighbours" aria-label={say('patterns')} data-theirs>
      {link(CLAIMS[at - 1], 'before')}
      {link(CLAIMS[at + 1], 'after')}
    </nav>
  );
}

/** Whoever reads this may be meant in earnest. */
function Limit() {
  const say = useSay();
  const address = useAddress();
  return (
    <p class="limit">
      {say('pattern-limit')} <a href={address('sides/')}>{say('pattern-limit-link')}</a>
    </p>
  );
}

/** Other words for a claim once a fact is known, as its language has them. */
export function variantsOf(id: string, know: Pick<Knowledge, 'voices'>, language: string): readonly string[] {
  const sections = know.voices.find(({ code }) => code === language)?.sections ?? {};
  return Object.keys(sections).flatMap((key) => (key.startsWith(`${id}/`) ? [key.slice(id.length + 1)] : []));
}
