import type { Peer } from '../speed/peers/peer.js';
import { startRspamd } from '../speed/peers/rspamd.js';
import { startSpamd } from '../speed/peers/spamd.js';
import { bogofilterOn } from './bogofilter.js';
import { type Share, shareOf } from './interval.js';
import { LABELS, type Label, type Read } from './model.js';
import { asMail, contentOnly } from './peer-mails.js';

/** One way of asking a filter: of each label, how many it marks. For `bluff` each group of near-copies counts once, by its share of letters. */
export type PeerRow = {
  readonly name: string;
  readonly version: string;
  readonly test: string;
  /** How it was run, and what it is not made for. */
  readonly note: string;
  readonly marked: readonly { readonly label: Label; readonly share: Share }[];
  /** Of the groups of near-copies of real letters, those marked as a whole. */
  readonly groups: Share;
  readonly failed: number;
};

export type Peers = { readonly header: string; readonly rows: readonly PeerRow[]; readonly absent: readonly string[] };

const HEADER =
  'Content only, no network: no DNS, no reputation or fuzzy lists, no Bayes of years, mails long after they were sent. On a running server the first two would score more.';

/** SpamAssassin's rules about extortion itself, as they name what is demanded and how; the rest of its bitcoin rules look at headers or at a wallet alone. */
const EXTORTION = /^(BITCOIN_(EXTORT|DEADLINE|MALWARE|ONAN|PAY_ME|YOUR_INFO|BOMB)|MONERO_|MALWARE_(NORDNS|PASSWORD))/;
/** Points that Rspamd gives only since the mail is old or nobody answers about its sender. */
const OFFLINE = /^(DATE_IN_PAST|RDNS_|HFILTER_)/;

type Answered = ReadonlyMap<Read, { readonly score: number; readonly rules: Readonly<Record<string, number>> }>;

export async function besidePeers(reads: readonly Read[], tell: (line: string) => void = () => {}): Promise<Peers> {
  const rows: PeerRow[] = [
    rowOf({ name: 'Hattari', version: '-', test: '`bluff`', note: 'no question answered' }, reads, 0, ({ found }) => found.kind === 'bluff'),
  ];
  const absent: string[] = [];
  for (const [start, made, needs] of [
    [startSpamd, spamdRows, 'SpamAssassin is not installed (Debian packages spamd and sa-compile)'],
    [startRspamd, rspamdRows, 'Rspamd is not installed (Debian package rspamd)'],
  ] as const) {
    const peer = await start();
    if (peer === null) {
      absent.push(needs);
      continue;
    }
    tell(`asking ${peer.name}`);
    try {
      const answered = await answersOf(peer, reads);
      rows.push(...made(peer, reads, answered));
    } finally {
      await peer.end();
    }
  }
  tell('asking bogofilter');
  const learnt = bogofilterOn(reads.map(({ item }) => ({ mail: contentOnly(asMail(item)), group: item.group, bluff: item.label === 'bluff' })));
  if (learnt === null) absent.push('bogofilter is not installed (Debian package bogofilter)');
  else rows.push(...bogofilterRows(learnt, reads));
  return { header: HEADER, rows, absent };
}

async function answersOf(peer: Peer, reads: readonly Read[]): Promise<Answered> {
  const answered = new Map<Read, { score: number; rules: Readonly<Record<string, number>> }>();
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < reads.length) {
      const one = reads[next++] as Read;
      try {
        answered.set(one, await peer.answer(asMail(one.item)));
      } catch {
        // Counted as failed, and as not marked.
      }
    }
  };
  await Promise.all([client(), client()]);
  return answered;
}

function spamdRows({ version, note }: Peer, reads: readonly Read[], answered: Answered): PeerRow[] {
  const failed = reads.length - answered.size;
  const about = { name: 'SpamAssassin', version };
  return [
    rowOf({ ...about, test: 'an extortion rule', note: `${note}; English rules, some German` }, reads, failed, (one) =>
      Object.keys(answered.get(one)?.rules ?? {}).some((rule) => EXTORTION.test(rule)),
    ),
    rowOf(
      { ...about, test: 'score 5 or more', note: `${note}; without sa-update an extortion rule counts one point; made to find spam of any kind` },
      reads,
      failed,
      (one) => (answered.get(one)?.score ?? 0) >= 5,
    ),
  ];
}

function rspamdRows({ version, note }: Peer, reads: readonly Read[], answered: Answered): PeerRow[] {
  const failed = reads.length - answered.size;
  const about = { name: 'Rspamd', version };
  const adjusted = (one: Read): number => {
    const { score, rules } = answered.get(one) ?? { score: 0, rules: {} };
    return Object.entries(rules).reduce((sum, [rule, points]) => (OFFLINE.test(rule) ? sum - points : sum), score);
  };
  return [
    rowOf(
      { ...about, test: 'LEAKED_PASSWORD_SCAM', note: `${note}; a Bitcoin address beside English words` },
      reads,
      failed,
      (one) => answered.get(one)?.rules['LEAKED_PASSWORD_SCAM'] !== undefined,
    ),
    rowOf(
      { ...about, test: 'score 6 or more', note: `${note}; without points for age and missing DNS; made to find spam of any kind` },
      reads,
      failed,
      (one) => adjusted(one) >= 6,
    ),
  ];
}

function bogofilterRows({ version, chances }: { readonly version: string; readonly chances: readonly number[] }, reads: readonly Read[]): PeerRow[] {
  const chance = new Map(reads.map((one, k) => [one, chances[k] ?? Number.NaN]));
  const note =
    'learnt real letters against all else on one half of these mails, tried on the other, and the other way round (halves by the digest of a group of near-copies); Subject, MIME headers and body only; knows only what it was shown';
  return [0.5, 0.99].map((least) =>
    rowOf(
      { name: 'bogofilter', version, test: `${least} or more`, note },
      reads,
      chances.filter((one) => Number.isNaN(one)).length,
      (one) => (chance.get(one) ?? 0) >= least,
    ),
  );
}

function rowOf(about: Pick<PeerRow, 'name' | 'version' | 'test' | 'note'>, reads: readonly Read[], failed: number, is: (one: Read) => boolean): PeerRow {
  const marked = LABELS.flatMap((label) => {
    const some = reads.filter(({ item }) => item.label === label);
    return some.length === 0 ? [] : [{ label, share: shareOf(some.filter(is).length, some.length) }];
  });
  const groups = new Map<string, boolean>();
  for (const one of reads) if (one.item.label === 'bluff') groups.set(one.item.group, (groups.get(one.item.group) ?? true) && is(one));
  return { ...about, marked, groups: shareOf([...groups.values()].filter((whole) => whole).length, groups.size), failed };
}
