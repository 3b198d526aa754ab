import type { Answers } from '@hattari/engine';
import type { Age } from './minors.js';
import type { Statement } from './statement.js';

/** A file as it was given. `sha256`: null where it was not taken, because it holds or may hold pictures of someone who may be under 18. */
export type PackedInput = {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string | null;
  /** Milliseconds since 1970 (UTC). */
  readonly readAt: number;
  readonly messages: number;
};

/** A message with its number in the pack, from 1. */
export type PackedMessage = { readonly number: number; readonly input: PackedInput; readonly statement: Statement };

/** All that a pack is written from. */
export type Pack = {
  /** Milliseconds since 1970 (UTC). */
  readonly madeAt: number;
  readonly version: string;
  readonly edition: string;
  readonly age: Age;
  readonly answers: Answers;
  readonly inputs: readonly PackedInput[];
  readonly messages: readonly PackedMessage[];
};

/** A file of the pack: its name, with `/` between folders, and its bytes. */
export type PackFile = { readonly name: string; readonly bytes: Uint8Array };

/** The text of a message in the pack; every name in a pack is made here, never taken from a message. */
export function textFileOf(number: number): string {
  return `messages/${String(number).padStart(3, '0')}.txt`;
}
