import type { Answers, Explanation, Flag, Gate, Seen, Unseen, VerdictKind } from '@hattari/engine';

/** One message as it came: a paste has no name. `seen`: what sight read in its files, once it has. */
export type Given = { readonly bytes: Uint8Array; readonly name: string; readonly seen?: readonly Seen[] };

/** How the reader wants to be told. */
export type Setting = {
  readonly answers: Answers;
  readonly place: string;
  readonly language: string;
  /** In plain Japanese, where such words exist. */
  readonly easy: boolean;
};

/** A gate question with what may be answered; open or answered already. */
export type AskedGate = { readonly gate: Gate; readonly text: string; readonly choices: readonly { readonly answer: string; readonly text: string }[] };

/** One message told, in the reader's language: plain data, all that the page shows of it. No probability is in it. */
export type Told = {
  readonly subject: string;
  /** Of the file that it came in; empty for a paste. */
  readonly name: string;
  readonly kind: VerdictKind;
  readonly flags: readonly Flag[];
  readonly explanation: Explanation;
  readonly gates: readonly AskedGate[];
  readonly labels: Readonly<Record<string, string>>;
  /** Claims whose words are not shown again: insults and mockery. */
  readonly hushed: readonly string[];
  /** Pictures, PDFs and documents of it that were not looked into. */
  readonly unseen: number;
  readonly draft: boolean;
  readonly lacks: boolean;
  /** False: it may be in a language that is not loaded yet, so it is not shown before all are. */
  readonly understood: boolean;
};

export type Looked = { readonly told: readonly Told[] /** Messages beyond those that were looked at. */; readonly more: number };

/** A message that was taken in without being judged: where it stands among the others, and what of it only sight can read. */
export type Added = { readonly message: number; readonly files: readonly Unseen[] };

/** What the page asks of the worker; `id` comes back with the answer. */
export type Request =
  | { readonly do: 'learn'; readonly id: number; readonly bytes: Uint8Array; readonly languages: readonly string[] | 'all' }
  /** The measured weights, for all that is learnt after. */
  | { readonly do: 'weigh'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly do: 'look'; readonly id: number; readonly given: readonly Given[]; readonly setting: Setting }
  /** The message last looked at again, with other answers or in another language. */
  | { readonly do: 'again'; readonly id: number; readonly message: number; readonly setting: Setting }
  /** Takes one more in, in the place of all from `message` on. */
  | { readonly do: 'add'; readonly id: number; readonly given: Given; readonly message: number }
  /** The files of a message that only sight can read. */
  | { readonly do: 'files'; readonly id: number; readonly message: number }
  | { readonly do: 'saw'; readonly id: number; readonly message: number; readonly seen: readonly Seen[] }
  /** Tells of a letter of the page's own, so many units of it. */
  | { readonly do: 'warm'; readonly id: number; readonly letter: number; readonly units: number; readonly setting: Setting }
  | { readonly do: 'forget'; readonly id: number }
  | { readonly do: 'try-language'; readonly id: number; readonly file: string; readonly english: string; readonly letter: string | null }
  /** Sentences of a language file that say what must never be said; takes seconds. */
  | { readonly do: 'slips'; readonly id: number; readonly file: string };

export type Response = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly failure: string };
