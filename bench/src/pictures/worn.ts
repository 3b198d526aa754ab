import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Random } from '../disguise/model.js';
import type { Wear } from './model.js';

const DEGREES = 2;
/** JPEG as messengers pass pictures on. */
const PASSED_ON = 40;

/** The file that becomes of a picture. */
export function worn(canvas: Canvas, wear: Wear, random: Random): Uint8Array {
  switch (wear) {
    case 'as-shown':
      return canvas.toBuffer('image/png');
    case 'rotated':
      return rotated(canvas, random() < 0.5 ? DEGREES : -DEGREES).toBuffer('image/png');
    case 'jpeg':
      return canvas.toBuffer('image/jpeg', PASSED_ON);
    case 'photo':
      return photographed(canvas, random).toBuffer('image/jpeg', 82);
    default:
      return wear satisfies never;
  }
}

function rotated(canvas: Canvas, degrees: number): Canvas {
  const angle = (degrees * Math.PI) / 180;
  const width = Math.ceil(canvas.width * Math.cos(Math.abs(angle)) + canvas.height * Math.sin(Math.abs(angle)));
  const height = Math.ceil(canvas.height * Math.cos(Math.abs(angle)) + canvas.width * Math.sin(Math.abs(angle)));
  const turned = createCanvas(width, height);
  const context = turned.getContext('2d');
  context.fillStyle = '#808080';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate(angle);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return turned;
}

/** Colour of what lies around the screen. */
const AROUND = 58;
/** Strongest grain, of 255. */
const GRAIN = 13;

/** A screen photographed by hand: a little from above and aslant, out of focus, in uneven light, with the noise of a small sensor. */
function photographed(canvas: Canvas, random: Random): Canvas {
  const { width, height } = canvas;
  const from = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const photo = createCanvas(width, height);
  const context = photo.getContext('2d');
  const picture = context.createImageData(width, height);
  const to = picture.data;
  const narrow = 0.04 + random() * 0.03;
  const lean = (random() - 0.5) * 0.03;
  // Out of focus by so many pixels: small letters would be gone.
  const blur = width > 1100 ? 0.4 : 1;
  for (let y = 0; y < height; y++) {
    const share = 0.97 - narrow * (1 - y / height);
    const left = (width * (1 - share)) / 2 + lean * (y - height / 2);
    const v = (y - height * 0.01) / 0.98;
    for (let x = 0; x < width; x++) {
      const u = (x - left) / share;
      const light = 1.06 - 0.34 * ((x / width + y / height) / 2);
      const grain = (random() + random() - 1) * 2 * GRAIN;
      const at = (y * width + x) * 4;
      for (let k = 0; k < 3; k++) {
        const warm = k === 0 ? 1.03 : k === 2 ? 0.94 : 1;
        to[at + k] = softened(from, width, height, u, v, k, blur) * light * warm + grain;
      }
      to[at + 3] = 255;
    }
  }
  context.putImageData(picture, 0, 0);
  return photo;
}

/** The mean of four points around (u, v), each between its four pixels. */
function softened(data: Uint8ClampedArray, width: number, height: number, u: number, v: number, channel: number, blur: number): number {
  if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) return AROUND;
  let sum = 0;
  for (const [dx, dy] of AROUND_POINT) {
    const x = Math.min(width - 2, Math.max(0, u + (dx as number) * blur));
    const y = Math.min(height - 2, Math.max(0, v + (dy as number) * blur));
    const column = Math.floor(x);
    const row = Math.floor(y);
    const at = (row * width + column) * 4 + channel;
    const right = x - column;
    const down = y - row;
    const top = (data[at] as number) * (1 - right) + (data[at + 4] as number) * right;
    const bottom = (data[at + width * 4] as number) * (1 - right) + (data[at + width * 4 + 4] as number) * right;
    sum += top * (1 - down) + bottom * down;
  }
  return sum / 4;
}

const AROUND_POINT = [
  [-0.5, -0.5],
  [0.5, -0.5],
  [-0.5, 0.5],
  [0.5, 0.5],
] as const;
