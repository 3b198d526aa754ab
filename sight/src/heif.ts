import type { HeifModule, Host } from './host.js';
import type { Pixels } from './pixels.js';
import { PIXELS } from './limits.js';

/** Brands of pictures in HEVC (ISO/IEC 23008-12, B.4.1), and the general one, which some cameras write first. */
const BRANDS = /^(?:heic|heix|heim|heis|mif1)$/;
/** Boxes that are looked through for the sizes of pictures; a phone's have some fifty in all. */
const BOXES = 2_000;
/** Boxes within which sizes stand, and how many bytes come before what they hold. */
const WITHIN: Readonly<Record<string, number>> = { meta: 12, iprp: 8, ipco: 8 };

export function isHeif(bytes: Uint8Array): boolean {
  return textAt(bytes, 4) === 'ftyp' && BRANDS.test(textAt(bytes, 8));
}

/** The largest size that its header claims for a picture in it; zero where it claims none. Nothing is unpacked. Total. */
export function sizeOfHeif(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [width, height, left] = [0, 0, BOXES];
  const walk = (from: number, end: number): void => {
    for (let at = from; at + 8 <= end && left-- > 0; ) {
      const size = view.getUint32(at) === 0 ? end - at : view.getUint32(at);
      // A box of 64 bits holds pixels, and ends what there is of a header.
      if (size < 8 || at + size > end) return;
      const kind = textAt(bytes, at + 4);
      if (kind === 'ispe' && size >= 20) {
        width = Math.max(width, view.getUint32(at + 12));
        height = Math.max(height, view.getUint32(at + 16));
      }
      const inner = WITHIN[kind];
      if (inner !== undefined) walk(at + inner, at + size);
      at += size;
    }
  };
  walk(0, bytes.length);
  return { width, height };
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

let module: Promise<HeifModule> | null = null;

/** Unpacks a picture in HEIC, as it was held; null where it is damaged, or larger than its header said. */
export async function pixelsOfHeif(bytes: Uint8Array, load: NonNullable<Host['heif']>): Promise<Pixels | null> {
  module ??= load();
  try {
    const { HeifDecoder } = await module;
    const images = new HeifDecoder().decode(bytes);
    const image = images.find((one) => one.is_primary()) ?? images[0];
    if (image === undefined) return null;
    const [width, height] = [image.get_width(), image.get_height()];
    const fits = width > 0 && height > 0 && width * height <= PIXELS;
    const room = { data: new Uint8ClampedArray(fits ? width * height * 4 : 0), width, height };
    const shown = fits ? await new Promise<{ readonly data: Uint8ClampedArray } | null>((resolve) => image.display(room, resolve)) : null;
    for (const one of images) one.free();
    return shown === null ? null : { width, height, rgba: new Uint8Array(shown.data.buffer) };
  } catch {
    // Refused memory, or a fault within: the next file gets a new one.
    module = null;
    return null;
  }
}
