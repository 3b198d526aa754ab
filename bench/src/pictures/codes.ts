import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { encode } from 'uqr';
import { useFont } from './fonts.js';
import type { PictureLanguage } from './model.js';

/** How codes stand in a picture. `turned` in degrees. */
export type Pose = { readonly turned: number; readonly inverted: boolean };

const MODULE = 9;
const QUIET = 4;
const MARGIN = 60;

/** One or more QR codes beside each other, with words above them. */
export function codeScene(contents: readonly string[], pose: Pose, caption: string, language: PictureLanguage): Canvas {
  const codes = contents.map((text) => codeOf(text, pose));
  const width = codes.reduce((sum, code) => sum + code.width + MARGIN, MARGIN);
  const height = Math.max(...codes.map((code) => code.height)) + 2 * MARGIN + 90;
  const canvas = createCanvas(Math.max(width, 760), height);
  const context = canvas.getContext('2d');
  context.fillStyle = pose.inverted ? '#101114' : '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = pose.inverted ? '#eeeeee' : '#111111';
  useFont(context, { language }, 36);
  context.fillText(caption, MARGIN, 80);
  let x = MARGIN;
  for (const code of codes) {
    context.drawImage(code, x, 90 + MARGIN);
    x += code.width + MARGIN;
  }
  return canvas;
}

/** A letter with a code below it, as the newer waves are sent. */
export function below(letter: Canvas, contents: string, pose: Pose): Canvas {
  const code = codeOf(contents, pose);
  const canvas = createCanvas(letter.width, letter.height + code.height + MARGIN);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(letter, 0, 0);
  context.drawImage(code, (canvas.width - code.width) / 2, letter.height);
  return canvas;
}

function codeOf(text: string, { turned, inverted }: Pose): Canvas {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const side = size * MODULE;
  const flat = createCanvas(side, side);
  const ink = flat.getContext('2d');
  ink.fillStyle = inverted ? '#000000' : '#ffffff';
  ink.fillRect(0, 0, side, side);
  ink.fillStyle = inverted ? '#ffffff' : '#000000';
  for (const [y, row] of data.entries()) for (const [x, dark] of row.entries()) if (dark) ink.fillRect(x * MODULE, y * MODULE, MODULE, MODULE);
  if (turned === 0) return flat;
  const angle = (turned * Math.PI) / 180;
  const wide = Math.ceil(side * (Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle))));
  const canvas = createCanvas(wide, wide);
  const context = canvas.getContext('2d');
  context.fillStyle = inverted ? '#000000' : '#ffffff';
  context.fillRect(0, 0, wide, wide);
  context.translate(wide / 2, wide / 2);
  context.rotate(angle);
  context.drawImage(flat, -side / 2, -side / 2);
  return canvas;
}
