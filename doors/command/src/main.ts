import { readFileSync } from 'node:fs';
import { Speech } from '@hattari/engine';
import { load, loadShared, unpack } from '@hattari/shelf';
import { languageAsked, readArguments, Usage } from './arguments.js';
import { check } from './check.js';
import { evidence } from './evidence/evidence.js';
import { guide } from './guide.js';
import { helpText } from './help.js';
import { languages } from './languages.js';
import { localeOf } from './locale.js';
import { SHELF } from './place.js';
import { scan } from './scan/scan.js';
import { sender } from './sender.js';
import { processTerminal, type Terminal } from './terminal.js';
import { words } from './words.js';

/** The `hattari` program: sets `process.exitCode` and never throws. What a closed pipe did not take was not delivered: exit 2, never "all clear". */
export async function main(argv: readonly string[]): Promise<void> {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? ((process.exitCode as number | undefined) ?? 2) : 2));
  process.exitCode = await run(argv, processTerminal());
}

export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const locale = localeOf(process.env, Intl.DateTimeFormat().resolvedOptions().timeZone);
  // Only a scan has threads to share it with.
  const shared = argv[0] === 'scan' ? loadShared(SHELF) : null;
  const know = shared === null ? load(SHELF) : unpack(shared);
  // A language of which only the everyday words are known has nothing to say.
  const codes = know.voices.filter((voice) => Object.keys(voice.words).length > 0).map((voice) => voice.code);
  const asked = languageAsked(argv);
  const speech = new Speech(know, asked !== null && codes.includes(asked) ? asked : locale.language);
  try {
    const command = readArguments(argv);
    switch (command.name) {
      case 'help':
        terminal.out(helpText(speech.code, codes));
        return argv.length === 0 ? 2 : 0;
      case 'version':
        terminal.out(`hattari ${version()} (${know.edition})\n`);
        return 0;
      case 'languages':
        return languages(command.files, speech, terminal);
      case 'guide':
        mustKnow(asked, codes);
        return guide(command.options, know, speech, command.options.place ?? locale.place, terminal);
      case 'words':
        mustKnow(asked, codes);
        return words(command.options, know, speech, command.options.place ?? locale.place, terminal);
      case 'check': {
        mustKnow(asked, codes);
        return await check(command.options, { know, speech, place: command.options.place ?? locale.place, terminal });
      }
      case 'sender': {
        mustKnow(asked, codes);
        return await sender(command.options, { speech, terminal });
      }
      case 'evidence': {
        // Whoever takes the pack in reads one of these.
        mustKnow(asked, PACK_LANGUAGES);
        const setting = { know, speech: PACK_LANGUAGES.includes(speech.code) ? speech : new Speech(know, 'en'), place: locale.place, terminal };
        return await evidence(command.options, setting, version());
      }
      case 'scan': {
        mustKnow(asked, codes);
        const setting = { know, speech, place: command.options.place ?? locale.place, terminal };
        return await scan(command.options, setting, shared ?? loadShared(SHELF), `${version()} ${know.edition}`);
      }
      default:
        return command satisfies never;
    }
  } catch (cause) {
    if (!(cause instanceof Usage)) throw cause;
    terminal.err(`${speech.say(cause.id, cause.slots)}\n${speech.say('cli-help-hint')}\n`);
    return 2;
  }
}

/** Languages in which a pack speaks. */
const PACK_LANGUAGES = ['en', 'ja'];

function mustKnow(language: string | null, codes: readonly string[]): void {
  if (language !== null && !codes.includes(language)) throw new Usage('cli-bad-value', { option: '--lang', wanted: codes.join(', '), got: language });
}

function version(): string {
  return (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}
