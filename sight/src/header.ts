/** What the header of a picture claims. `frames`: pictures in it, of which the first is looked at. */
export type Claimed = { readonly width: number; readonly height: number; readonly frames: number; readonly orientation: number };

/** Reads the size of a PNG, JPEG, WebP, GIF or BMP without unpacking it; the largest where it claims several. Null for any other form. Total. */
export function claimedBy(bytes: Uint8Array): Claimed | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (at(bytes, 0, '\x89PNG')) return ofPng(bytes, view);
    if (at(bytes, 0, '\xff\xd8\xff')) return ofJpeg(bytes, view);
    if (at(bytes, 0, 'GIF8')) return ofGif(bytes, view);
    if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')) return ofWebp(bytes, view);
    if (at(bytes, 0, 'BM')) return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)), frames: 1, orientation: 1 };
  } catch (cause) {
    // Breaks off within its header.
    if (!(cause instanceof RangeError)) throw cause;
    return { width: 0, height: 0, frames: 1, orientation: 1 };
  }
  return null;
}

function at(bytes: Uint8Array, from: number, mark: string): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[from + i] !== mark.charCodeAt(i)) return false;
  return true;
}

function ofPng(bytes: Uint8Array, view: DataView): Claimed {
  // APNG says how many in `acTL`, in front of the first data.
  let frames = 1;
  for (let k = 8; k + 12 <= bytes.length && !at(bytes, k + 4, 'IDAT'); k += 12 + view.getUint32(k))
    if (at(bytes, k + 4, 'acTL')) frames = view.getUint32(k + 8);
  return { width: view.getUint32(16), height: view.getUint32(20), frames: Math.max(1, frames), orientation: 1 };
}

function ofJpeg(bytes: Uint8Array, view: DataView): Claimed {
  let width = 0;
  let height = 0;
  let orientation = 1;
  let k = 2;
  while (k + 4 <= bytes.length) {
    if (bytes[k] !== 0xff) {
      k++;
      continue;
    }
    const marker = bytes[k + 1] as number;
    if (marker === 0xff || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      k += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xd9) break;
    const size = view.getUint16(k + 2);
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      height = Math.max(height, view.getUint16(k + 5));
      width = Math.max(width, view.getUint16(k + 7));
    } else if (marker === 0xe1 && at(bytes, k + 4, 'Exif\0\0')) orientation = orientationIn(bytes.subarray(k + 10, k + 2 + size));
    k += 2 + size;
  }
  return { width, height, frames: 1, orientation };
}

/** Tag 274 of the first directory (Exif 2.32, 4.6.4): 1 to 8; 1 where nothing is said. */
function orientationIn(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = at(tiff, 0, 'II');
  const directory = view.getUint32(4, little);
  const count = Math.min(view.getUint16(directory, little), 200);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12;
    if (view.getUint16(entry, little) !== 274) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** The screen, and each frame that may be larger than it; frames are counted up to a hundred. */
function ofGif(bytes: Uint8Array, view: DataView): Claimed {
  let width = view.getUint16(6, true);
  let height = view.getUint16(8, true);
  let frames = 0;
  const table = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let k = 13 + table(view.getUint8(10));
  while (k < bytes.length && frames < 100) {
    const block = bytes[k];
    if (block === 0x2c) {
      frames++;
      if (k + 10 > bytes.length) break;
      width = Math.max(width, view.getUint16(k + 5, true));
      height = Math.max(height, view.getUint16(k + 7, true));
      k += 11 + table(view.getUint8(k + 9));
    } else if (block === 0x21) k += 2;
    else break;
    while (k < bytes.length && bytes[k] !== 0) k += 1 + (bytes[k] as number);
    k++;
  }
  return { width, height, frames: Math.max(1, frames), orientation: 1 };
}

/** The canvas and every frame on it (RFC 9649). */
function ofWebp(bytes: Uint8Array, view: DataView): Claimed {
  let width = 0;
  let height = 0;
  let frames = 0;
  const grow = (w: number, h: number): void => {
    width = Math.max(width, w);
    height = Math.max(height, h);
  };
  const u24 = (k: number): number => view.getUint16(k, true) | (view.getUint8(k + 2) << 16);
  for (let k = 12; k + 18 <= bytes.length && frames < 100; ) {
    const size = view.getUint32(k + 4, true);
    if (at(bytes, k, 'VP8X')) grow(u24(k + 12) + 1, u24(k + 15) + 1);
    else if (at(bytes, k, 'VP8 ')) grow(view.getUint16(k + 14, true) & 0x3fff, view.getUint16(k + 16, true) & 0x3fff);
    else if (at(bytes, k, 'VP8L')) {
      const bits = view.getUint32(k + 9, true);
      grow((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    } else if (at(bytes, k, 'ANMF')) {
      frames++;
      grow(u24(k + 14) + 1, u24(k + 17) + 1);
    }
    k += 8 + size + (size & 1);
  }
  return { width, height, frames: Math.max(1, frames), orientation: 1 };
}
