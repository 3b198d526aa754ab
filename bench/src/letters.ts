import { readFileSync } from 'node:fs';
import type { Coin } from '@hattari/engine';
import { addressesOf } from './addresses.js';

/** A letter of our own: `=== name`, an optional `# why: ...`, then its text. */
export type Letter = { readonly name: string; readonly why: string; readonly text: string };

/** Reads a file of letters; wallet placeholders such as {BTC} become generated addresses that nobody owns. */
export function readLetters(path: string | URL): Letter[] {
  const letters: Letter[] = [];
  for (const block of readFileSync(path, 'utf8').split(/^=== /m).slice(1)) {
    const [head = '', ...lines] = block.split('\n');
    const why = lines[0]?.startsWith('# why:') ? lines.shift()?.slice('# why:'.length).trim() : '';
    const text = lines
      .join('\n')
      .trim()
      .replace(/\{(BTC|ETH|XMR|LTC|TRX|BCH|DOGE|DASH|ZEC|XRP|SOL|TON)\}/g, (_, coin: Coin) => addressesOf(head.trim())[coin]);
    letters.push({ name: head.trim(), why: why ?? '', text });
  }
  return letters;
}
