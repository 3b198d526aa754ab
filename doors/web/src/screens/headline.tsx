import type { Beside as InEnglish, Step } from '@hattari/engine';
import type { Ref } from 'preact';
import type { Told } from '../engine/protocol.js';
import { Read, T } from '../words/context.js';
import { Mark } from './mark.js';
import { Steps } from './steps.js';

/** Reasons beside the headline: three convince, ten are a wall. */
const REASONS = 3;

type Props = {
  readonly told: Told;
  readonly title: Ref<HTMLHeadingElement> | null;
  /** Where the steps do not come right below, the first of them stands here. */
  readonly next: Step | undefined;
  readonly tone: Tone;
};

/** The one sentence, what stands right below it, three reasons, and the next step. */
export function Headline({ told, title, next, tone }: Props) {
  const { explanation: words, kind, flags } = told;
  const isUrgent = kind === 'genuine' || flags.includes('crisis') || flags.includes('violence');
  const reasons = reasonsOf(told);
  return (
    <section class={`verdict ${tone}`} aria-labelledby="headline">
      <Mark tone={tone} />
      <h1 id="headline" ref={title} tabIndex={-1}>
        <Read text={words.headline} />
      </h1>
      {words.leads.map((lead) => (
        <p key={lead}>
          <Read text={lead} />
        </p>
      ))}
      {words.notes.map((note) => (
        <p key={note}>
          <Read text={note} />
        </p>
      ))}
      {isUrgent && words.emergency !== null && (
        <p class="emergency">
          <Read text={words.emergency} />
        </p>
      )}
      {reasons.length > 0 && (
        <>
          <h2>
            <T k="reasons" />
          </h2>
          <ul class="reasons">
            {reasons.map((reason) => (
              <li key={reason} dir="auto">
                <Read text={reason} />
              </li>
            ))}
          </ul>
        </>
      )}
      {next !== undefined && (
        <p class="next">
          <span class="small">
            <T k="next" />
          </span>
          <strong>
            <Read text={next.text} />
          </strong>
        </p>
      )}
    </section>
  );
}

function reasonsOf({ kind, explanation: { signals, claims } }: Told): readonly string[] {
  if (kind === 'clear' || kind === 'mention') return [];
  if (signals.length > 0) return signals.slice(0, REASONS).map(({ title }) => title);
  if (kind === 'genuine' || kind === 'kin') return [];
  return claims.slice(0, REASONS).map(({ title, tag }) => `${title} — ${tag}`);
}

export type Tone = 'steady' | 'careful' | 'open';

/** The tone of the page: never alarm, but a mass letter and a real threat do not look the same. */
export function toneOf({ kind, flags }: Pick<Told, 'kind' | 'flags'>): Tone {
  if (flags.includes('crisis') || kind === 'genuine' || kind === 'kin') return 'careful';
  return kind === 'unsure' ? 'open' : 'steady';
}

/** What an unsigned draft may not say yet, in full in English. */
export function Beside({ beside, label }: { readonly beside: InEnglish; readonly label: string }) {
  return (
    <section class="card">
      <p class="small">{label}</p>
      <div lang={beside.language} dir="ltr">
        <h2>{beside.headline}</h2>
        {beside.leads.map((lead) => (
          <p key={lead}>{lead}</p>
        ))}
        <Steps title="" steps={beside.steps} />
      </div>
    </section>
  );
}
