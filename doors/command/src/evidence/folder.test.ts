import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mustBeFree, writePack } from './folder.js';
import type { PackFile } from './pack.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hattari-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A path, once what is needed there has been done. */
const after = (_: unknown, path: string): string => path;
const at = (name: string): string => join(folder, name);
const FILES: PackFile[] = [
  { name: 'report.html', bytes: Buffer.from('a') },
  { name: 'messages/001.txt', bytes: Buffer.from('b') },
];
const ifPosix = test.skipIf(process.platform === 'win32');
const mode = (path: string): string => (lstatSync(path).mode & 0o777).toString(8);

describe('where a pack may stand', () => {
  test.each<[string, () => string]>([
    ['a folder that is not there', () => at('pack')],
    ['an empty folder', () => after(mkdirSync(at('empty')), at('empty'))],
  ])('%s', (_, make) => expect(() => mustBeFree(make())).not.toThrow());

  test.each<[string, () => string]>([
    ['a folder with something in it', () => after(writeFileSync(at('a'), ''), folder)],
    ['a file', () => after(writeFileSync(at('file'), ''), at('file'))],
    ['a link to an empty folder', () => after([mkdirSync(at('empty')), symlinkSync(at('empty'), at('link'))], at('link'))],
    ['a link to an empty folder, with a slash', () => after([mkdirSync(at('empty')), symlinkSync(at('empty'), at('link'))], `${at('link')}/`)],
    ['a link to nothing', () => after(symlinkSync(at('nothing'), at('link')), at('link'))],
  ])('not %s', (_, make) => expect(() => mustBeFree(make())).toThrow('cli-pack-taken'));

  test.each<[string, () => string]>([
    ['in a folder that is not there', () => at('a/b')],
    ['in a file', () => after(writeFileSync(at('file'), ''), at('file/pack'))],
  ])('not %s', (_, make) => expect(() => mustBeFree(make())).toThrow('cli-pack-not-written'));

  test('not where the program stands', () => {
    const before = process.cwd();
    const here = at('here');
    mkdirSync(here);
    try {
      process.chdir(here);
      expect(() => mustBeFree('.')).toThrow('cli-pack-taken');
    } finally {
      process.chdir(before);
    }
  });
});

describe('writing', () => {
  ifPosix('all files, for this user alone, and nothing beside them', () => {
    mkdirSync(at('pack'), { mode: 0o755 });
    writePack(at('pack'), FILES);
    expect(readdirSync(folder)).toEqual(['pack']);
    expect(readFileSync(at('pack/messages/001.txt'), 'utf8')).toBe('b');
    expect(['pack', 'pack/messages', 'pack/report.html', 'pack/messages/001.txt'].map((name) => mode(at(name)))).toEqual(['700', '700', '600', '600']);
  });

  test('what has come there meanwhile stays, and no half pack is left', () => {
    mkdirSync(at('pack'));
    writeFileSync(at('pack/mine.txt'), 'mine');
    expect(() => writePack(at('pack'), FILES)).toThrow('cli-pack-taken');
    expect(readdirSync(folder)).toEqual(['pack']);
    expect(readdirSync(at('pack'))).toEqual(['mine.txt']);
  });

  test('a link that has come there meanwhile is not followed', () => {
    mkdirSync(at('elsewhere'));
    symlinkSync(at('elsewhere'), at('pack'));
    expect(() => writePack(at('pack'), FILES)).toThrow('cli-pack-taken');
    expect(readdirSync(at('elsewhere'))).toEqual([]);
  });

  test('a failure in the middle leaves nothing', () => {
    // The second file stands where a folder is wanted.
    const broken: PackFile[] = [...FILES, { name: 'report.html/x.txt', bytes: Buffer.from('c') }];
    expect(() => writePack(at('pack'), broken)).toThrow(/cli-pack/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('what a killed program left beside is removed, what a living one writes is not', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const [dead, alive, other] = [`.hattari-evidence.${pid}.abc123`, `.hattari-evidence.${process.ppid}.abc123`, '.hattari-evidence.mine'];
    for (const name of [dead, alive, other]) mkdirSync(at(name));
    writeFileSync(at(`${dead}/report.html`), 'private');
    writePack(at('pack'), FILES);
    expect([dead, alive, other].map((name) => existsSync(at(name)))).toEqual([false, true, true]);
  });
});
