import type { Gate, Rail, Truth } from '../contract.js';
import { type Signal, signalOf } from '../facts/beacons.js';
import { railIn } from '../facts/rail.js';
import type { SenderReport } from '../facts/sender/report.js';
import { counts } from '../judge/case.js';
import type { Knowledge } from '../language/knowledge.js';
import type { WordId } from '../language/words.js';
import type { Ask, Beside, Demand, Evidence, Explanation, Fact, Mail, Step, Verdict, Wallet } from '../model.js';
import { attachmentWords } from './attachments.js';
import { claimWords, sectionWords, standsIn } from './claims.js';
import { FIXED_SET, hasFixedSetOnly, needsCare } from './fixed-set.js';
import { headlineOf } from './headline.js';
import { helpFor } from './help.js';
import { leadOfKin } from './kin-steps.js';
import { onCondition, senderWords } from './sender.js';
import { Speech } from './speech.js';
import type { StepId } from './plan.js';
import { planFor } from './steps.js';

/** Truths that rest on the headers alone. */
const FROM_HEADERS: ReadonlySet<Truth> = new Set(['spoofed', 'authentic']);

/** Verdict and evidence to words in the reader's language. Everything a person can read comes from the language files. */
export function explain(
  verdict: Verdict,
  evidence: readonly Evidence[],
  mail: Mail,
  sender: SenderReport | null,
  tricks: Explanation['tricks'][number]['id'][],
  ask: Pick<Ask, 'place' | 'words'>,
  know: Pick<Knowledge, 'voices' | 'places'>,
  speech = new Speech(know, ask.words),
): Explanation {
  const inFixedSet = needsCare(verdict) && hasFixedSetOnly(speech);
  const english = inFixedSet ? speech.english() : speech;
  const say = (id: WordId): string => (!inFixedSet || FIXED_SET.has(id) ? speech : english).say(id);
  const ours = <T extends WordId>(ids: readonly T[]): readonly T[] => (inFixedSet ? ids.filter((id) => FIXED_SET.has(id)) : ids);
  const facts = evidence.filter((e) => e.kind === 'fact') as readonly Fact[];
  // What the reader's own turns echo is nobody's claim.
  const said = evidence.filter(counts);
  const { headline, leads } = headlineOf(verdict, evidence);
  const plan = planFor(verdict, evidence);
  const { help, emergency } = helpFor(ask.place, plan.purposes, know, speech.code);
  const lead = verdict.kind === 'kin' ? leadOfKin(verdict, evidence) : null;
  const kin = lead === null ? [] : sectionWords('kin', mail, said, facts, english).flatMap((k) => (k.id === lead ? [k.why] : []));
  const about = verdict.kind !== 'clear' && verdict.kind !== 'mention';
  // Beside a real threat "no evidence" would calm where nothing should: the claims stay, their answers do not.
  const claims = (about ? claimWords(mail, said, facts, english) : []).map((claim) => {
    if (verdict.kind === 'genuine') return { ...claim, tag: '', why: '' };
    return sender !== null && FROM_HEADERS.has(claim.truth) ? { ...claim, why: onCondition(claim.why, sender, english) } : claim;
  });
  const wallets = facts.flatMap((f) => (f.fact === 'wallet' ? [f.wallet] : []));
  const demand = about ? demandOf(mail, facts, said) : null;
  return {
    language: speech.code,
    headline: say(headline),
    leads: [...ours(leads).map((id) => speech.say(id)), ...(inFixedSet ? [] : kin.slice(0, 1))],
    notes: notesOf(
      verdict,
      evidence,
      facts,
      claims.map((c) => c.id),
    ).map((id) => say(id)),
    questions: verdict.asks.map((gate) => ({ gate, text: say(questionOf(gate, verdict)) })),
    steps: stepWords(ours(plan.steps), speech),
    beside: inFixedSet ? pageBeside(headline, leads, kin, plan.steps, english) : null,
    claims,
    signals: about && verdict.kind !== 'bluff' ? sectionWords('signal', mail, said, facts, english) : [],
    wallets: wallets.map((wallet) => ({
      ...wallet,
      words: [english.say(wordsOf(wallet), { coin: wallet.coin }), standsIn(mail, wallet.span.part, english)].filter((x) => x !== null).join(' '),
    })),
    demand,
    demandWords: demand === null ? [] : demandWords(demand, english),
    sender: sender === null ? null : senderWords(sender, english),
    attachments: attachmentWords(mail.attachments, english),
    tricks: tricks.map((id) => ({ id, text: english.say(`trick-${id}`) })),
    help,
    emergency: emergency === null || plan.purposes.length === 0 ? null : speech.say('label-emergency', { numbers: emergency }),
    problems: mail.problems.map(({ id, detail }) => ({
      id,
      text: english.say(`problem-${id}`, detail === undefined ? {} : { what: detail, name: detail, limit: detail, charset: detail }),
    })),
  };
}

