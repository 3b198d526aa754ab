import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Journal, readJournal, removeStaleDrafts, writeJournal } from './journal.js';
import { Tally } from './tally.js';

const JOURNAL: Journal = {
  hattari: 1,
  paths: 'p',
  options: 'o',
  position: null,
  now: 0,
  written: { lines: 0, bytes: 0, file: null, end: 0 },
  codes: [],
  seconds: 0,
  tally: new Tally().state(),
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hattari-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const dead = spawnSync(process.execPath, ['-e', '']).pid;

test('what was written comes back, and nothing else is left', () => {
  const file = join(folder, 'a.journal');
  writeJournal(file, JOURNAL);
  expect(readJournal(file, 'p', 'o')).toEqual(JOURNAL);
  expect(readdirSync(folder)).toEqual(['a.journal']);
});

test.each([
  ['of a dead process', `.a.journal.${dead}.new`, false],
  ['of this process: of one before it with its number', `.a.journal.${process.pid}.new`, false],
  ['of a living process', `.a.journal.${process.ppid}.new`, true],
  ['of another journal', `.b.journal.${dead}.new`, true],
  ['of no process', '.a.journal.x.new', true],
  ['that is not hidden', `a.journal.${dead}.new`, true],
])('a draft %s: %s stays: %s', (_, name, stays) => {
  writeFileSync(join(folder, name), '{"hatt');
  removeStaleDrafts(join(folder, 'a.journal'));
  expect(existsSync(join(folder, name))).toBe(stays);
});

test('a folder that is not there is no mistake here', () => {
  expect(() => removeStaleDrafts(join(folder, 'none', 'a.journal'))).not.toThrow();
});
