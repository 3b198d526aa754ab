import { chunksOf, Reading } from '../chunks.js';
import { type Failure, failureOf } from '../input.js';
import { INPUT_BYTES } from './limits.js';
import { hasPictureName, isPictureFile, PICTURE_HEAD } from './picture-file.js';

/** A file, read once: what is told of it and what is hashed are the same bytes. `readAt`: milliseconds since 1970 (UTC). */
export type Input = { readonly file: string; readonly bytes: Uint8Array; readonly readAt: number };

/** Reads a file whole (`-`: standard input), at most `room` bytes. A picture is refused by its name before it is opened, by its first bytes before more is read. */
export async function takeIn(file: string, room: number, now: () => number): Promise<Input | Failure> {
  const refused: Failure = { file, id: 'cli-pack-picture', slots: { file } };
  if (hasPictureName(file)) return refused;
  const chunks: Buffer[] = [];
  let size = 0;
  let isLooked = false;
  const readAt = now();
  try {
    for await (const chunk of chunksOf(file, new Reading())) {
      // The next chunk is read into the same buffer.
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (!isLooked && size >= PICTURE_HEAD) {
        if (isPictureFile(Buffer.concat(chunks))) return refused;
        isLooked = true;
      }
      if (size > room) return { file, id: 'cli-pack-large', slots: { limit: `${INPUT_BYTES / 1024 / 1024} MB` } };
    }
  } catch (cause) {
    return failureOf(file, cause as NodeJS.ErrnoException);
  }
  const bytes = Buffer.concat(chunks);
  return isPictureFile(bytes) ? refused : { file, bytes, readAt };
}
