import type { Wallet } from '../../model.js';

/** One valid address in the form wallets print it (canonical). `sure` is false where the form carries no checksum that holds. */
export type Found = Pick<Wallet, 'coin' | 'network' | 'address' | 'sure'>;

/** First four bytes agree: the checksum of every base58 coin. */
export function endsIn(bytes: Uint8Array, sum: Uint8Array): boolean {
  const at = bytes.length - 4;
  return bytes[at] === sum[0] && bytes[at + 1] === sum[1] && bytes[at + 2] === sum[2] && bytes[at + 3] === sum[3];
}
