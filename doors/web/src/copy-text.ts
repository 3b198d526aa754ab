import type { Told } from './engine/protocol.js';
import { withoutReadings } from './words/say.js';

/** What was found as plain text, to be kept or sent to somebody who helps: our own words only, never those of the letter. */
export function plainText({ explanation: words, labels, kind }: Told): string {
  const lines: string[] = [words.headline, '', ...words.leads, ...words.notes];
  const block = (title: string | undefined, items: readonly string[]): void => {
    if (items.length > 0) lines.push('', `${title ?? ''}:`, ...items);
  };
  block(
    labels['label-steps'],
    words.steps.map(({ text }, i) => `${i + 1}. ${text}`),
  );
  block(
    labels['label-signals'],
    words.signals.map(({ title, why }) => `- ${title}\n  ${why}`),
  );
  if (kind !== 'genuine') {
    block(
      labels['label-claims'],
      words.claims.map(({ title, tag, why }) => `- ${title} [${tag}]\n  ${why}`),
    );
  }
  block(
    labels['label-sender'],
    (words.sender?.why ?? []).map((line) => `- ${line}`),
  );
  block(
    labels['label-help'],
    words.help.map(({ name, phone, url }) => `- ${[name, phone, url].filter((x) => x !== null).join('  ')}`),
  );
  return `${withoutReadings(lines.join('\n'))}\n`;
}
