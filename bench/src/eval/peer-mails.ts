import { encodedWords, joined, mailOf, plain } from '../disguise/mail.js';
import { randomOf } from '../disguise/random.js';
import type { Item, Label, Read } from './model.js';
import { UNDISGUISED } from './model.js';

/** Messages of each label that the peers are asked about: SpamAssassin takes a tenth of a second a mail. Real letters: all. */
const MOST: Readonly<Partial<Record<Label, number>>> = { ham: 400, article: 100, phishing: 150, spam: 150, kin: 100 };

/** Real messages for the peers, the same at each run: drawn by the digest of their names. */
export function peerSample(reads: readonly Read[]): Read[] {
  const real = reads.filter(({ item }) => item.source === 'real' && item.disguise === UNDISGUISED && item.set !== 'disguises');
  const drawn = new Set<Read>(real.filter(({ item }) => item.label === 'bluff'));
  for (const [label, most] of Object.entries(MOST)) {
    const some = real.filter(({ item }) => item.label === label).map((one) => ({ one, order: randomOf(`peers ${one.item.set} ${one.item.name}`)() }));
    for (const { one } of some.sort((a, b) => a.order - b.order).slice(0, most)) drawn.add(one);
  }
  return real.filter((one) => drawn.has(one));
}

/** As a mail: what is only a text gets the headers of a mail from a stranger, since the peers read nothing else. */
export function asMail({ name, bytes }: Item): Uint8Array {
  if (!/\.txt$|\.tar\.gz:/.test(name)) return bytes;
  return mailOf(encodedWords('message'), plain(Buffer.from(bytes).toString('utf8')));
}

const CONTENT = /^(subject|mime-version|content-[a-z-]+):/i;

/** Subject, what says how the body is written, and the body: the rest of the headers tells a learner which collection a mail came from. */
export function contentOnly(mail: Uint8Array): Uint8Array {
  const text = Buffer.from(mail).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const kept = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter((line) => CONTENT.test(line));
  return joined(`${kept.join('\n')}\n\n`, end === null ? '' : text.slice(end.index + end[0].length));
}
