import { Repeats, type RepeatsState } from '@hattari/engine';
import type { Failure, Item, Skipped } from '../input.js';
import type { Judged } from './result.js';

/** Where a message stands, for a person who looks for it. */
export type Where = { readonly file: string; readonly message: number | null };
/** Why a person must look at a message, gravest first. */
export const URGENT = ['crisis', 'minor', 'genuine'] as const;
export type Urgent = (typeof URGENT)[number];
type Group = { letters: number; readonly example: Where; readonly wallets: string[] };

/** Messages named one by one in the summary; of more, only the number is told (`--json` has them all). */
const NAMED = 500;
/** Different addresses that are counted; 50,000 of them are some 10 MB. */
const WALLETS = 50_000;
const WALLETS_OF_GROUP = 20;
/** Groups that are kept though none of their letters is remembered: the largest. */
const OLD_GROUPS = 1_000;
/** Different names of languages, problems ... are few; a limit all the same, since they come from messages. */
const KINDS = 1_000;

/** All that is counted, as plain data. */
export type TallyState = {
  readonly messages: number;
  readonly bytes: number;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly urgent: Readonly<Record<Urgent, readonly Where[]>>;
  readonly failures: readonly Where[];
  readonly wallets: readonly (readonly [string, number])[];
  readonly groups: readonly (readonly [number, Group])[];
  readonly old: readonly Group[];
  readonly repeats: RepeatsState;
};

/** What a scan counts: memory does not grow with the number of messages. */
export class Tally {
  messages = 0;
  bytes = 0;
  /** By what is counted (verdict, family, language, problem, flag, skipped, failure), then by its name. */
  private readonly counts = new Map<string, Map<string, number>>();
  readonly urgent: Record<Urgent, Where[]> = { crisis: [], minor: [], genuine: [] };
  readonly failures: Where[] = [];
  private readonly wallets = new Map<string, number>();
  private readonly groups = new Map<number, Group>();
  private old: Group[] = [];
  private readonly repeats = new Repeats((group, letters) => this.forget(group, letters));

  message(item: Item, result: Judged): void {
    this.messages++;
    this.bytes += item.bytes.length;
    const where = { file: item.file, message: item.message };
    this.count('verdict', result.kind);
    if (result.family !== null) this.count('family', result.family);
    this.count('language', result.language ?? '');
    for (const flag of result.flags) this.count('flag', flag);
    for (const problem of new Set(result.problems)) this.count('problem', problem);
    for (const what of ['read', 'left'] as const) this.count('sight', what, result.sight[what]);
    // One message, one reason: the gravest.
    const reason = URGENT.find((urgent) => result.kind === urgent || result.flags.includes(urgent as never));
    if (reason !== undefined) {
      this.count('urgent', reason);
      if (this.urgent[reason].length < NAMED) this.urgent[reason].push(where);
    }
    const wallets = new Set(result.wallets.map(({ coin, address }) => `${coin} ${address}`));
    for (const wallet of wallets) {
      if (this.wallets.has(wallet) || this.wallets.size < WALLETS) this.wallets.set(wallet, (this.wallets.get(wallet) ?? 0) + 1);
      else this.count('wallets', 'more');
    }
    if (result.sketch !== null) this.compare(where, result.sketch, wallets);
  }

  failure(failure: Failure): void {
    this.count('failure', failure.id);
    if (this.failures.length < NAMED) this.failures.push({ file: failure.file, message: failure.message ?? null });
  }

  skipped({ skipped }: Skipped): void {
    this.count('skipped', skipped);
  }

  /** Counts of one kind, the most frequent first. */
  of(what: string): readonly (readonly [string, number])[] {
    return [...(this.counts.get(what) ?? [])].sort(byCount);
  }

  number(what: string, name: string): number {
    return this.counts.get(what)?.get(name) ?? 0;
  }

  sum(what: string): number {
    return this.of(what).reduce((sum, [, n]) => sum + n, 0);
  }

  walletsByCount(): readonly (readonly [string, number])[] {
    return [...this.wallets].sort(byCount);
  }

  /** Groups of two letters and more, the largest first. */
  repeated(): readonly Group[] {
    return [...this.groups.values(), ...this.old].filter((group) => group.letters > 1).sort((a, b) => b.letters - a.letters);
  }

  state(): TallyState {
    const { messages, bytes, urgent, failures, old } = this;
    const counts = Object.fromEntries([...this.counts].map(([what, names]) => [what, Object.fromEntries(names)]));
    return { messages, bytes, counts, urgent, failures, old, wallets: [...this.wallets], groups: [...this.groups], repeats: this.repeats.state() };
  }

  static of(state: TallyState): Tally {
    const tally = new Tally();
    tally.messages = state.messages;
    tally.bytes = state.bytes;
    for (const [what, names] of Object.entries(state.counts)) tally.counts.set(what, new Map(Object.entries(names)));
    for (const reason of URGENT) tally.urgent[reason].push(...state.urgent[reason]);
    tally.failures.push(...state.failures);
    for (const [wallet, n] of state.wallets) tally.wallets.set(wallet, n);
    for (const [group, value] of state.groups) tally.groups.set(group, value);
    tally.old = [...state.old];
    tally.repeats.restore(state.repeats, (group) => tally.groups.get(group)?.letters ?? 1);
    return tally;
  }

  private compare(where: Where, sketch: Uint16Array, wallets: ReadonlySet<string>): void {
    const number = this.repeats.add(sketch);
    const group = this.groups.get(number) ?? { letters: 0, example: where, wallets: [] };
    this.groups.set(number, group);
    group.letters++;
    for (const wallet of wallets) if (group.wallets.length < WALLETS_OF_GROUP && !group.wallets.includes(wallet)) group.wallets.push(wallet);
  }

  private forget(number: number, letters: number): void {
    const group = this.groups.get(number);
    this.groups.delete(number);
    if (group === undefined || letters < 2) return;
    this.old.push(group);
    if (this.old.length > OLD_GROUPS * 2) this.old = this.old.sort((a, b) => b.letters - a.letters).slice(0, OLD_GROUPS);
  }

  private count(what: string, name: string, n = 1): void {
    if (n === 0) return;
    const names = this.counts.get(what) ?? new Map<string, number>();
    this.counts.set(what, names);
    if (names.has(name) || names.size < KINDS) names.set(name, (names.get(name) ?? 0) + n);
  }
}

function byCount(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
}
