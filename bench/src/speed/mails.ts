import { createHash } from 'node:crypto';
import { bluffLetters, corporaAt, messagesOf } from '../corpora.js';
import { quotedPrintable } from '../disguise/encode.js';
import { encodedWords, mailOf, multipart, part, plain, utf8 } from '../disguise/mail.js';
import { randomOf } from '../disguise/random.js';
import { readLetters } from '../letters.js';
import { ROOT } from '../root.js';
import { samples } from '../samples.js';

/** The mails that are measured; `digest` (SHA-256, first 12 digits) says whether two runs had the same. */
export type Mails = {
  readonly bytes: readonly Uint8Array[];
  readonly letters: number;
  readonly from: 'corpora' | 'generated';
  readonly digest: string;
  readonly mean: number;
};

/** Mails in all; enough that one odd mail moves no median. */
const COUNT = 400;

/** All bluff letters of the corpora and some of its ham, the same at each run; mails of our own letters where there are no corpora. */
export function mailsToMeasure(folder: string | undefined): Mails {
  if (folder === undefined) return described(generated(), 'generated');
  const corpora = corporaAt(folder);
  const letters = bluffLetters(corpora).map(({ bytes }) => bytes);
  const ham = [...messagesOf(corpora, 'ham')].map(({ set, name, bytes }) => ({ bytes, order: randomOf(`speed ${set} ${name}`)() }));
  ham.sort((a, b) => a.order - b.order);
  const some = ham.slice(0, COUNT - letters.length).map(({ bytes }) => Uint8Array.from(bytes));
  return described({ letters, ham: some }, 'corpora');
}

function described({ letters, ham }: { readonly letters: readonly Uint8Array[]; readonly ham: readonly Uint8Array[] }, from: Mails['from']): Mails {
  // Letters among the ham: whoever measures a part measures both.
  const bytes = [...letters, ...ham].map((one, k) => ({ one, order: randomOf(`place ${k}`)() })).sort((a, b) => a.order - b.order);
  const digest = createHash('sha256');
  for (const { one } of bytes) digest.update(one);
  const total = bytes.reduce((sum, { one }) => sum + one.length, 0);
  return { bytes: bytes.map(({ one }) => one), letters: letters.length, from, digest: digest.digest('hex').slice(0, 12), mean: total / bytes.length };
}

/** The letters of the project as mails: plain, in quoted-printable, with an HTML twin; ham with a thread below it, as long as ham is. */
function generated(): { readonly letters: readonly Uint8Array[]; readonly ham: readonly Uint8Array[] } {
  const read = (name: string): string[] => readLetters(`${ROOT}bench/letters/${name}.txt`).map(({ text }) => text);
  const html = (text: string): string =>
    `<html><body>${text
      .split('\n')
      .map((line) => `<p style="font-size:14px">${line}</p>`)
      .join('\n')}</body></html>`;
  const mail = (text: string, k: number): Uint8Array => {
    const forms = [
      () => plain(text),
      () => part('text/plain; charset=utf-8', 'quoted-printable', quotedPrintable(utf8(text))),
      () => multipart('alternative', [plain(text), part('text/html; charset=utf-8', '8bit', utf8(html(text)))]),
    ] as const;
    return mailOf(encodedWords(text.slice(0, 40)), (forms[k % 3] as (typeof forms)[number])());
  };
  const bluffs = ['en', 'ja'].flatMap((language) => read(`bluff.${language}`)).slice(0, 60);
  const innocent = ['en', 'ja'].flatMap((language) => read(`innocent.${language}`));
  const random = randomOf('generated ham');
  const ham = Array.from({ length: COUNT - bluffs.length }, (_, k) => {
    let text = innocent[k % innocent.length] as string;
    for (let n = Math.floor(random() ** 3 * 40); n >= 0; n--)
      text += `\n\n> ${(innocent[Math.floor(random() * innocent.length)] as string).replaceAll('\n', '\n> ')}`;
    return mail(text, k);
  });
  return { letters: bluffs.map(mail), ham: [...samples().map(({ bytes }) => bytes), ...ham].slice(0, COUNT - bluffs.length) };
}
