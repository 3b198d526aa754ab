/** A file made to stall, exhaust or fool a reader. */
export type Hostile = {
  readonly id: string;
  /** What it would do to a reader without a limit. */
  readonly why: string;
  readonly bytes: () => Uint8Array;
  /** It is over a limit, so that something in it stays unread: to call it clear would be a lie. */
  readonly over?: true;
  /** For `npm run hostile` only: it takes more time or memory to make than a test may. */
  readonly large?: true;
};

/** What one file cost, and what of the laws it broke. */
export type Cost = {
  readonly id: string;
  readonly bytes: number;
  /** Milliseconds of CPU of the whole process, garbage collection included. */
  readonly cpu: number;
  /** Megabytes: the most that the process has had so far. */
  readonly peak: number;
  readonly verdict: string;
  readonly whole: boolean;
  readonly breaches: readonly string[];
};
