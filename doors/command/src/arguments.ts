import { ANSWERS, type Answers, GATES, GUIDES, type GuideTopic, PATHS, type Path, type WordId } from '@hattari/engine';
import type { PageOptions } from './serve-page/serve-page.js';

/** A mistake of the person who typed the command: told in one sentence, exit 2. */
export class Usage extends Error {
  constructor(
    readonly id: WordId,
    readonly slots: Readonly<Record<string, string>> = {},
  ) {
    super(id);
  }
}

export type Command =
  | { readonly name: 'check'; readonly options: CheckOptions }
  | { readonly name: 'scan'; readonly options: ScanOptions }
  | { readonly name: 'sender'; readonly options: SenderOptions }
  | { readonly name: 'evidence'; readonly options: EvidenceOptions }
  | { readonly name: 'page'; readonly options: PageOptions }
  | { readonly name: 'languages'; readonly files: readonly string[] }
  | { readonly name: 'guide'; readonly options: GuideOptions }
  | { readonly name: 'words'; readonly options: WordsOptions }
  | { readonly name: 'help' }
  | { readonly name: 'version' };

export type CheckOptions = {
  readonly files: readonly string[];
  readonly list: string | null;
  readonly json: boolean;
  readonly parts: boolean;
  readonly sketch: boolean;
  readonly place: string | null;
  readonly answers: Answers;
  /** False: nothing is asked, also at a terminal. */
  readonly questions: boolean;
  readonly dns: DnsAsked | null;
  readonly authservIds: readonly string[];
  /** Seconds that reading the pictures, PDFs and documents of a message may take; null: they are not read. */
  readonly sight: number | null;
};

/** That the DNS may be asked, and which servers; null: those of HATTARI_DNS, else of the system. */
export type DnsAsked = { readonly servers: string | null };

export type ScanOptions = {
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly sketch: boolean;
  readonly place: string | null;
  readonly answers: Answers;
  readonly dns: DnsAsked | null;
  /** Seconds that reading the pictures, PDFs and documents of a message may take; null, as where nothing is said: they are not read. */
  readonly sight: number | null;
  /** File of the journal; null: none is kept. */
  readonly resume: string | null;
  /** Null: one a core. */
  readonly workers: number | null;
};

export type GuideOptions = {
  readonly topic: GuideTopic;
  /** Null: the list is wanted. */
  readonly about: string | null;
  readonly place: string | null;
  readonly json: boolean;
};

export type WordsOptions = { readonly path: Path; readonly place: string | null; readonly json: boolean };

export type SenderOptions = {
  readonly files: readonly string[];
  readonly json: boolean;
  /** What the reader's own mail server calls itself in Authentication-Results. */
  readonly authservIds: readonly string[];
  readonly dns: DnsAsked | null;
};

export type EvidenceOptions = {
  readonly files: readonly string[];
  /** The folder to be made; null only where a pack is removed. */
  readonly out: string | null;
  /** The pack to be removed; null: one is made. */
  readonly remove: string | null;
  readonly answers: Answers;
};

type Allowed = { readonly flags: ReadonlySet<string>; readonly values: ReadonlySet<string> };
const CHECK: Allowed = {
  flags: new Set(['--json', '--parts', '--sketch', '--no-sight', '--no-questions', '--dns']),
  values: new Set(['--lang', '--place', '--answers', '--list', '--dns-server', '--authserv-id', '--sight-seconds']),
};
const SCAN: Allowed = {
  flags: new Set(['--json', '--sketch', '--sight', '--no-sight', '--dns']),
  values: new Set(['--lang', '--place', '--answers', '--resume', '--workers', '--dns-server', '--sight-seconds']),
};
const EVIDENCE: Allowed = { flags: new Set(), values: new Set(['--out', '--delete', '--lang', '--answers']) };
const GUIDE: Allowed = { flags: new Set(['--json']), values: new Set(['--lang', '--place']) };
const SENDER: Allowed = { flags: new Set(['--json', '--dns']), values: new Set(['--lang', '--authserv-id', '--dns-server']) };

const PAGE: Allowed = { flags: new Set(), values: new Set(['--port', '--lang']) };
const WORDS: Allowed = { flags: new Set(['--json']), values: new Set(['--lang', '--place', '--path']) };

/** Seconds that sight has for one message where nothing else is said; and an hour at most. */
const SIGHT_SECONDS = 30;
const MOST_SECONDS = 3_600;
const HIGHEST_PORT = 65_535;

