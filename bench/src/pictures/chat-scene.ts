import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { useFont } from './fonts.js';
import type { Page, Theme } from './model.js';
import { wrap } from './wrap.js';

const COLOURS = {
  light: { back: '#e9edf2', bar: '#ffffff', other: '#ffffff', own: '#c9f2b6', text: '#17181a', faint: '#6b7078' },
  dark: { back: '#0d1013', bar: '#1b1f24', other: '#262b31', own: '#1f5a41', text: '#edeff2', faint: '#8f959d' },
} as const;

const WIDTH = 1080;
const MARGIN = 40;
const PADDING = 34;
const BODY = 44;
const LEADING = 62;
const BAR = 210;
/** A bubble takes at most so much of the width. */
const WIDEST = 700;

/** Names under which the one whose phone it is stands in our chats. */
const OWN = /^(?:自分|あなた|me|나|я|ich|eu|我)$/i;
const LINE = /^(?:\d{1,2}:\d{2}\s+)?([^\s:：　]{1,14})(?:[:：]\s*|　|\t)(.+)$/;

type Turn = { readonly name: string; readonly own: boolean; readonly words: string };

/** The turns of a chat written line by line, or null where a text is none. */
export function turnsOf(text: string): Turn[] | null {
  const turns: Turn[] = [];
  for (const line of text.split('\n')) {
    const match = LINE.exec(line);
    if (match === null) return null;
    turns.push({ name: match[1] as string, own: OWN.test(match[1] as string), words: match[2] as string });
  }
  return turns.length > 2 && turns.some(({ own }) => own) ? turns : null;
}

/** A chat on the reader's phone: what others write on the left, their own on the right, the time beside each bubble. */
export function chatScene(page: Page, theme: Theme): Canvas {
  const turns = turnsOf(page.text) ?? [];
  const colour = COLOURS[theme];
  const measure = createCanvas(10, 10).getContext('2d');
  useFont(measure, page, BODY);
  const bubbles = turns.map((turn) => {
    const lines = wrap(measure, turn.words, WIDEST - 2 * PADDING);
    const width = Math.max(...lines.map((line) => measure.measureText(line).width)) + 2 * PADDING;
    return { turn, lines, width, height: lines.length * LEADING + 2 * PADDING - (LEADING - BODY) };
  });
  const canvas = createCanvas(WIDTH, BAR + bubbles.reduce((sum, { height }) => sum + height + 36, 0) + 160);
  const context = canvas.getContext('2d');
  context.fillStyle = colour.back;
  context.fillRect(0, 0, WIDTH, canvas.height);
  context.fillStyle = colour.bar;
  context.fillRect(0, 0, WIDTH, BAR - 40);
  const write = (text: string, x: number, y: number, points: number, ink: string, weight?: 'bold'): void => {
    useFont(context, page, points, weight);
    context.fillStyle = ink;
    context.fillText(text, x, y);
  };
  write('22:17', MARGIN, 56, 32, colour.text, 'bold');
  write(turns.find(({ own }) => !own)?.name ?? '', 130, 138, 46, colour.text, 'bold');
  let y = BAR;
  bubbles.forEach(({ turn, lines, width, height }, k) => {
    const x = turn.own ? WIDTH - MARGIN - width : MARGIN + 90;
    if (!turn.own) {
      context.fillStyle = '#8a6fc8';
      context.beginPath();
      context.arc(MARGIN + 36, y + 40, 34, 0, Math.PI * 2);
      context.fill();
    }
    context.fillStyle = turn.own ? colour.own : colour.other;
    context.beginPath();
    context.roundRect(x, y, width, height, 30);
    context.fill();
    lines.forEach((line, n) => void write(line, x + PADDING, y + PADDING + BODY * 0.86 + n * LEADING, BODY, colour.text));
    const time = `22:${String(10 + k).padStart(2, '0')}`;
    write(time, turn.own ? x - 90 : x + width + 14, y + height - 8, 26, colour.faint);
    y += height + 36;
  });
  return canvas;
}
