import type { Seen, Unseen } from '@hattari/engine';
import { gunzipSync } from 'fflate';
import ocrFactory from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { bounded } from '../bounded.js';
import type { Host, Program } from '../host.js';
import { MEGABYTES } from '../limits.js';
import { nameOf } from '../name.js';
import type { Told } from '../see.js';
import { Sight } from '../sight.js';

/** What a worker of sight says to the page: what it reads, and which part of itself it wants next. It loads nothing by itself. */
export type Question = Told | { readonly kind: 'want'; readonly part: string };

/** What the page says: read this file; here is that part (gzipped), null where it cannot be had. */
export type Answer = { readonly kind: 'read'; readonly file: Unseen } | { readonly kind: 'part'; readonly part: string; readonly bytes: Uint8Array | null };

/** The part of a worker's own world that is used. */
export type Port = { postMessage(message: Question): void; onmessage: ((event: { readonly data: Answer }) => void) | null };

/** Bytes of a part out of its compression: the largest, a language, has 5 MB. */
const PART_BYTES = 64 * 1024 * 1024;

/** The whole of a worker of sight in a browser. */
export function serveBrowser(port: Port): void {
  const parts = new Map<string, (bytes: Uint8Array | null) => void>();
  const wanted = (part: string): Promise<Uint8Array | null> =>
    new Promise((resolve) => {
      parts.set(part, resolve);
      port.postMessage({ kind: 'want', part });
    });
  let lacks = false;
  const host: Host = {
    wasm: async (of: Program) => {
      const bytes = await wanted(of);
      if (bytes === null) throw new Error(`wanted ${of}, got nothing`);
      return bounded(unpacked(bytes), MEGABYTES[of]);
    },
    ocr: async () => ocrFactory,
    language: async (code) => {
      const bytes = await wanted(code);
      if (bytes === null) lacks = true;
      return bytes === null ? null : unpacked(bytes);
    },
  };
  const sight = new Sight(host, (percent) => port.postMessage({ kind: 'progress', percent }));
  let before = Promise.resolve();
  const read = async (file: Unseen): Promise<void> => {
    lacks = false;
    const seen = await sight.look(file, (soFar) => port.postMessage({ kind: 'so-far', seen: soFar }));
    port.postMessage({ kind: 'done', seen: lacks ? unsure(seen, file) : seen });
  };
  port.onmessage = ({ data }) => {
    if (data.kind === 'part') {
      parts.get(data.part)?.(data.bytes);
      parts.delete(data.part);
    } else before = before.then(() => read(data.file));
  };
}

/** Without the data of its own language it may have been read wrongly, and then it is never clear. */
function unsure(seen: Seen, file: Unseen): Seen {
  return seen.problems.length > 0 ? seen : { ...seen, problems: [{ id: 'sight-faint', detail: nameOf(file) }] };
}

/** Throws over the limit; the digest of a part was checked before, so this is about our own mistakes. */
function unpacked(bytes: Uint8Array): Uint8Array {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  if (size > PART_BYTES) throw new RangeError(`wanted a part of at most ${PART_BYTES} bytes, got ${size}`);
  return gunzipSync(bytes);
}
