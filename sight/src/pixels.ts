import { initPhoton, PhotonImage } from '@cf-wasm/photon/others';
import type { Host } from './host.js';
import type { Raster } from './raster.js';

/** A picture in colour, four bytes a pixel. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgba: Uint8Array };

let ready: Promise<unknown> | null = null;

/** Unpacks a picture whose header was looked at; null where it is damaged. Runs in WASM, so that a fault of the decoder stays there. */
export async function pixelsOf(bytes: Uint8Array, orientation: number, host: Host): Promise<Pixels | null> {
  ready ??= start(host);
  await ready;
  let image: PhotonImage | null = null;
  try {
    image = PhotonImage.new_from_byteslice(bytes);
    return upright({ width: image.get_width(), height: image.get_height(), rgba: image.get_raw_pixels() }, orientation);
  } catch {
    return null;
  } finally {
    image?.free();
  }
}

async function start(host: Host): Promise<void> {
  initPhoton.sync({ module: new WebAssembly.Module(await host.wasm('pictures')) });
}

/** As a phone was held, by the eight orientations of Exif. */
function upright({ width, height, rgba }: Pixels, orientation: number): Pixels {
  if (orientation === 1) return { width, height, rgba };
  const isTurned = orientation >= 5;
  const w = isTurned ? height : width;
  const h = isTurned ? width : height;
  const from = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  const to = new Uint32Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [sx, sy] = sourceOf(orientation, x, y, width, height);
      to[y * w + x] = from[sy * width + sx] as number;
    }
  }
  return { width: w, height: h, rgba: new Uint8Array(to.buffer) };
}

function sourceOf(orientation: number, x: number, y: number, width: number, height: number): readonly [number, number] {
  switch (orientation) {
    case 2:
      return [width - 1 - x, y];
    case 3:
      return [width - 1 - x, height - 1 - y];
    case 4:
      return [x, height - 1 - y];
    case 5:
      return [y, x];
    case 6:
      return [y, height - 1 - x];
    case 7:
      return [width - 1 - y, height - 1 - x];
    case 8:
      return [width - 1 - y, x];
    default:
      return [x, y];
  }
}

/** Its brightness (ITU-R BT.601); what is transparent shows white. */
export function greyOf({ width, height, rgba }: Pixels): Raster {
  const grey = new Uint8Array(width * height);
  for (let i = 0, k = 0; i < grey.length; i++, k += 4) {
    const light = 0.299 * (rgba[k] as number) + 0.587 * (rgba[k + 1] as number) + 0.114 * (rgba[k + 2] as number);
    const alpha = (rgba[k + 3] as number) / 255;
    grey[i] = light * alpha + 255 * (1 - alpha);
  }
  return { width, height, grey };
}
