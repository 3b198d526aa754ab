import { simpleParser } from 'mailparser';
import type { Item } from './model.js';
import { validAddressesIn } from './second-wallets.js';

/** A real letter with the addresses that another reader of mail and another finder see in it: tags of HTML taken out, entities left to that reader. */
export async function withWallets(item: Item): Promise<Item> {
  if (item.name.endsWith('.txt')) return { ...item, wallets: validAddressesIn(Buffer.from(item.bytes).toString('utf8')) };
  const { text, html } = await simpleParser(Buffer.from(item.bytes), { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  return { ...item, wallets: [...new Set([...validAddressesIn(text ?? ''), ...validAddressesIn(String(html || '').replace(/<[^>]*>/g, ''))])] };
}