function pageBeside(headline: WordId, leads: readonly WordId[], kin: readonly string[], steps: readonly StepId[], english: Speech): Beside {
  return {
    language: english.code,
    headline: english.say(headline),
    leads: [...leads.map((id) => english.say(id)), ...kin.slice(0, 1)],
    steps: stepWords(steps, english),
  };
}

function stepWords(ids: readonly StepId[], speech: Speech): Step[] {
  return ids.map((id) => ({ id: id.slice('step-'.length), text: speech.say(id) }));
}

const NOTE_OF_SIGNAL: Readonly<Record<Signal, WordId>> = { loads: 'note-remote-some', asks: 'note-receipt', nothing: 'note-remote-none' };

/** Phrases of a rescuer from which on a story of blackmail holds an offer of rescue too. */
const OFFERED = 2;

export function notesOf(verdict: Verdict, evidence: readonly Evidence[], facts: readonly Fact[], claims: readonly string[]): WordId[] {
  const notes: WordId[] = [];
  const noted = [
    'password-shown',
    'compromise-possible',
    'personal-data-public',
    'trusted-carrier',
    'not-fully-read',
    'malware-lure',
    'deepfake',
    'phone-app',
    'third-party',
    'already-paid',
  ] as const;
  for (const flag of noted) {
    // The steps of a kin verdict say the same of what was installed there, be it on a phone or not.
    if (verdict.flags.includes(flag) && !(flag === 'phone-app' && verdict.kind === 'kin')) notes.push(`note-${flag}`);
  }
  const offered = evidence.some((e) => e.kind === 'kin' && e.id === 'recovery' && e.phrases >= OFFERED);
  if (offered && (verdict.kind === 'genuine' || verdict.kind === 'unsure')) notes.push('note-recovery');
  const signal = signalOf(facts);
  // Said beside the claim itself where the letter makes it.
  if (signal !== null && verdict.kind === 'bluff' && !claims.includes('timer-starts-on-open')) notes.push(NOTE_OF_SIGNAL[signal]);
  return notes;
}

/** What the letter wants: the sum nearest to where it asks, its deadline, and by which way. */
function demandOf(mail: Mail, facts: readonly Fact[], evidence: readonly Evidence[]): Demand | null {
  const asks = evidence.flatMap((e) =>
    e.kind === 'claim' && (e.id === 'amount' || e.id === 'crypto-wallet') ? e.spans : e.kind === 'signal' && e.id === 'local-payment' ? e.spans : [],
  );
  // What the reader says that he has is not what is wanted.
  const own = new Set(mail.turns.filter(({ speaker }) => speaker === 'reader').map(({ part }) => part));
  const sums = facts.flatMap((f) => (f.fact === 'money' && !own.has(f.span.part) ? [f] : []));
  const near =
    sums.find(({ span }) => asks.some((a) => a.part === span.part && span.start < a.end + 60 && a.start - 60 < span.end)) ??
    (asks.length > 0 ? sums[0] : undefined);
  const timers = evidence.flatMap((e) =>
    e.kind === 'claim' && (e.id === 'timer-48h' || e.id === 'timer-starts-on-open')
      ? e.spans
      : e.kind === 'signal' && e.id === 'short-countdown'
        ? e.spans
        : [],
  );
  const deadline = facts
    .flatMap((f) => (f.fact === 'deadline' ? [f] : []))
    .find(({ span }) => timers.some((t) => t.part === span.part && span.start < t.end + 40 && t.start - 40 < span.end));
  const rail = railOf(mail, facts, evidence);
  if (near === undefined && deadline === undefined && rail === null) return null;
  return { amount: near?.money.amount ?? null, currency: near?.money.currency ?? null, hours: deadline?.hours ?? null, rail };
}

