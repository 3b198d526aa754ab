import { performance } from 'node:perf_hooks';
import { mailOfSize, SIZES } from '../growth.js';
import type { Peer } from './peer.js';
import { startRspamd } from './rspamd.js';
import { startSpamd } from './spamd.js';

/** What a peer needs for the same mails in the same run. Milliseconds of CPU, megabytes resident. */
export type PeerCost = {
  readonly name: string;
  readonly version: string;
  readonly note: string;
  readonly perMail: number;
  readonly checked: number;
  readonly failed: number;
  /** With two clients at once. */
  readonly perSecond: number;
  readonly resident: number;
  /** By size of a text body; those beyond 10 MB are left out. */
  readonly bySize: readonly { readonly size: number; readonly cpu: number }[];
};

export type Compared = { readonly peers: readonly PeerCost[]; readonly absent: readonly string[] };

/** Milliseconds of CPU for which a peer is at least measured: its clock counts in steps of ten. */
const ENOUGH = 4000;
const ENOUGH_FOR_SIZE = 300;
const WARM = 40;

export async function besidePeers(mails: readonly Uint8Array[]): Promise<Compared> {
  const peers: PeerCost[] = [];
  const absent: string[] = [];
  for (const [start, needs] of [
    [startRspamd, 'Rspamd is not installed (Debian package rspamd): not measured beside it'],
    [startSpamd, 'spamd is not installed (Debian packages spamd and sa-compile): not measured beside it'],
  ] as const) {
    const peer = await start();
    if (peer === null) {
      absent.push(needs);
      continue;
    }
    try {
      peers.push(await costOf(peer, mails));
    } finally {
      await peer.end();
    }
  }
  return { peers, absent };
}

async function costOf(peer: Peer, mails: readonly Uint8Array[]): Promise<PeerCost> {
  let failed = 0;
  const check = async (mail: Uint8Array): Promise<void> => {
    try {
      await peer.check(mail);
    } catch {
      failed++;
    }
  };
  await twoClients(mails.slice(0, WARM), check);
  failed = 0;
  const before = peer.cpu();
  const begin = performance.now();
  let checked = 0;
  do {
    await twoClients(mails, check);
    checked += mails.length;
  } while (peer.cpu() - before < ENOUGH);
  const perMail = (peer.cpu() - before) / checked;
  const perSecond = checked / ((performance.now() - begin) / 1000);
  const bySize: { size: number; cpu: number }[] = [];
  for (const size of SIZES.filter((s) => s <= 10_000_000)) {
    const mail = mailOfSize('text', size);
    await check(mail);
    const from = peer.cpu();
    let runs = 0;
    do {
      await check(mail);
      runs++;
    } while (peer.cpu() - from < ENOUGH_FOR_SIZE && runs < 300);
    bySize.push({ size, cpu: (peer.cpu() - from) / runs });
  }
  const { name, version, note } = peer;
  return { name, version, note, perMail, checked, failed, perSecond, resident: peer.resident(), bySize };
}

/** Both take the next mail when they are done with one. */
async function twoClients(mails: readonly Uint8Array[], check: (mail: Uint8Array) => Promise<void>): Promise<void> {
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < mails.length) await check(mails[next++] as Uint8Array);
  };
  await Promise.all([client(), client()]);
}
