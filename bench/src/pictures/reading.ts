import { type Ask, type Detection, detect, filesToSee, type Knowledge, type Seen, type Wallet } from '@hattari/engine';
import type { Sight } from '@hattari/sight';
import type { Exhibit } from './model.js';

/** How one file was read, held against the typed words of it. */
export type Reading = {
  readonly exhibit: Exhibit;
  readonly typed: Detection;
  readonly read: Detection;
  readonly seen: readonly Seen[];
  /** Of processor time, so that what else the machine does is not counted. */
  readonly seconds: number;
};

/** Shows one file to sight and gives what it read to the engine, as the program does. */
export async function readExhibit(exhibit: Exhibit, sight: Sight, know: Knowledge): Promise<Reading> {
  const bytes = exhibit.bytes();
  const ask = (of: Uint8Array): Ask => ({ bytes: of, answers: {}, place: 'JP', words: 'en', now: 0 });
  const before = process.cpuUsage();
  const seen: Seen[] = [];
  for (const file of filesToSee(ask(bytes))) seen.push(await sight.look(file));
  const read = detect({ ...ask(bytes), seen }, know);
  const { user, system } = process.cpuUsage(before);
  const typed = detect(ask(new TextEncoder().encode(exhibit.text)), know);
  return { exhibit, typed, read, seen, seconds: (user + system) / 1e6 };
}

export function walletsOf({ evidence }: Detection): readonly Wallet[] {
  return evidence.flatMap((e) => (e.kind === 'fact' && e.fact === 'wallet' ? [e.wallet] : []));
}

/** Addresses of the typed words that were not read. */
export function lostWallets({ typed, read }: Reading): readonly string[] {
  const found = new Set(walletsOf(read).map(({ address }) => address));
  return walletsOf(typed).flatMap(({ address }) => (found.has(address) ? [] : [address]));
}

/** Addresses that were read as sure and stand nowhere in the typed words: the worst that can happen to a wallet. */
export function wrongWallets({ typed, read }: Reading): readonly string[] {
  const there = new Set(walletsOf(typed).map(({ address }) => address));
  return walletsOf(read).flatMap(({ address, sure }) => (sure && !there.has(address) ? [address] : []));
}