/** Each worker is a thread with a heap of its own. */
const MOST_WORKERS = 256;

/** Language named on the command line even if the rest of it is wrong: the complaint itself should be in it. */
export function languageAsked(argv: readonly string[]): string | null {
  const at = argv.findIndex((a) => a === '--lang' || a.startsWith('--lang='));
  if (at < 0) return null;
  const arg = argv[at] as string;
  return (arg.includes('=') ? arg.slice('--lang='.length) : argv[at + 1]) ?? null;
}

/** Reads a command line. Throws `Usage`. */
export function readArguments(argv: readonly string[]): Command {
  const [name, ...rest] = argv;
  switch (name) {
    case undefined:
    case '--help':
    case '-h':
    case 'help':
      return { name: 'help' };
    case '--version':
    case '-V':
      return { name: 'version' };
    case 'check':
      return rest.includes('--help') || rest.includes('-h') ? { name: 'help' } : { name: 'check', options: checkOptions(rest) };
    case 'scan':
      return rest.includes('--help') || rest.includes('-h') ? { name: 'help' } : { name: 'scan', options: scanOptions(rest) };
    case 'sender':
      return rest.includes('--help') || rest.includes('-h') ? { name: 'help' } : { name: 'sender', options: senderOptions(rest) };
    case 'evidence':
      return rest.includes('--help') || rest.includes('-h') ? { name: 'help' } : { name: 'evidence', options: evidenceOptions(rest) };
    case 'page':
      return rest.includes('--help') || rest.includes('-h') ? { name: 'help' } : { name: 'page', options: pageOptions(rest) };
    case 'languages':
      return { name: 'languages', files: rest.map((arg) => (arg.startsWith('-') ? unknownOption(arg) : arg)) };
    case 'guide':
      return rest.includes('--help') || rest.includes('-h') ? { name: 'help' } : { name: 'guide', options: guideOptions(rest) };
    case 'words':
      return rest.includes('--help') || rest.includes('-h') ? { name: 'help' } : { name: 'words', options: wordsOptions(rest) };
    default:
      if (name.startsWith('-')) return unknownOption(name);
      throw new Usage('cli-unknown-command', { command: name });
  }
}

function checkOptions(argv: readonly string[]): CheckOptions {
  const { files, flags, values } = split(argv, CHECK);
  return {
    files,
    list: values.get('--list') ?? null,
    json: flags.has('--json'),
    parts: flags.has('--parts'),
    sketch: flags.has('--sketch'),
    place: values.get('--place')?.toUpperCase() ?? null,
    answers: readAnswers(values.get('--answers') ?? ''),
    questions: !flags.has('--no-questions'),
    dns: readDns(flags, values),
    authservIds: idsIn(values.get('--authserv-id') ?? ''),
    sight: flags.has('--no-sight') ? null : secondsOf(values),
  };
}

function secondsOf(values: ReadonlyMap<string, string>): number {
  const given = values.get('--sight-seconds');
  return given === undefined ? SIGHT_SECONDS : wholeNumber('--sight-seconds', given, MOST_SECONDS);
}

function scanOptions(argv: readonly string[]): ScanOptions {
  const { files, flags, values } = split(argv, SCAN);
  return {
    paths: files,
    json: flags.has('--json'),
    sketch: flags.has('--sketch'),
    place: values.get('--place')?.toUpperCase() ?? null,
    answers: readAnswers(values.get('--answers') ?? ''),
    dns: readDns(flags, values),
    sight: flags.has('--sight') && !flags.has('--no-sight') ? secondsOf(values) : null,
    resume: values.get('--resume') ?? null,
    workers: values.has('--workers') ? wholeNumber('--workers', values.get('--workers') as string, MOST_WORKERS) : null,
  };
}

function guideOptions(argv: readonly string[]): GuideOptions {
  const { files, flags, values } = split(argv, GUIDE);
  const [topic = '', ...about] = files;
  if (topic === '') throw new Usage('cli-missing-value', { option: `guide (${GUIDES.join(', ')})` });
  const known = GUIDES.find((guide) => guide === topic.toLowerCase());
  if (known === undefined) throw new Usage('cli-unknown-guide', { guide: topic, list: GUIDES.join(', ') });
  // A name of two words need not stand in quotes.
  return {
    topic: known,
    about: about.length === 0 ? null : about.join(' '),
    place: values.get('--place')?.toUpperCase() ?? null,
    json: flags.has('--json'),
  };
}

