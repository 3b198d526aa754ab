import { resolve } from 'node:path';
import type { Speech } from '@hattari/engine';
import type { EvidenceOptions } from '../arguments.js';
import type { Setting } from '../check.js';
import { printable } from '../wrap.js';
import { mustBeFree, writePack } from './folder.js';
import { type Gathered, gather } from './gather.js';
import { MANIFEST, manifestOf, sha256 } from './manifest.js';
import { ageOf } from './minors.js';
import { type Pack, type PackedInput, type PackedMessage, type PackFile, textFileOf } from './pack.js';
import { plainOf } from './plain.js';
import { deleteCommand, readMeName, readMeOf } from './read-me.js';
import { removePack } from './remove.js';
import { reportOf } from './report.js';

/** `hattari evidence`: makes a pack for the police or a consultation desk, or removes one. Returns the exit code: 0, or 2 where nothing was made or something was left. */
export async function evidence(options: EvidenceOptions, setting: Setting, version: string): Promise<number> {
  if (options.remove !== null) return tellRemoval(options.remove, setting);
  const out = options.out as string;
  mustBeFree(out);
  const { gathered, failures } = await gather(options, setting);
  const { speech, terminal } = setting;
  if (failures.length > 0) {
    for (const { id, slots } of failures) terminal.err(`${speech.say(id, slots)}\n`);
    terminal.err(`${speech.say('pack-nothing-made')}\n`);
    return 2;
  }
  const pack = packOf(gathered, options, setting.know.edition, version);
  const files = filesOf(pack, out, speech);
  writePack(out, files);
  tellDone(pack, out, files, setting);
  return 0;
}

function packOf(gathered: readonly Gathered[], { answers }: EvidenceOptions, edition: string, version: string): Pack {
  const age = ageOf(
    gathered.some((one) => one.showsMinor),
    answers,
  );
  const inputs: PackedInput[] = [];
  const messages: PackedMessage[] = [];
  for (const { input, statements, mayHoldPictures } of gathered) {
    const { file, bytes, readAt } = input;
    // Of what may hold pictures of someone who may be under 18 not even a digest is made.
    const digest = mayHoldPictures && age !== 'adult' ? null : sha256(bytes);
    const packed: PackedInput = { file, size: bytes.length, sha256: digest, readAt, messages: statements.length };
    inputs.push(packed);
    for (const statement of statements) messages.push({ number: messages.length + 1, input: packed, statement });
  }
  return { madeAt: Date.now(), version, edition, age, answers, inputs, messages };
}

/** The files of a pack, the manifest last. */
function filesOf(pack: Pack, out: string, speech: Speech): PackFile[] {
  const files = [
    { name: 'report.html', text: reportOf(pack, speech) },
    { name: readMeName(speech.code), text: readMeOf(pack, out, speech) },
    ...pack.messages.map((message) => ({ name: textFileOf(message.number), text: plainOf(message, speech) })),
  ].map(({ name, text }): PackFile => ({ name, bytes: Buffer.from(text) }));
  const manifest = `${JSON.stringify(manifestOf(pack, files, speech.code), null, 2)}\n`;
  return [...files, { name: MANIFEST, bytes: Buffer.from(manifest) }];
}

function tellDone(pack: Pack, out: string, files: readonly PackFile[], { speech, terminal }: Setting): void {
  const manifest = files.at(-1) as PackFile;
  const unhashed = pack.inputs.filter((input) => input.sha256 === null);
  const lines = [
    speech.say('pack-done', { dir: resolve(out), count: String(pack.messages.length) }),
    speech.say('pack-done-open'),
    ...unhashed.map(({ file }) => speech.say('pack-done-unhashed', { file })),
    ...(unhashed.length > 0 && pack.age === 'unknown' ? [speech.say('pack-done-if-adult', { option: '--answers age=adult' })] : []),
    speech.say('pack-done-digest', { digest: sha256(manifest.bytes) }),
    speech.say('pack-done-originals'),
    speech.say('pack-done-remove', { command: deleteCommand(out) }),
  ];
  for (const line of lines) terminal.out(`${printable(line)}\n`);
}

function tellRemoval(dir: string, { speech, terminal }: Setting): number {
  const { removed, left, isGone } = removePack(dir);
  terminal.out(`${printable(speech.say(isGone ? 'pack-removed' : 'pack-removed-partly', { dir, count: String(removed) }))}\n`);
  for (const { name, why } of left) terminal.err(`${speech.say(`pack-left-${why}`, { name: printable(name) })}\n`);
  return isGone ? 0 : 2;
}
