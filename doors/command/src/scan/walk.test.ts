import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { compareKeys } from './key.js';
import { type Found, walk } from './walk.js';

let folder = '';
const made: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hattari-walk-'));
  made.push(folder);
});
afterAll(() => {
  for (const one of made) rmSync(one, { recursive: true, force: true });
});

function put(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
}

function told(found: Iterable<Found>): string[] {
  return [...found].map(({ what }) => `${'path' in what ? '' : 'id' in what ? `${what.id} ` : `${what.skipped} `}${what.file.replace(`${folder}/`, '')}`);
}

test('in the order of names, byte by byte, folders where they stand', () => {
  put('b.eml', 'a.eml', 'B.eml', 'a/2.eml', 'a/1.eml', 'é.eml', 'empty/.hidden');
  expect(told(walk([folder]))).toEqual(['B.eml', 'a/1.eml', 'a/2.eml', 'a.eml', 'b.eml', 'hidden empty/.hidden', 'é.eml']);
});

test('law: keys ascend as they are found', () => {
  put('a/1', 'a.eml', 'a!/2', 'z', 'box/cur/2:2,S', 'box/new/1', 'box/.Sent/cur/1', 'box/.Sent/new/2', 'box/archive/1', 'box/list');
  const keys = [...walk([folder, folder])].map(({ key }) => key);
  for (let i = 1; i < keys.length; i++) expect(compareKeys(keys[i - 1] as never, keys[i] as never)).toBeLessThan(0);
});

test('links that lead in circles are gone round once; one that leads nowhere is told', () => {
  put('a/1.eml');
  symlinkSync('..', join(folder, 'a/up'));
  symlinkSync('a', join(folder, 'b'));
  symlinkSync('nowhere', join(folder, 'c.eml'));
  expect(told(walk([folder]))).toEqual(['a/1.eml', 'cli-no-file c.eml']);
});

test('a Maildir: messages by the names that stay, its folders, nothing of its indexes and what is being delivered', () => {
  put('cur/2.host:2,S', 'new/1.host', 'new/3.host', 'tmp/4.host', 'dovecot.index', '.Sent/cur/5.host:2,', '.Sent/new/6.host', '.trash.lock');
  expect(told(walk([folder]))).toEqual([
    'new/1.host',
    'cur/2.host:2,S',
    'new/3.host',
    '.Sent/cur/5.host:2,',
    '.Sent/new/6.host',
    'hidden .trash.lock',
    'no-message dovecot.index',
  ]);
});

test('a message of a Maildir that was read meanwhile is found under its new name', () => {
  put('cur/0.host:2,S', 'new/1.host');
  const found = [...walk([folder])][1]?.what;
  renameSync(join(folder, 'new/1.host'), join(folder, 'cur/1.host:2,S'));
  expect(found !== undefined && 'moved' in found ? String(found.moved?.()) : '').toBe(join(folder, 'cur/1.host:2,S'));
});

test('what is named is read, hidden or not; what is not there is told', () => {
  put('.hidden.eml');
  expect(told(walk([join(folder, '.hidden.eml'), join(folder, 'no.eml'), '-']))).toEqual(['.hidden.eml', 'cli-no-file no.eml', '-']);
});

test.skipIf(process.platform !== 'linux')('a name that is no UTF-8 is opened by its bytes', () => {
  const name = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x8e, 0xa1, 0x2e])]);
  writeFileSync(name, 'x');
  const found = [...walk([folder])][0]?.what;
  expect(found !== undefined && 'path' in found && Buffer.compare(found.path as Buffer, name)).toBe(0);
  expect(found?.file).toContain('\ufffd');
});