function wordsOptions(argv: readonly string[]): WordsOptions {
  const { files, flags, values } = split(argv, WORDS);
  const given = values.get('--path') ?? files[0];
  if (given === undefined) throw new Usage('cli-missing-value', { option: '--path' });
  const path = PATHS.find((one) => one === given.toLowerCase());
  if (path === undefined) throw new Usage('cli-bad-value', { option: '--path', wanted: PATHS.join(', '), got: given });
  return { path, place: values.get('--place')?.toUpperCase() ?? null, json: flags.has('--json') };
}

function senderOptions(argv: readonly string[]): SenderOptions {
  const { files, flags, values } = split(argv, SENDER);
  return { files, json: flags.has('--json'), authservIds: idsIn(values.get('--authserv-id') ?? ''), dns: readDns(flags, values) };
}

/** Any free port unless one is named. */
function pageOptions(argv: readonly string[]): PageOptions {
  const { files, values } = split(argv, PAGE);
  if (files[0] !== undefined) throw new Usage('cli-unknown-option', { option: files[0] });
  return { port: values.has('--port') ? wholeNumber('--port', values.get('--port') as string, HIGHEST_PORT) : 0 };
}

function evidenceOptions(argv: readonly string[]): EvidenceOptions {
  const { files, values } = split(argv, EVIDENCE);
  const out = values.get('--out') ?? null;
  const remove = values.get('--delete') ?? null;
  if (remove !== null && (files.length > 0 || out !== null)) throw new Usage('cli-pack-both', { option: '--delete' });
  if (remove === null && files.length === 0) throw new Usage('cli-no-input');
  if (remove === null && out === null) throw new Usage('cli-missing-value', { option: '--out' });
  return { files, out, remove, answers: readAnswers(values.get('--answers') ?? '') };
}

/** `mx.example.org,filter.example.org` */
function idsIn(text: string): string[] {
  return text
    .split(',')
    .map((id) => id.trim().toLowerCase())
    .filter((id) => id !== '');
}

function split(argv: readonly string[], { flags: known, values: valued }: Allowed) {
  const files: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  let onlyFiles = false;
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] as string;
    if (onlyFiles || arg === '-' || !arg.startsWith('-')) files.push(arg);
    else if (arg === '--') onlyFiles = true;
    else {
      const equals = arg.indexOf('=');
      const option = equals < 0 ? arg : arg.slice(0, equals);
      if (known.has(option) && equals < 0) flags.add(option);
      else if (valued.has(option)) {
        const value = equals < 0 ? argv[++i] : arg.slice(equals + 1);
        if (value === undefined || value === '') throw new Usage('cli-missing-value', { option });
        values.set(option, value);
      } else unknownOption(option);
    }
  }
  return { files, flags, values };
}

function wholeNumber(option: string, given: string, most: number): number {
  if (/^\d{1,6}$/.test(given) && Number(given) >= 1 && Number(given) <= most) return Number(given);
  throw new Usage('cli-bad-value', { option, wanted: `1-${most}`, got: given });
}

/** Whoever names a server wants it asked. */
function readDns(flags: ReadonlySet<string>, values: ReadonlyMap<string, string>): DnsAsked | null {
  const servers = values.get('--dns-server') ?? null;
  return flags.has('--dns') || servers !== null ? { servers } : null;
}

/** `contact=no,image=no,names=no` */
function readAnswers(text: string): Answers {
  const answers: Record<string, string> = {};
  for (const pair of text.split(',').filter((p) => p.trim() !== '')) {
    const [gate = '', answer = ''] = pair.split('=').map((s) => s.trim().toLowerCase());
    const allowed = Object.hasOwn(ANSWERS, gate) ? (ANSWERS as Readonly<Record<string, readonly string[]>>)[gate] : undefined;
    if (allowed === undefined) throw new Usage('cli-bad-value', { option: '--answers', wanted: GATES.join(', '), got: gate });
    if (!allowed.includes(answer)) throw new Usage('cli-bad-value', { option: `--answers ${gate}`, wanted: allowed.join(', '), got: answer });
    answers[gate] = answer;
  }
  return answers as Answers;
}

function unknownOption(option: string): never {
  throw new Usage('cli-unknown-option', { option });
}
