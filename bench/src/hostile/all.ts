import { BOUNDARIES } from './boundaries.js';
import { broken } from './broken.js';
import { CHARSETS } from './charsets.js';
import { CHATS } from './chats.js';
import { HEADER_BOMBS } from './headers.js';
import { MAILBOXES } from './mailboxes.js';
import { MARKUP } from './markup.js';
import type { Hostile } from './model.js';
import { NESTS } from './nests.js';
import { OUTLOOK } from './outlook.js';
import { PACKED } from './packed.js';
import { REPEATS } from './repeats.js';

/** Every hostile file, the same at each run; the bytes are made when they are asked for. */
export const HOSTILE: readonly Hostile[] = [
  ...NESTS,
  ...HEADER_BOMBS,
  ...BOUNDARIES,
  ...PACKED,
  ...CHARSETS,
  ...CHATS,
  ...REPEATS,
  ...MARKUP,
  ...OUTLOOK,
  ...MAILBOXES,
  ...broken(),
];
