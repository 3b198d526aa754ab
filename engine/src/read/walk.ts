import type { Attachment, Header, Part, PartId, Problem } from '../model.js';
import type { Tally } from './beacons.js';

/** What the walk through one message gathers. */
export type Gathered = {
  readonly parts: Part[];
  readonly attachments: Attachment[];
  readonly problems: Problem[];
  readonly pastedHeaders: Header[];
  readonly beacons: Tally;
  links: number;
  pictures: number;
};

/** One file in a message, out of its transfer encoding. `charset` is null where none is named. */
export type File = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly type: string;
  readonly charset: string | null;
  /** `method` of the content type: what a calendar part asks for (RFC 6047). */
  readonly method?: string;
  readonly id: PartId;
  readonly depth: number;
};

/** The walk through a message, as the forms inside it see it: each hands over what it unpacked, and the walk reads on. */
export type Walk = {
  readonly gathered: Gathered;
  tell(problem: Problem): void;
  /** True while a text of that size may be looked through for sources; spends it. Where the purse is empty, that is told. */
  mayHoldSource(size: number): boolean;
  /** Reads text as a person sees it; `id` must be new in this message. */
  text(bytes: Uint8Array, charset: string | null, kind: 'text' | 'html', id: PartId): void;
  /** Reads, opens or lists a file. */
  file(file: File): void;
  /** Reads a message (RFC 5322) whose bytes are not those of the walk. */
  message(bytes: Uint8Array, id: PartId, depth: number): void;
  /** Reads a MIME entity whose bytes are not those of the walk. */
  entity(bytes: Uint8Array, id: PartId, depth: number): void;
};
