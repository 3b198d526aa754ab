import type { Answers } from '@hattari/engine';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Looked, Told } from '../engine/protocol.js';
import { isGrave } from '../gravity.js';
import type { Progress } from '../sight/client.js';
import type { Entry, Trouble } from '../taken-in.js';
import { T, Words } from '../words/context.js';
import { Claims, Signals } from './claims.js';
import { Envelope, Limits, Money } from './facts.js';
import { HelpLines } from './help-lines.js';
import { Beware, Messages } from './messages.js';
import { PasswordOffer } from './password-offer.js';
import { PicturesGiven } from './pictures-given.js';
import { Questions } from './questions.js';
import { Steps } from './steps.js';
import { Tools } from './tools.js';
import { TroubleLine } from './trouble.js';
import { Unread } from './unread.js';
import { Beside, Headline, toneOf } from './headline.js';

type Props = {
  readonly entry: Entry;
  readonly looked: Looked;
  /** The messages by their places, the one that may be real first. */
  readonly order: readonly number[];
  readonly chosen: number;
  /** Pictures that were given and not read yet; files that were not taken. */
  readonly pictures: number;
  readonly refused: number;
  /** The build holds the page that asks about passwords. */
  readonly asksPasswords: boolean;
  readonly answers: Answers;
  readonly places: readonly string[];
  readonly place: string;
  readonly trouble: Trouble | null;
  /** Of the message's own files, and of those that were given beside it. */
  readonly progress: Progress | null;
  readonly progressGiven: Progress | null;
  readonly onOpen: () => void;
  readonly onOpenGiven: () => void;
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
  const { looked, order, chosen, answers, entry } = props;
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
  const questions = isCrisis ? null : <Questions key={`${chosen} ${language}`} told={told} answers={answers} onAnswers={props.onAnswers} />;
  const steps = <Steps title={labels['label-steps'] ?? ''} steps={words.steps} lead={isFirstSteps ? 'lead' : ''} />;
  const onAge = (open: () => void) => (age: 'adult' | 'under-18' | 'unknown') => {
    if (age !== 'unknown') props.onAnswers({ ...answers, age });
    if (age === 'adult') open();
  };
  const unread = (
    <>
      <Unread told={told} age={answers.age} progress={props.progress} onRead={props.onOpen} onAge={onAge(props.onOpen)} onStop={props.onStop} />
      <PicturesGiven
        count={props.pictures}
        age={answers.age}
        progress={props.progressGiven}
        onRead={props.onOpenGiven}
        onAge={onAge(props.onOpenGiven)}
        onStop={props.onStop}
      />
    </>
  );
  const grave = isGrave(told) ? undefined : order.find((i) => isGrave(looked.told[i] as Told));
  const isList = looked.told.length > 1 || looked.more > 0 || props.refused > 0;
  const isDraft = told.draft && language !== 'en' && language !== 'ja';
  return (
    <div class={painted === entry ? 'result' : 'result first'}>
      {isList && <Messages looked={looked} order={order} chosen={chosen} refused={props.refused} onChosen={props.onChosen} />}
      {grave !== undefined && <Beware onShown={() => props.onChosen(grave)} />}
      <Headline told={told} title={title} next={isFirstSteps ? undefined : words.steps[0]} tone={grave === undefined ? toneOf(told) : 'open'} />
      <TroubleLine trouble={props.trouble} reading={false} />
      {isCrisis && help}
      {isFirstSteps && steps}
      {painted === entry && (
        <>
          {!isFirstSteps && unread}
          {questions}
          {!isFirstSteps && steps}
          {isFirstSteps && unread}
          {props.asksPasswords && !isCrisis && <PasswordOffer told={told} />}
          {words.beside !== null && !isCrisis && help}
          {words.beside !== null && <Beside beside={words.beside} label={labels['label-beside'] ?? ''} />}
          <Signals told={told} />
          {told.kind !== 'genuine' && <Claims told={told} />}
          <Envelope told={told} />
          <Money told={told} />
          {!isCrisis && words.beside === null && help}
          <Limits told={told} isDraft={isDraft} />
          <Tools told={told} onAnother={props.onAnother} onClear={props.onClear} />
          <YourText entry={entry} name={told.name} onText={props.onText} />
        </>
      )}
    </div>
  );
}

function YourText({ entry, name, onText }: { readonly entry: Entry; readonly name: string; readonly onText: (text: string) => void }) {
  const { say } = useContext(Words);
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <details class="yours">
      <summary>
        <T k="your-text" />
      </summary>
      {entry.is === 'files' ? (
        <p>
          <T k="from-file" slots={{ name }} />
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
