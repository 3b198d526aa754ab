import { read } from '@hattari/engine';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';

/** What a reader makes of a mail, as far as all three can be held against each other. `html` is what a person sees of it, by our own renderer; `all` is every text. */
export type Reading = { readonly subject: string; readonly from: string; readonly text: string; readonly html: string; readonly all: string };

export type Reader = { readonly name: string; readonly read: (bytes: Uint8Array) => Promise<Reading & { readonly failed?: string }> };

const NOTHING: Reading = { subject: '', from: '', text: '', html: '', all: '' };

export const OURS: Reader = {
  name: 'ours',
  read: async (bytes) => {
    const { parts, from } = read({ bytes });
    const of = (kinds: readonly string[]): string =>
      parts
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ text }) => text)
        .join('\n');
    return {
      subject: parts.find(({ id }) => id === 'subject')?.text ?? '',
      from: from[0]?.address ?? '',
      text: of(['text']),
      html: of(['html', 'hidden']),
      all: parts.map((part) => part.text).join('\n'),
    };
  },
};

/** A library's HTML is rendered when it is compared, not when it is timed. */
export const LIBRARIES: readonly Reader[] = [
  {
    name: 'postal-mime',
    read: async (bytes) => {
      try {
        const { subject, from, text, html } = await PostalMime.parse(bytes);
        return { subject: subject ?? '', from: from?.address ?? '', text: text ?? '', html: html ?? '', all: '' };
      } catch (cause) {
        return { ...NOTHING, failed: (cause as Error).message };
      }
    },
  },
  {
    name: 'mailparser',
    read: async (bytes) => {
      try {
        const { subject, from, text, html } = await simpleParser(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
          skipHtmlToText: true,
          skipTextToHtml: true,
          skipImageLinks: true,
        });
        const first = from?.value[0];
        return {
          subject: subject ?? '',
          from: first?.address ?? first?.group?.[0]?.address ?? '',
          text: text ?? '',
          html: html === false ? '' : (html ?? ''),
          all: '',
        };
      } catch (cause) {
        return { ...NOTHING, failed: (cause as Error).message };
      }
    },
  },
];

/** A page as our reader shows it, hidden texts behind the seen ones. */
export function rendered(html: string): string {
  if (html === '') return '';
  return read({ bytes: Buffer.from(html), name: 'page.html' })
    .parts.map(({ text }) => text)
    .join('\n');
}
