import { CLAIMS } from '../claims/all.js';
import type { Claim } from '../claims/claim.js';
import { DISGUISES, FILE_REALS, type Family, MEDIA, PROBLEMS, RAILS, type Rail, TRICKS, type VerdictKind } from '../contract.js';
import { CERTAINTIES, SENDER_REASONS, type SenderBasis, type SenderReason, type SenderReport } from '../facts/sender/report.js';
import { FAMILY_OF_KIN } from '../judge/kin-families.js';
import { KINS, SIGNALS } from '../language/ids.js';
import type { Attachment, Evidence, Mail, Part, Verdict, Wallet } from '../model.js';
import { BEACONS, noticed } from './cases-of-path.js';
import { demandWords, explain } from './explain.js';
import { Naming, namesIn } from './naming.js';
import { sentencesOf, type Where } from './said.js';
import { onCondition, senderWords } from './sender.js';

export type Named = { readonly where: Where; readonly name: string };

const SPAN = { part: '1', start: 0, end: 1 };
const NOWHERE: Pick<SenderReport, 'hops' | 'results' | 'alignment' | 'signatures' | 'arc' | 'list' | 'forwarded' | 'tricks' | 'problems'> = {
  hops: [],
  results: [],
  alignment: { spf: null, dkim: null },
  signatures: [],
  arc: null,
  list: false,
  forwarded: false,
  tricks: [],
  problems: [],
};

/** All that can stand beside a verdict of this kind whatever else is so: what the letter claims, its signs, its sender, its money, what was not read. */
export function standingBeside(kind: VerdictKind): readonly Named[] {
  const named: Named[] = [];
  const naming = new Naming();
  const verdictOf = (family: Family | null): Verdict => ({ kind, family: kind === 'kin' ? family : null, probability: null, flags: [], asks: [], doubt: null });
  const told = new Set<string>();
  const add = (where: Where, said: string): void => {
    for (const name of namesIn(said)) {
      if (told.has(`${where} ${name}`)) continue;
      told.add(`${where} ${name}`);
      named.push({ where, name });
    }
  };
  // Whatever is said, it may stand in a picture, a PDF or the like.
  const seen = MEDIA.flatMap((part, k) => [
    { ...noticed('claim', (CLAIMS[k] as Claim).id), spans: [{ ...SPAN, part }] },
    { ...noticed('signal', SIGNALS[k] as string), spans: [{ ...SPAN, part }] },
  ]);
  const all = [...seen, ...CLAIMS.map(({ id }) => noticed('claim', id)), ...SIGNALS.map((id) => noticed('signal', id))];
  const cases: readonly { readonly family: Family; readonly evidence: readonly Evidence[] }[] = [
    ...KINS.map((id) => ({ family: FAMILY_OF_KIN[id], evidence: [noticed('kin', id)] })),
    ...settlements().map((facts) => ({ family: 'phishing' as const, evidence: [...all, ...facts] })),
  ];
  for (const { family, evidence } of cases) {
    const explanation = explain(verdictOf(family), evidence, RICH, null, [...TRICKS], { place: '', words: '' }, { voices: [], places: [] }, naming);
    for (const { where, text } of sentencesOf(explanation)) if (!OF_VERDICT.has(where) || namesIn(text).some(isKin)) add(where, text);
  }
  if (kind !== 'clear' && kind !== 'mention') {
    for (const rail of RAILS) for (const text of demandWords({ amount: 1, currency: 'USD', hours: 48, rail }, naming)) add('demandWords', text);
    for (const text of demandWords({ amount: 1, currency: 'BTC', hours: 0.5, rail: null as Rail | null }, naming)) add('demandWords', text);
  }
  for (const report of reports()) {
    add('sender', JSON.stringify(senderWords(report, naming)));
    add('sender', onCondition('', report, naming));
  }
  return named;
}

/** Where a sentence hangs on flags and answers: those are found with the cases of the path. */
const OF_VERDICT: ReadonlySet<Where> = new Set(['headline', 'leads', 'notes', 'steps', 'questions', 'beside', 'emergency', 'help']);
const isKin = (name: string): boolean => (KINS as readonly string[]).includes(name);

const WALLETS: readonly Wallet[] = (
  [
    ['written', true],
    ['written', false],
    ['split', true],
    ['repaired', true],
  ] as const
).flatMap(([form, sure]) =>
  ['1', ...MEDIA].map((part): Wallet => ({ coin: 'BTC', network: 'main', address: '', form, where: 'text', sure, span: { ...SPAN, part } })),
);

const FILE = { part: '2', name: '', type: '', size: 0, machine: false };

/** A mail of everything: disguised files of each kind, and every problem. */
const RICH: Mail = {
  form: 'mail',
  headers: [],
  from: [],
  to: [],
  parts: [{ id: '1', kind: 'text', text: '-' }, ...MEDIA.map((medium): Part => ({ id: medium, kind: 'text', text: '-', medium }))],
  turns: [],
  attachments: [
    ...DISGUISES.map((disguise): Attachment => ({ ...FILE, disguise })),
    ...FILE_REALS.map((real): Attachment => ({ ...FILE, disguise: 'program', real })),
  ],
  pictures: 0,
  beacons: BEACONS[2] as Mail['beacons'],
  links: 0,
  list: false,
  copied: false,
  pastedHeaders: [],
  problems: PROBLEMS.map((id) => ({ id })),
  whole: false,
};

/** Facts that settle a claim in one way or another. */
function settlements(): readonly (readonly Evidence[])[] {
  const senders = [[], ...(['spoofed', 'authentic'] as const).map((verdict): Evidence[] => [{ kind: 'fact', fact: 'sender', verdict, own: true, sure: true }])];
  const beacons = [[], ...BEACONS.map((one): Evidence[] => [{ kind: 'fact', fact: 'beacons', beacons: one }])];
  const others: readonly Evidence[][] = [
    [],
    [
      { kind: 'fact', fact: 'password', span: SPAN },
      { kind: 'fact', fact: 'picture' },
      ...WALLETS.map((wallet): Evidence => ({ kind: 'fact', fact: 'wallet', wallet })),
    ],
  ];
  return senders.flatMap((s) => beacons.flatMap((b) => others.map((o) => [...s, ...b, ...o])));
}

/** Reports of every verdict, reason after reason, certainty and basis. */
function* reports(): Generator<SenderReport> {
  for (const verdict of ['spoofed', 'authentic', 'not-proven'] as const) {
    for (const own of [true, false]) {
      yield report(verdict, [], 'none', 'source', own);
      for (const certainty of CERTAINTIES) {
        for (const first of SENDER_REASONS) {
          for (const basis of ['source', 'pasted', 'partial'] as const) yield report(verdict, [first, 'own-as-written'], certainty, basis, own);
        }
      }
      for (const first of SENDER_REASONS) for (const second of SENDER_REASONS) yield report(verdict, [first, second], 'high', 'source', own);
    }
  }
}

function report(
  verdict: SenderReport['verdict'],
  reasons: readonly SenderReason[],
  certainty: SenderReport['certainty'],
  basis: SenderBasis,
  own: boolean,
): SenderReport {
  const address = 'a@b.example';
  return {
    ...NOWHERE,
    basis,
    says: { from: [{ name: '', address }], domain: 'b.example', sender: null, replyTo: [], own },
    brought: {
      provider: 'mx',
      host: 'h',
      address: '192.0.2.1',
      domain: own ? 'b.example' : null,
      envelopeFrom: null,
      authenticated: own && basis === 'pasted',
      known: false,
    },
    verdict,
    certainty,
    reasons,
  };
}
