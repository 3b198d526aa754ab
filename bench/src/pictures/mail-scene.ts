import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { useFont } from './fonts.js';
import type { Page, Theme } from './model.js';
import { wrap } from './wrap.js';

const COLOURS = {
  light: { back: '#ffffff', bar: '#f2f2f7', text: '#1c1c1e', faint: '#6e6e73', line: '#d8d8dc', accent: '#0a60d0' },
  dark: { back: '#121214', bar: '#1f1f22', text: '#e6e6ea', faint: '#98989f', line: '#333338', accent: '#6aa8ff' },
} as const;

/** Sizes in pixels: a phone shows three points for one of a desktop, and its letters are large. */
const SIZES = {
  phone: { width: 1080, margin: 56, body: 44, small: 34, title: 54, leading: 1.5, bar: 150 },
  desktop: { width: 1180, margin: 46, body: 19, small: 15, title: 26, leading: 1.55, bar: 60 },
} as const;

/** What the mail program itself writes, in the language of the letter. */
const FRAME = {
  ja: { sender: '差出人不明', title: '重要なお知らせ', to: '宛先: 自分', inbox: '受信トレイ' },
  en: { sender: 'Unknown sender', title: 'About your account', to: 'to me', inbox: 'Inbox' },
  ko: { sender: '알 수 없음', title: '중요한 안내', to: '받는사람: 나', inbox: '받은편지함' },
  zh: { sender: '未知发件人', title: '重要通知', to: '发送至: 我', inbox: '收件箱' },
  de: { sender: 'Unbekannt', title: 'Ihr Konto', to: 'an mich', inbox: 'Posteingang' },
  ru: { sender: 'Неизвестно', title: 'Важное сообщение', to: 'кому: мне', inbox: 'Входящие' },
  pt: { sender: 'Desconhecido', title: 'A sua conta', to: 'para mim', inbox: 'Entrada' },
} as const;

/** A mail as a program on a phone or a desktop shows it, as tall as the letter is. */
export function mailScene(page: Page, scene: 'phone' | 'desktop', theme: Theme): Canvas {
  const size = SIZES[scene];
  const colour = COLOURS[theme];
  const frame = FRAME[page.language];
  const measure = createCanvas(10, 10).getContext('2d');
  useFont(measure, page, size.body);
  const lines = wrap(measure, page.text, size.width - 2 * size.margin);
  const top = size.bar + size.title * 5;
  const canvas = createCanvas(size.width, Math.ceil(top + lines.length * size.body * size.leading + size.body * 3));
  const context = canvas.getContext('2d');
  context.fillStyle = colour.back;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = colour.bar;
  context.fillRect(0, 0, size.width, size.bar);
  const write = (text: string, x: number, y: number, points: number, ink: string, weight?: 'bold'): void => {
    useFont(context, page, points, weight);
    context.fillStyle = ink;
    context.fillText(text, x, y);
  };
  if (scene === 'phone') {
    write('9:41', size.margin, 52, 32, colour.text, 'bold');
    write('87%', size.width - size.margin - 60, 52, 28, colour.text);
  }
  write(`‹ ${frame.inbox}`, size.margin, size.bar - size.small * 0.6, size.small, colour.accent);
  write(frame.title, size.margin, size.bar + size.title * 1.5, size.title, colour.text, 'bold');
  const disc = size.title * 0.8;
  context.fillStyle = colour.accent;
  context.beginPath();
  context.arc(size.margin + disc, size.bar + size.title * 3, disc, 0, Math.PI * 2);
  context.fill();
  const beside = size.margin + disc * 2.6;
  write(frame.sender, beside, size.bar + size.title * 2.8, size.small * 1.1, colour.text, 'bold');
  write(frame.to, beside, size.bar + size.title * 3.6, size.small, colour.faint);
  context.fillStyle = colour.line;
  context.fillRect(0, top - size.body * 1.4, size.width, 2);
  lines.forEach((line, k) => void write(line, size.margin, top + (k + 0.4) * size.body * size.leading, size.body, colour.text));
  return canvas;
}
