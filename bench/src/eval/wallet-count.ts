import { type Share, shareOf } from './interval.js';
import type { Read } from './model.js';
import { sameAddress } from './second-wallets.js';

export type WalletCount = { readonly set: string; readonly messages: number; readonly precision: Share; readonly recall: Share };

/** Of the addresses that stand in these messages, how many were found; of those that were found, how many stand there. Messages that nobody counted are left out. */
export function walletsOf(set: string, reads: readonly Read[]): WalletCount {
  let there = 0;
  let found = 0;
  let right = 0;
  let messages = 0;
  for (const { item, found: outcome } of reads) {
    if (item.wallets === null) continue;
    messages++;
    there += item.wallets.length;
    found += outcome.wallets.length;
    right += item.wallets.filter((one) => outcome.wallets.some((other) => sameAddress(one, other))).length;
  }
  return { set, messages, precision: shareOf(Math.min(right, found), found), recall: shareOf(right, there) };
}
