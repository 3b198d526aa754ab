import type { Answers } from '@hattari/engine';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Told } from '../engine/protocol.js';
import { Read, T, Words } from '../words/context.js';
import { withoutReadings } from '../words/say.js';

type Props = { readonly told: Told; readonly answers: Answers; readonly onAnswers: (answers: Answers) => void };

/** The gates, as plain questions; what is answered stays where it is and can be changed. */
export function Questions({ told, answers, onAnswers }: Props) {
  const { say } = useContext(Words);
  const headline = withoutReadings(told.explanation.headline);
  const before = useRef(headline);
  const [changed, setChanged] = useState('');
  useEffect(() => {
    if (before.current !== headline) setChanged(say('changed', { headline }));
    before.current = headline;
  }, [headline, say]);
  if (told.gates.length === 0) return null;
  const answer = (gate: string, given: string | undefined): void => {
    const { [gate as keyof Answers]: _, ...rest } = answers;
    onAnswers(given === undefined ? rest : ({ ...rest, [gate]: given } as Answers));
  };
  return (
    <section class="questions" aria-labelledby="questions">
      <h2 id="questions">
        <Read text={told.labels['label-questions'] ?? ''} />
      </h2>
      <p class="hint">
        <T k="questions-hint" />
      </p>
      {told.gates.map(({ gate, text, choices }) => (
        <fieldset key={gate}>
          <legend>
            <Read text={text} />
          </legend>
          <div class="row">
            {choices.map((choice) => (
              <label key={choice.answer} class="choice">
                <input type="radio" name={gate} checked={answers[gate] === choice.answer} onChange={() => answer(gate, choice.answer)} />
                <span>
                  <Read text={choice.text} />
                </span>
              </label>
            ))}
            <label class="choice none">
              <input type="radio" name={gate} checked={answers[gate] === undefined} onChange={() => answer(gate, undefined)} />
              <span>
                <T k="answer-none" />
              </span>
            </label>
          </div>
        </fieldset>
      ))}
      <p role="status" class="changed">
        {changed}
      </p>
    </section>
  );
}
