import type { Answers } from '@hattari/engine';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Looked, Told } from '../engine/protocol.js';
import type { Progress } from '../sight/client.js';
import type { Entry, Trouble } from '../taken-in.js';
import { T, Words } from '../words/context.js';
import { Claims, Signals } from './claims.js';
import { Envelope, Limits, Money } from './facts.js';
import { HelpLines } from './help-lines.js';
import { Messages } from './messages.js';
import { Questions } from './questions.js';
import { Steps } from './steps.js';
import { Tools } from './tools.js';
import { TroubleLine } from './trouble.js';
import { Unread } from './unread.js';
import { Beside, Headline } from './headline.js';

type Props = {
  readonly entry: Entry;
  readonly looked: Looked;
  readonly chosen: number;
  readonly answers: Answers;
  readonly places: readonly string[];
  readonly place: string;
  readonly trouble: Trouble | null;
  readonly progress: Progress | null;
  readonly onOpen: () => void;
  readonly onStop: () => void;
  readonly onChosen: (message: number) => void;
  readonly onAnswers: (answers: Answers) => void;
  readonly onPlace: (place: string) => void;
  readonly onText: (text: string) => void;
  readonly onAnother: () => void;
  readonly onClear: () => void;
};

/** What was found, in the order in which fear reads: the sentence, what to do, why, who helps; details folded. */
export function Result(props: Props) {
  const { looked, chosen, answers, entry } = props;
  const { language } = useContext(Words);
  const told = looked.told[chosen] as Told;
  const title = useRef<HTMLHeadingElement>(null);
  // The sentence is painted before what stands below it is made: on a slow phone that is a tenth of a second.
  const [painted, setPainted] = useState<Entry | null>(null);
  // Only when there is a new message: an answer must not move the reader away from the questions.
  useLayoutEffect(() => title.current?.focus(), [entry]);
  useEffect(() => setPainted(entry), [entry]);
  const { explanation: words, labels } = told;
  const isCrisis = told.flags.includes('crisis');
  const isFirstSteps = isCrisis || told.kind === 'genuine' || told.kind === 'kin';
  const help = <HelpLines told={told} places={props.places} place={props.place} onPlace={props.onPlace} />;
  const questions = isCrisis ? null : <Questions told={told} answers={answers} onAnswers={props.onAnswers} />;
  const steps = <Steps title={labels['label-steps'] ?? ''} steps={words.steps} lead={isFirstSteps ? 'lead' : ''} />;
  const onAge = (age: 'adult' | 'under-18' | 'unknown'): void => {
    if (age !== 'unknown') props.onAnswers({ ...answers, age });
    if (age === 'adult') props.onOpen();
  };
  const unread = <Unread told={told} age={answers.age} progress={props.progress} onRead={props.onOpen} onAge={onAge} onStop={props.onStop} />;
  const isDraft = told.draft && language !== 'en' && language !== 'ja';
  return (
    <div class={painted === entry ? 'result' : 'result first'}>
      {looked.told.length > 1 && <Messages looked={looked} chosen={chosen} onChosen={props.onChosen} />}
      <Headline told={told} title={title} next={isFirstSteps ? undefined : words.steps[0]} />
      <TroubleLine trouble={props.trouble} reading={false} />
      {isCrisis && help}
      {isFirstSteps && steps}
      {painted === entry && (
        <>
          {!isFirstSteps && unread}
          {questions}
          {!isFirstSteps && steps}
          {isFirstSteps && unread}
          {words.beside !== null && !isCrisis && help}
          {words.beside !== null && <Beside beside={words.beside} label={labels['label-beside'] ?? ''} />}
          <Signals told={told} />
          {told.kind !== 'genuine' && <Claims told={told} />}
          <Envelope told={told} />
          <Money told={told} />
          {!isCrisis && words.beside === null && help}
          <Limits told={told} isDraft={isDraft} />
          <Tools told={told} onAnother={props.onAnother} onClear={props.onClear} />
          <YourText entry={entry} onText={props.onText} />
        </>
      )}
    </div>
  );
}

function YourText({ entry, onText }: { readonly entry: Entry; readonly onText: (text: string) => void }) {
  const { say } = useContext(Words);
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <details class="yours">
      <summary>
        <T k="your-text" />
      </summary>
      {entry.is === 'file' ? (
        <p>
          <T k="from-file" slots={{ name: entry.name }} />
        </p>
      ) : (
        <form
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            onText(area.current?.value ?? '');
          }}
        >
          <textarea ref={area} rows={10} dir="auto" autocomplete="off" spellcheck={false} aria-label={say('your-text')} defaultValue={entry.text} />
          <button type="submit">
            <T k="check" />
          </button>
        </form>
      )}
    </details>
  );
}
