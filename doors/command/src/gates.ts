import { ANSWERS, type Answers, type Detection, type Gate, type Speech, type WordId } from '@hattari/engine';
import { changedWords } from './human.js';
import type { Terminal } from './terminal.js';
import { wrap } from './wrap.js';

/** Times that an answer which is none is asked for again; then the question is left open. */
const TRIES = 2;

/**
 * Asks the open questions one by one, in order of worth, and shows what each answer changes. `judge` judges the message again
 * with the answers so far. Returns the last detection; ends at once when the reader stops (q, or the end of input).
 */
export async function askGates(
  first: Detection,
  answers: Answers,
  judge: (answers: Answers) => Promise<Detection>,
  ask: NonNullable<Terminal['ask']>,
  { speech, terminal }: { readonly speech: Speech; readonly terminal: Terminal },
): Promise<Detection> {
  const left = new Set<Gate>();
  let now = first;
  let told = answers;
  if (now.verdict.asks.length > 0) terminal.out(`\n${wrapped(speech.say('gate-intro'), terminal)}\n`);
  for (;;) {
    const gate = now.verdict.asks.find((open) => !left.has(open));
    if (gate === undefined) return now;
    left.add(gate);
    const question = now.explanation.questions.find((q) => q.gate === gate)?.text ?? '';
    const answer = askOne(gate, question, ask, speech, terminal);
    if (answer === 'stop') return now;
    if (answer === null) continue;
    told = { ...told, [gate]: answer };
    const next = await judge(told);
    terminal.out(changedWords(now, next, speech, terminal.look));
    now = next;
  }
}

function askOne(gate: Gate, question: string, ask: NonNullable<Terminal['ask']>, speech: Speech, terminal: Terminal): string | 'stop' | null {
  const choices = ANSWERS[gate] as readonly string[];
  const isYesNo = choices.includes('yes');
  const how = isYesNo
    ? speech.say('gate-how-yes-no')
    : speech.say('gate-how-number', { choices: choices.map((choice, i) => `${i + 1} ${speech.say(`gate-${choice}` as WordId)}`).join(', ') });
  for (let tries = 0; tries <= TRIES; tries++) {
    const line = ask(`\n${wrapped(question, terminal)}\n${wrapped(how, terminal)} `);
    if (line === null) return 'stop';
    const given = line.trim().toLowerCase().normalize('NFKC');
    if (given === '') return null;
    if (given === 'q') return 'stop';
    const answer = isYesNo ? yesOrNo(given, speech) : (choices[Number(given) - 1] ?? choices.find((choice) => choice === given));
    if (answer !== undefined) return answer;
    terminal.out(`${wrapped(speech.say('gate-not-understood'), terminal)}\n`);
  }
  return null;
}

/** The words of the language for yes and no, their first letters in Latin script, and the English ones. */
function yesOrNo(given: string, speech: Speech): 'yes' | 'no' | undefined {
  for (const answer of ['yes', 'no'] as const) {
    const words = [
      answer,
      ...speech
        .say(`gate-${answer}`)
        .toLowerCase()
        .split(/[,、]\s*/),
    ];
    if (words.includes(given) || given === answer[0]) return answer;
  }
  return undefined;
}

function wrapped(text: string, { look }: Terminal): string {
  return wrap(text, look.columns).join('\n');
}
