import type { Detection } from '@hattari/engine';
import type { EvidenceOptions } from '../arguments.js';
import { judged, type Setting } from '../check.js';
import { Reading } from '../chunks.js';
import { type Failure, itemsOf } from '../input.js';
import { type Input, takeIn } from './intake.js';
import { INPUT_BYTES, PACK_MESSAGES, PACK_UNITS } from './limits.js';
import { mayHoldPictures, showsMinor } from './minors.js';
import { isPictureFile } from './picture-file.js';
import { type Statement, statementOf } from './statement.js';

/** A file with what is told of its messages, and what decides whether it may be hashed. */
export type Gathered = {
  readonly input: Input;
  readonly statements: readonly Statement[];
  readonly mayHoldPictures: boolean;
  readonly showsMinor: boolean;
};

/** Reads all files of a pack. What fails is told for each file, since a pack that lacks something would look whole. */
export async function gather(
  options: EvidenceOptions,
  setting: Setting,
): Promise<{ readonly gathered: readonly Gathered[]; readonly failures: readonly Failure[] }> {
  const gathered: Gathered[] = [];
  const failures: Failure[] = [];
  let bytes = 0;
  let messages = 0;
  let units = 0;
  for (const file of options.files) {
    const input = await takeIn(file, INPUT_BYTES - bytes, Date.now);
    if ('id' in input) {
      failures.push(input);
      continue;
    }
    bytes += input.bytes.length;
    const found = await messagesOf(input, PACK_MESSAGES - messages, options, setting);
    if ('id' in found) {
      failures.push(found);
      continue;
    }
    messages += found.statements.length;
    units += found.statements.reduce((sum, statement) => sum + statement.units, 0);
    if (units > PACK_UNITS) {
      failures.push({ file, id: 'cli-pack-long', slots: { limit: String(PACK_UNITS) } });
      break;
    }
    gathered.push(found);
  }
  return { gathered, failures };
}

async function messagesOf(input: Input, most: number, options: EvidenceOptions, setting: Setting): Promise<Gathered | Failure> {
  const { file, bytes } = input;
  const statements: Statement[] = [];
  let holds = false;
  let minor = false;
  let units = 0;
  for await (const item of itemsOf({ file, path: file, walked: false }, new Reading(), { bytes: oneChunk(bytes) })) {
    if ('skipped' in item) continue;
    if ('id' in item) return item;
    if (isPictureFile(item.bytes)) return { file, id: 'cli-pack-picture', slots: { file } };
    if (statements.length >= most) return { file, id: 'cli-pack-messages', slots: { limit: String(PACK_MESSAGES) } };
    const found = await judged(item, { answers: options.answers, authservIds: [] }, setting, null);
    if ('id' in found) return found;
    const refused = refusalOf(found, file);
    if (refused !== null) return refused;
    const statement = statementOf(found, item.message, item.bytes, setting.speech);
    units += statement.units;
    if (units > PACK_UNITS) return { file, id: 'cli-pack-long', slots: { limit: String(PACK_UNITS) } };
    statements.push(statement);
    holds ||= mayHoldPictures(found, statement.leftOut);
    minor ||= showsMinor(found);
  }
  return { input, statements, mayHoldPictures: holds, showsMinor: minor };
}

/** A file without any text is no message: an archive or a document may be full of pictures. */
function refusalOf({ mail, explanation }: Detection, file: string): Failure | null {
  if (mail.form === 'mail') return null;
  if (mail.problems.some(({ id, detail }) => id === 'not-text' && detail === 'picture')) return { file, id: 'cli-pack-picture', slots: { file } };
  if (mail.parts.some(({ text }) => text.trim() !== '')) return null;
  return { file, id: 'cli-pack-no-text', slots: { file, reason: explanation.problems.map(({ text }) => text).join(' ') } };
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
