import { type Answers, type Ask, type Detection, detect, type Knowledge, MESSAGE_BYTES, type Seen, type Speech, sketchOf } from '@hattari/engine';
import { type CheckOptions, Usage } from './arguments.js';
import { Reading } from './chunks.js';
import { detectLarge, LARGE_BYTES } from './detect-large.js';
import { type Complete, openDns } from './dns/open.js';
import { envelopeOf } from './envelope.js';
import { askGates } from './gates.js';
import { humanWords } from './human.js';
import { type Failure, failureOf, type Item, itemsOf, readAll, readFile } from './input.js';
import { failureLine, lineOf } from './line.js';
import { EXIT, worst } from './severity.js';
import { look } from './sight/look.js';
import type { Terminal } from './terminal.js';
import { printable, printableLines } from './wrap.js';

export type Setting = { readonly know: Knowledge; readonly speech: Speech; readonly place: string; readonly terminal: Terminal };

/** `hattari check`: each message in the order of input, told as soon as it is judged. Returns the exit code. */
export async function check(options: CheckOptions, setting: Setting): Promise<number> {
  const complete = await openDns(options.dns, setting);
  const codes = new Set<number>();
  const reading = new Reading();
  let told = 0;
  for (const file of filesOf(options, setting)) {
    for await (const item of itemsOf({ file, path: file, walked: false }, reading)) {
      if ('skipped' in item) continue;
      const seen = 'id' in item || options.sight === null ? [] : await look(item, options.sight, setting);
      const result = 'id' in item ? item : await judged(item, options, setting, complete, seen);
      if (told++ > 0 && !options.json) setting.terminal.out('\n');
      tell(item, result, options, setting);
      const last = 'id' in result || 'id' in item ? result : await asked(item, result, options, setting, complete, seen);
      codes.add('id' in last ? 2 : EXIT[last.verdict.kind]);
      await setting.terminal.drained();
    }
  }
  return worst(codes);
}

/** One message at a terminal is talked through; of many, or for a script, only the first reading is told. */
async function asked(
  item: Item,
  found: Detection,
  options: CheckOptions,
  setting: Setting,
  complete: Complete | null,
  seen: readonly Seen[],
): Promise<Detection | Failure> {
  const { ask } = setting.terminal;
  const alone = options.files.length < 2 && options.list === null && item.message === null;
  if (ask === null || !alone || options.json || options.parts || !options.questions) return found;
  const judge = async (answers: Answers): Promise<Detection> => {
    const next = await judged(item, { ...options, answers }, setting, complete, seen);
    return 'id' in next ? found : next;
  };
  return await askGates(found, options.answers, judge, ask, setting);
}

function filesOf(options: CheckOptions, { speech, terminal }: Setting): readonly string[] {
  const listed = options.list === null ? [] : listOf(options.list);
  if (listed.length + options.files.length > 0) return [...options.files, ...listed];
  if (options.list !== null) throw new Usage('cli-no-input');
  if (terminal.inputIsTerminal) terminal.err(`${speech.say('cli-paste-prompt')}\n`);
  return ['-'];
}

function listOf(list: string): string[] {
  let text: string;
  try {
    const bytes = list === '-' ? readAll(0) : readFile(list);
    if (bytes.length > MESSAGE_BYTES) throw Object.assign(new Error('too large'), { code: `EFBIG, ${MESSAGE_BYTES / 1024 / 1024} MB` });
    text = new TextDecoder().decode(bytes);
  } catch (cause) {
    const failure = failureOf(list, cause as NodeJS.ErrnoException);
    throw new Usage(failure.id, failure.slots);
  }
  return text.split(/\r?\n/).filter((line) => line !== '');
}

/** Judges one message; a large one in a worker. What cannot be judged is a failure, never a throw. */
export async function judged(
  item: Item,
  options: Pick<CheckOptions, 'answers' | 'authservIds'>,
  { know, speech, place }: Setting,
  complete: Complete | null,
  seen: readonly Seen[] = [],
): Promise<Detection | Failure> {
  const nothing = item.file === '-' && item.message === null && item.bytes.every((b) => b === 10 || b === 13 || b === 32);
  if (nothing) return { file: item.file, id: 'cli-nothing-pasted', slots: {} };
  const whole: Ask = {
    bytes: item.bytes,
    name: item.file,
    seen,
    answers: options.answers,
    place,
    words: speech.code,
    now: Date.now(),
    sender: 'always',
    ...envelopeOf(options.authservIds),
  };
  try {
    const ask = complete === null ? whole : await complete(whole);
    return item.bytes.length < LARGE_BYTES ? detect(ask, know) : await detectLarge(ask);
  } catch {
    return { file: item.file, id: 'cli-unexpected', slots: {} };
  }
}

function tell(item: Item | Failure, result: Detection | Failure, options: CheckOptions, { speech, terminal }: Setting): void {
  if ('id' in result) {
    const text = speech.say(result.id, result.slots);
    if (options.json) terminal.out(`${JSON.stringify(failureLine(result, text))}\n`);
    else terminal.err(`${text}\n`);
    return;
  }
  const message = 'message' in item ? item.message : null;
  if (options.json) {
    const line = lineOf({ file: item.file, message }, result, options.sketch ? sketchOf(result.mail) : undefined);
    terminal.out(`${JSON.stringify(options.parts ? { ...line, parts: result.mail.parts } : line)}\n`);
    return;
  }
  if (options.parts) {
    for (const part of result.mail.parts)
      terminal.out(`--- ${part.id} (${[part.kind, part.medium, part.speaker].filter((x) => x !== undefined).join(', ')})\n${printableLines(part.text)}\n`);
    return;
  }
  if (options.files.length > 1 || options.list !== null || message !== null)
    terminal.out(`--- ${printable(item.file)}${message === null ? '' : ` [${message}]`}\n`);
  terminal.out(humanWords(result, speech, terminal.look, item.file));
}
