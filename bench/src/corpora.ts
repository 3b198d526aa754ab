import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { splitMbox } from '@hattari/engine';

/** One message of the corpora, with what its label file says of it. */
export type Labelled = { readonly name: string; readonly bytes: Uint8Array; readonly language: string; readonly group: string; readonly held: boolean };

/** Throws a sentence if the folder is not there: these mails belong to their senders and are not part of the project. */
export function corporaAt(path: string | undefined): string {
  if (path === undefined || !existsSync(join(path, 'sets.json'))) {
    throw new Error(`corpora: wanted --corpora FOLDER (with sets.json, ham/, sextortion/ ...), got ${path ?? 'nothing'}`);
  }
  return path;
}

/** The real bluff letters; `held` marks what no phrase was written from (marked evaluation-only by its licence). */
export function bluffLetters(corpora: string): Labelled[] {
  const folder = join(corpora, 'sextortion');
  return readFileSync(join(folder, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const label = JSON.parse(line) as { file: string; lang: string; dup_group: number; evaluation_only: boolean };
      return {
        name: label.file,
        bytes: readFileSync(join(folder, label.file)),
        language: label.lang,
        group: String(label.dup_group),
        held: label.evaluation_only,
      };
    });
}

/** Every message of a folder of the corpora: files, gzipped mboxes, tars of texts; lazily, set by set. */
export function* messagesOf(corpora: string, folder: string): Generator<{ readonly set: string; readonly name: string; readonly bytes: Uint8Array }> {
  for (const file of readdirSync(join(corpora, folder)).sort()) {
    const path = join(corpora, folder, file);
    const set = `${folder}/${file.replace(/\.(mbox|tar)?\.?gz$/, '')}`;
    if (file.endsWith('.mbox.gz')) {
      let n = 0;
      for (const bytes of splitMbox(gunzipSync(readFileSync(path)))) yield { set, name: `${file}:${n++}`, bytes };
    } else if (file.endsWith('.tar.gz')) {
      for (const entry of tarEntries(gunzipSync(readFileSync(path)))) yield { set, name: `${file}:${entry.name}`, bytes: entry.bytes };
    } else if (/\.(txt|eml)$/.test(file)) yield { set: `${folder}/*`, name: file, bytes: readFileSync(path) };
  }
}

/** Files of a POSIX tar: 512-byte headers, size in octal. */
function* tarEntries(tar: Uint8Array): Generator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const ascii = (from: number, length: number): string =>
    Buffer.from(tar.subarray(from, from + length))
      .toString('latin1')
      .replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = ascii(at, 100);
    if (name === '') return;
    const size = Number.parseInt(ascii(at + 124, 12).trim(), 8) || 0;
    if (ascii(at + 156, 1) !== '5' && size > 0) yield { name, bytes: tar.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
