import type { Coin, Family, Flag, Live, ProblemId, Seen, VerdictKind } from '@hattari/engine';

/** What all messages of a scan are judged with; handed to each worker once. */
export type Judging = {
  readonly knowledge: Uint8Array;
  readonly place: string;
  readonly words: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly json: boolean;
  readonly sketch: boolean;
  readonly now: number;
  /** Number of the message that a worker is at, and how many it began: by these a dead or a stuck one is known. */
  readonly beat: Int32Array;
};

/** A message as a worker gets it. */
export type Work = {
  readonly index: number;
  readonly file: string;
  readonly message: number | null;
  readonly bytes: Uint8Array;
  readonly live?: Live;
  readonly seen?: readonly Seen[];
};

/** What is kept of a judged message; `line` is its JSON line, where asked for. */
export type Judged = {
  readonly line: string | null;
  readonly kind: VerdictKind;
  readonly family: Family | null;
  /** Of the text, as far as it was recognised. */
  readonly language: string | null;
  readonly flags: readonly Flag[];
  readonly wallets: readonly { readonly coin: Coin; readonly address: string }[];
  readonly problems: readonly ProblemId[];
  /** Pictures, PDFs and documents that were read, and those of which something was left. */
  readonly sight: { readonly read: number; readonly left: number };
  /** Null for what is no letter to be compared, or too short. */
  readonly sketch: Uint16Array | null;
};

/** Why a message was given up: the worker died or was too slow with it, or a fault of ours. */
export type GivenUp = { readonly gaveUp: 'cli-gave-up' | 'cli-unexpected' };
export type Result = Judged | GivenUp;
