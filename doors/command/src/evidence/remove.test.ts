import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writePack } from './folder.js';
import { MANIFEST, manifestOf } from './manifest.js';
import type { Pack, PackFile } from './pack.js';
import { removePack } from './remove.js';

let folder = '';
let pack = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hattari-remove-'));
  pack = join(folder, 'pack');
  const files: PackFile[] = [
    { name: 'report.html', bytes: Buffer.from('report') },
    { name: 'READ-ME.txt', bytes: Buffer.from('read me') },
    { name: 'messages/001.txt', bytes: Buffer.from('one') },
    { name: 'messages/002.txt', bytes: Buffer.from('two') },
  ];
  const made: Pack = { madeAt: 0, version: '0', edition: 'x', age: 'unknown', answers: {}, inputs: [], messages: [] };
  writePack(pack, [...files, { name: MANIFEST, bytes: Buffer.from(JSON.stringify(manifestOf(made, files, 'en'))) }]);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A path, once what is needed there has been done. */
const after = (_: unknown, path: string): string => path;
const at = (name: string): string => join(pack, name);
/** Lists another file in the manifest, as somebody could who sends a pack. */
/** User of no rights: to root the system lets everything go. */
const NOBODY = 65_534;

function asSomebody<T>(act: () => T): T {
  if (process.geteuid?.() !== 0) return act();
  for (const path of [folder, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))]) chownSync(path, NOBODY, NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}

function listAlso(name: string, sha256 = '0'.repeat(64), size = 9): void {
  const manifest = JSON.parse(readFileSync(at(MANIFEST), 'utf8')) as { files: object[] };
  manifest.files.push({ name, size, sha256 });
  writeFileSync(at(MANIFEST), JSON.stringify(manifest));
}

test('a pack goes, its folder too', () => {
  expect(removePack(pack)).toEqual({ removed: 5, left: [], isGone: true });
  expect(readdirSync(folder)).toEqual([]);
});

test('a pack of which something is missing already goes', () => {
  rmSync(at('messages/001.txt'));
  expect(removePack(pack)).toEqual({ removed: 4, left: [], isGone: true });
});

describe('left and told', () => {
  test('a file that is not of the pack, and its folder', () => {
    writeFileSync(at('note.txt'), 'mine');
    writeFileSync(at('messages/note.txt'), 'mine');
    const { left, isGone } = removePack(pack);
    expect(left).toEqual([
      { name: 'messages/note.txt', why: 'not-ours' },
      { name: 'note.txt', why: 'not-ours' },
    ]);
    expect(isGone).toBe(false);
    expect(readdirSync(pack).sort()).toEqual(['messages', 'note.txt']);
  });

  test('a file that was changed since, and the manifest with it', () => {
    writeFileSync(at('messages/002.txt'), 'twO');
    expect(removePack(pack).left).toEqual([{ name: 'messages/002.txt', why: 'changed' }]);
    expect(readdirSync(pack).sort()).toEqual([MANIFEST, 'messages']);
    expect(readdirSync(at('messages'))).toEqual(['002.txt']);
  });

  test('a link in the place of a file, and what it leads to', () => {
    writeFileSync(join(folder, 'outside.txt'), 'one');
    rmSync(at('messages/001.txt'));
    symlinkSync(join(folder, 'outside.txt'), at('messages/001.txt'));
    expect(removePack(pack).left).toEqual([{ name: 'messages/001.txt', why: 'changed' }]);
    expect(readFileSync(join(folder, 'outside.txt'), 'utf8')).toBe('one');
  });

  test('a link in the place of the folder of texts, and what it leads to', () => {
    renameSync(at('messages'), join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), at('messages'));
    expect(removePack(pack).left).toEqual([{ name: 'messages', why: 'not-ours' }]);
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['001.txt', '002.txt']);
  });

  test.skipIf(process.platform === 'win32')('what the system does not let go', () => {
    chmodSync(at('messages'), 0o500);
    const left = asSomebody(() => removePack(pack).left);
    chmodSync(at('messages'), 0o700);
    expect(left.map(({ why }) => why)).toEqual(['failed', 'failed']);
  });
});

describe('no pack, and nothing is touched', () => {
  test.each<[string, () => string]>([
    ['a folder without a manifest', () => after(rmSync(at(MANIFEST)), pack)],
    ['a folder that is not there', () => join(folder, 'nothing')],
    ['a file', () => at('report.html')],
    ['a link to a pack', () => after(symlinkSync(pack, join(folder, 'link')), join(folder, 'link'))],
    ['a link to a pack, with a slash', () => after(symlinkSync(pack, join(folder, 'link')), `${join(folder, 'link')}/`)],
    ['a manifest that is no JSON', () => after(writeFileSync(at(MANIFEST), 'x'), pack)],
    ['a manifest of something else', () => after(writeFileSync(at(MANIFEST), '{"files":[]}'), pack)],
    ['a manifest that is a list', () => after(writeFileSync(at(MANIFEST), '[]'), pack)],
    ['a manifest that is a link', () => after([renameSync(at(MANIFEST), join(folder, 'm')), symlinkSync(join(folder, 'm'), at(MANIFEST))], pack)],
    ['a manifest that lists a way out', () => after(listAlso('../outside.txt'), pack)],
    ['a manifest that lists another name', () => after(listAlso('notes.txt'), pack)],
    ['a manifest that lists a path of the system', () => after(listAlso('/etc/passwd'), pack)],
    ['a manifest of two megabytes', () => after(writeFileSync(at(MANIFEST), `{"hattari":"evidence"${' '.repeat(2 * 1024 * 1024)}}`), pack)],
  ])('%s', (_, make) => {
    mkdirSync(join(folder, 'sub'));
    expect(() => removePack(make())).toThrow('cli-pack-none');
    expect(existsSync(at('report.html')) && existsSync(at('messages/002.txt'))).toBe(true);
  });
});
