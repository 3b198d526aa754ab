import { basename, resolve } from 'node:path';
import type { Speech } from '@hattari/engine';
import type { Pack } from './pack.js';
import { localTime } from './times.js';

/** The name that a person looks for first, in the language of the pack. */
export function readMeName(language: string): string {
  return language === 'ja' ? 'お読みください.txt' : 'READ-ME.txt';
}

/** What is in the folder, what must not be passed on, that the originals stay where they are, and how the pack is removed. */
export function readMeOf(pack: Pack, dir: string, speech: Speech): string {
  const paragraphs = [
    `${speech.say('pack-title')}\n${localTime(pack.madeAt)}  ${speech.say('pack-program-is', { version: pack.version, edition: pack.edition })}`,
    speech.say('pack-what'),
    [speech.say('pack-readme-report'), speech.say('pack-readme-messages'), speech.say('pack-readme-manifest')].map((line) => `- ${line}`).join('\n'),
    speech.say('pack-readme-originals'),
    speech.say('pack-readme-pictures'),
    speech.say('pack-readme-private'),
    `${speech.say('pack-readme-remove')}\n\n    ${deleteCommand(basename(resolve(dir)))}\n\n${speech.say('pack-readme-removed')}`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** The one command that removes the pack in `dir`. */
export function deleteCommand(dir: string): string {
  return `hattari evidence --delete ${quoted(dir)}`;
}

/** As a shell takes it in one piece: the folder's name is the reader's own, yet it may hold spaces. */
function quoted(name: string): string {
  if (/^[\p{L}\p{N}._/][\p{L}\p{N}._/-]*$/u.test(name)) return name;
  return process.platform === 'win32' ? `"${name}"` : `'${name.replaceAll("'", "'\\''")}'`;
}
