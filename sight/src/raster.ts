/** A grey picture, row by row from the top; 0 is black. */
export type Raster = { readonly width: number; readonly height: number; readonly grey: Uint8Array };

/** A part of a picture, in pixels. */
export type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };

export function crop({ width, height, grey }: Raster, box: Box): Raster {
  const x0 = Math.max(0, Math.floor(box.x0));
  const y0 = Math.max(0, Math.floor(box.y0));
  const w = Math.max(1, Math.min(width, Math.ceil(box.x1)) - x0);
  const h = Math.max(1, Math.min(height, Math.ceil(box.y1)) - y0);
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) out.set(grey.subarray((y0 + y) * width + x0, (y0 + y) * width + x0 + w), y * w);
  return { width: w, height: h, grey: out };
}

/** Makes a part of a picture white, and a little around it. */
export function whiten({ width, height, grey }: Raster, { x0, y0, x1, y1 }: Box): void {
  const around = Math.max(2, (x1 - x0) * 0.03);
  const from = Math.max(0, Math.floor(x0 - around));
  const to = Math.min(width, Math.ceil(x1 + around));
  for (let y = Math.max(0, Math.floor(y0 - around)); y < Math.min(height, y1 + around); y++) if (to > from) grey.fill(255, y * width + from, y * width + to);
}

/** Larger by interpolation, smaller by the mean of what falls together. */
export function scaled(given: Raster, factor: number): Raster {
  if (factor === 1) return given;
  const width = Math.max(1, Math.round(given.width * factor));
  const height = Math.max(1, Math.round(given.height * factor));
  return factor > 1 ? larger(given, width, height) : smaller(given, width, height);
}

function larger({ width: w, height: h, grey }: Raster, width: number, height: number): Raster {
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const sy = Math.min(h - 1, Math.max(0, ((y + 0.5) * h) / height - 0.5));
    const top = Math.floor(sy);
    const below = Math.min(h - 1, top + 1);
    const fy = sy - top;
    for (let x = 0; x < width; x++) {
      const sx = Math.min(w - 1, Math.max(0, ((x + 0.5) * w) / width - 0.5));
      const left = Math.floor(sx);
      const right = Math.min(w - 1, left + 1);
      const fx = sx - left;
      const a = (grey[top * w + left] as number) * (1 - fx) + (grey[top * w + right] as number) * fx;
      const b = (grey[below * w + left] as number) * (1 - fx) + (grey[below * w + right] as number) * fx;
      out[y * width + x] = a * (1 - fy) + b * fy;
    }
  }
  return { width, height, grey: out };
}

function smaller({ width: w, height: h, grey }: Raster, width: number, height: number): Raster {
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const y0 = Math.floor((y * h) / height);
    const y1 = Math.max(y0 + 1, Math.floor(((y + 1) * h) / height));
    for (let x = 0; x < width; x++) {
      const x0 = Math.floor((x * w) / width);
      const x1 = Math.max(x0 + 1, Math.floor(((x + 1) * w) / width));
      let sum = 0;
      for (let sy = y0; sy < y1; sy++) for (let sx = x0; sx < x1; sx++) sum += grey[sy * w + sx] as number;
      out[y * width + x] = sum / ((y1 - y0) * (x1 - x0));
    }
  }
  return { width, height, grey: out };
}

/** Turned about its middle against the clock; what comes in from outside is white. `angle` in radians. */
export function turned({ width, height, grey }: Raster, angle: number): Raster {
  const out = new Uint8Array(width * height).fill(255);
  const sin = Math.sin(angle);
  const cos = Math.cos(angle);
  const cx = width / 2;
  const cy = height / 2;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sx = (x - cx) * cos - (y - cy) * sin + cx;
      const sy = (x - cx) * sin + (y - cy) * cos + cy;
      const left = Math.floor(sx);
      const top = Math.floor(sy);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const fx = sx - left;
      const fy = sy - top;
      const at = top * width + left;
      const a = (grey[at] as number) * (1 - fx) + (grey[at + 1] as number) * fx;
      const b = (grey[at + width] as number) * (1 - fx) + (grey[at + width + 1] as number) * fx;
      out[y * width + x] = a * (1 - fy) + b * fy;
    }
  }
  return { width, height, grey: out };
}

/** As a PGM file (netpbm), which the OCR reads without unpacking anything. */
export function toPgm({ width, height, grey }: Raster): Uint8Array {
  const head = `P5\n${width} ${height}\n255\n`;
  const out = new Uint8Array(head.length + grey.length);
  for (let i = 0; i < head.length; i++) out[i] = head.charCodeAt(i);
  out.set(grey, head.length);
  return out;
}
