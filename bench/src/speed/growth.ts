import { detect, type Knowledge } from '@hattari/engine';
import { randomOf } from '../disguise/random.js';
import { join, randomBytes } from '../pieces.js';
import { ask, cpu, cpuOf } from './measure.js';

export const SIZES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000, 30_000_000] as const;

const HEAD = 'From: a@sender.example\r\nTo: b@example.net\r\nSubject: the minutes of the meeting\r\nMessage-ID: <1@sender.example>\r\nMIME-Version: 1.0\r\n';
const SENTENCE = 'I sent you the agenda of the meeting yesterday; your device list and the camera are on page 3.\n';
const ROW =
  '<tr><td style="font-size:14px;color:#333">I sent you the agenda of the <b>meeting</b> yesterday;</td><td><a href="https://a.example/3">page 3</a></td></tr>\n';

/** A mail whose body has about `size` bytes as it is sent. */
export type Body = 'text' | 'base64' | 'html' | 'attachment';
export const BODIES: readonly Body[] = ['text', 'base64', 'html', 'attachment'];

export function mailOfSize(body: Body, size: number): Uint8Array {
  const packed = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
  switch (body) {
    case 'text':
      return join(HEAD, 'Content-Type: text/plain; charset=utf-8\r\n\r\n', Buffer.alloc(size, SENTENCE));
    case 'base64':
      return join(
        HEAD,
        'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n',
        packed(Buffer.alloc(Math.floor(size * 0.73), SENTENCE)),
      );
    case 'html':
      return join(HEAD, 'Content-Type: text/html; charset=utf-8\r\n\r\n<html><body><table>', Buffer.alloc(size, ROW));
    case 'attachment': {
      const file = Buffer.alloc(Math.floor(size * 0.73), randomBytes(randomOf('attachment'), Math.min(size, 100_000)));
      file.write('%PDF-1.7\n');
      return join(
        HEAD,
        'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n',
        SENTENCE.repeat(5),
        '\r\n--b\r\nContent-Type: application/pdf; name=minutes.pdf\r\nContent-Disposition: attachment; filename=minutes.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n',
        packed(file),
        '\r\n--b--\r\n',
      );
    }
    default:
      return body satisfies never;
  }
}

export type Growth = { readonly body: Body; readonly milliseconds: readonly number[]; readonly ratio: number };

/** Milliseconds of CPU by size; `ratio` is that of the largest to that of 1 MB. */
export function growthOf(know: Knowledge): Growth[] {
  return BODIES.map((body) => {
    const milliseconds = SIZES.map((size) => {
      const mail = ask(mailOfSize(body, size));
      cpu(() => void detect(mail, know));
      return cpuOf(size > 500_000 ? 5 : 25, () => void detect(mail, know));
    });
    return { body, milliseconds, ratio: (milliseconds[SIZES.indexOf(30_000_000)] as number) / (milliseconds[SIZES.indexOf(1_000_000)] as number) };
  });
}