const COINS = new Set(['BTC', 'XMR', 'LTC', 'USDT', 'ETH']);

function railOf(mail: Mail, facts: readonly Fact[], evidence: readonly Evidence[]): Rail | null {
  const has = (kind: Evidence['kind'], id: string): boolean =>
    evidence.some((e) => (e.kind === 'claim' || e.kind === 'signal') && e.kind === kind && e.id === id);
  if (facts.some((f) => f.fact === 'wallet') || has('claim', 'crypto-wallet') || facts.some((f) => f.fact === 'money' && COINS.has(f.money.currency)))
    return 'crypto';
  const asked = evidence.flatMap((e) => (e.kind === 'signal' && e.id === 'local-payment' ? e.spans : []));
  return railIn(asked.map((span) => mail.parts.find((part) => part.id === span.part)?.text.slice(span.start, span.end) ?? '').join(' '));
}

export function demandWords(demand: Demand, speech: Speech): string[] {
  const words: string[] = [];
  if (demand.amount !== null && demand.currency !== null)
    words.push(speech.say('demand-amount', { amount: sumInWords(demand.amount, demand.currency, speech.code) }));
  if (demand.hours !== null && demand.hours >= 1) words.push(speech.say('demand-hours', { hours: String(Math.round(demand.hours)) }));
  else if (demand.hours !== null) words.push(speech.say('demand-minutes', { minutes: String(Math.round(demand.hours * 60)) }));
  if (demand.rail !== null) words.push(speech.say(`rail-${demand.rail}`));
  return words;
}

/** A sum as the language writes it (1,300 米ドル); what is no currency of ISO 4217 keeps its sign. */
function sumInWords(amount: number, currency: string, language: string): string {
  const key = `${amount} ${currency} ${language}`;
  const known = SUMS.get(key);
  if (known !== undefined) return known;
  const words = COINS.has(currency) ? `${formatOf(language, null).format(amount)} ${currency}` : formatOf(language, currency).format(amount);
  if (SUMS.size < MOST_SUMS) SUMS.set(key, words);
  return words;
}

/** Making a format costs more than all else that is said of a letter; there are few of them. Writing a sum costs a tenth of it, and letters ask for the same few. */
const FORMATS = new Map<string, Intl.NumberFormat>();
const SUMS = new Map<string, string>();
const MOST_SUMS = 1_000;

function formatOf(language: string, currency: string | null): Intl.NumberFormat {
  const key = `${language} ${currency}`;
  const known = FORMATS.get(key);
  if (known !== undefined) return known;
  const options: Intl.NumberFormatOptions =
    currency === null
      ? { maximumFractionDigits: 8 }
      : { style: 'currency', currency, currencyDisplay: 'name', maximumFractionDigits: 2, minimumFractionDigits: 0 };
  const format = new Intl.NumberFormat(language, options);
  FORMATS.set(key, format);
  return format;
}

/** How an address was written says something too: pieces and disguises are made for filters, not for readers. */
export function wordsOf({ form, sure }: Wallet): WordId {
  if (!sure) return 'wallet-unsure';
  switch (form) {
    case 'written':
      return 'wallet-sure';
    case 'split':
      return 'wallet-split';
    case 'repaired':
      return 'wallet-repaired';
    default:
      return form satisfies never;
  }
}

/** Of another scam the same gate asks what one gives away there. */
export function questionOf(gate: Gate, { kind }: Verdict): WordId {
  if (kind === 'kin' && (gate === 'password' || gate === 'app' || gate === 'paid')) return `ask-kin-${gate}`;
  return `ask-${gate}`;
}
