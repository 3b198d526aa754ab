import { CLAIM_BY_ID } from '../claims/all.js';
import type { Group } from '../claims/claim.js';
import type { Gate } from '../contract.js';
import { BLACKMAIL_TALK } from '../language/ids.js';
import type { Evidence, Fact, PartId, Span, WeighedFact } from '../model.js';
import type { Head, How } from '../resemblance/resemblance.js';
import { CLAIM_WEIGHTS, EVEN, SELF_SENT_WEIGHT, SIGNAL_WEIGHTS, STRONG_SIGNALS, WALLET_WEIGHT } from './weights.js';

/** Signs that only the person who asks can give of themselves: the other side's "I want to die" is pressure, not a cry for help. */
const READERS_ALONE: ReadonlySet<string> = new Set(['reader-admits', 'crisis', 'third-party']);
/** Signs that stand in the reader's own turns too; all else there only echoes, refuses or fears what the other side said. */
const READERS_TOO: ReadonlySet<string> = new Set([...READERS_ALONE, 'reader-minor', 'already-paid', 'known-person', 'private-material', 'secrecy']);

/** Words that a blackmail is told in by either side: the one who begs tells of it as much as the one who presses. */
const OF_BOTH: ReadonlySet<string> = new Set(BLACKMAIL_TALK);

/** Frames of words that a real blackmail is told in begin so. */
const REAL_TALK = 'talk-real-';

/** Units within which words are of one sentence or the next. */
const SENTENCE = 120;

/** Where the sentences stand that are weighed by what is near them. */
class Near {
  readonly sendings: Span[] = [];
  readonly ultimatums: Span[] = [];
  readonly coins: Span[] = [];
  readonly payments: Span[] = [];
  readonly materials: Span[] = [];
  readonly pressures: Span[] = [];

  add(id: string, spans: readonly Span[]): void {
    this.of(id)?.push(...spans);
  }

  private of(id: string): Span[] | null {
    switch (id) {
      case 'send-to-contacts':
      case 'publish-online':
        return this.sendings;
      case 'offender-ultimatum':
        return this.ultimatums;
      case 'crypto-wallet':
      case 'how-to-buy-btc':
        return this.coins;
      case 'local-payment':
        return this.payments;
      case 'private-material':
        return this.materials;
      case 'pressure':
        return this.pressures;
      default:
        return null;
    }
  }
}

/** The evidence of one message, counted: what the judge's sentences are made of. A claim made twice counts once. */
export class Case {
  readonly claims = new Set<string>();
  readonly groups = new Set<Group>();
  readonly signals = new Set<string>();
  /** Different phrases that speak for a kin scam or a frame. */
  readonly kin = new Map<string, number>();
  readonly frames = new Map<string, number>();
  /** Where words of a real blackmail stand, whoever says them: different places by what follows `talk-real-` in the frame's name. Languages share words, which stand in one place. */
  readonly places = new Map<string, number>();
  private readonly placed = new Map<string, Span[]>();
  readonly facts: readonly Fact[];
  private readonly known = new Set<Fact['fact']>();
  /** Readable units of text, and its language if the house knows it. */
  readonly readable: { readonly units: number; readonly language: string | null } = { units: 0, language: null };
  /** Something stands in words whose speaker it does not count for: it decides nothing, but it is no all-clear. */
  readonly echoes: boolean;
  readonly answers = new Map<Gate, string>();
  private readonly alarmsNear: boolean;
  /** An ultimatum that is not simply the mass letter's own "or I send it to all your contacts". */
  readonly ultimatumApart: boolean;
  /** A payment near the reader that is not merely the letter's own "pay it in, in bitcoin". */
  readonly paymentApart: boolean;

  constructor(evidence: readonly Evidence[]) {
    const facts: Fact[] = [];
    const near = new Near();
    let echoes = false;
    for (const e of evidence) {
      if (e.kind === 'frame' && e.id.startsWith(REAL_TALK)) this.countPlaces(e.id.slice(REAL_TALK.length), e.spans);
      if (!counts(e)) {
        echoes = true;
        continue;
      }
      switch (e.kind) {
        case 'claim': {
          this.claims.add(e.id);
          const group = CLAIM_BY_ID.get(e.id)?.group;
          if (group !== undefined) this.groups.add(group);
          near.add(e.id, e.spans);
          break;
        }
        case 'signal':
          this.signals.add(e.id);
          near.add(e.id, e.spans);
          break;
        case 'kin':
          this.kin.set(e.id, (this.kin.get(e.id) ?? 0) + e.phrases);
          break;
        case 'frame':
          this.addFrame(e.id, e.phrases);
          break;
        case 'fact':
          facts.push(e);
          this.known.add(e.fact);
          if (e.fact === 'readable') this.readable = e;
          break;
        case 'answer':
          this.answers.set(e.gate, e.answer);
          break;
        default:
          e satisfies never;
      }
    }
    this.echoes = echoes;
    this.facts = facts;
    const { sendings, ultimatums, coins, payments, materials, pressures } = near;
    this.ultimatumApart = ultimatums.some((u) => !sendings.some((s) => s.part === u.part && s.start <= u.end && u.start <= s.end));
    this.paymentApart = payments.some((p) => !coins.some((c) => c.part === p.part && c.start - p.end < SENTENCE && p.start - c.end < SENTENCE));
    this.alarmsNear = areNear(materials, pressures);
    if (this.has('wallet')) this.groups.add('payment');
  }

  /** Words that several languages share ("BTC") are one group, in whichever of them they were found. */
  private addFrame(id: string, phrases: number): void {
    const before = this.frames.get(id) ?? 0;
    this.frames.set(id, id.startsWith('talk-') ? Math.max(before, phrases) : before + phrases);
  }

  /** The wording as a whole is like that of such texts, in one of these degrees. */
  resembles(to: Head, ...degrees: readonly How[]): boolean {
    return this.facts.some((f) => f.fact === 'resembles' && f.to === to && degrees.includes(f.how));
  }

  /** There are few places of a frame: a dozen a section and speaker. */
  private countPlaces(frame: string, spans: readonly Span[]): void {
    const known = this.placed.get(frame) ?? [];
    this.placed.set(frame, known);
    for (const span of spans) if (!known.some(({ part, start }) => start === span.start && part === span.part)) known.push(span);
    this.places.set(frame, known.length);
  }

  has(fact: Fact['fact']): boolean {
    return this.known.has(fact);
  }

  /** How likely each kind of message is by measured weights; null where they were not asked. */
  get weighing(): WeighedFact | null {
    return this.facts.find((f) => f.fact === 'weighed') ?? null;
  }

  get strong(): readonly string[] {
    return [...this.signals].filter((id) => STRONG_SIGNALS.has(id));
  }

  get signalSum(): number {
    return [...this.signals].reduce((sum, id) => sum + (SIGNAL_WEIGHTS[id] ?? 0), 0);
  }

  /** Log-odds of a mass-mailed bluff, by the letter itself. Headers stay out: they must never turn a real threat into a bluff. */
  get letterScore(): number {
    let sum = this.has('wallet') ? WALLET_WEIGHT : 0;
    for (const id of this.claims) sum += CLAIM_WEIGHTS[id] ?? 0;
    return sum - EVEN;
  }

  /** The same with what the headers add; for the probability alone. */
  get score(): number {
    return this.letterScore + (this.has('self-sent') ? SELF_SENT_WEIGHT : 0);
  }

  /**
   * A person is named whom the reader knows. The wave that names a partner out of a leak does so too: its letters are asked
   * about, since a name beside it may as well be a real blackmailer's.
   */
  get names(): boolean {
    return this.has('name');
  }

  /** Private pictures and an "or else": too common in words to decide, too grave to pass over. */
  get alarms(): boolean {
    return this.alarmsNear;
  }

  /** Somebody threatens, or says that they hold something. */
  get threatens(): boolean {
    return this.groups.has('threat') || this.groups.has('material') || this.signals.has('offender-ultimatum') || this.signals.has('short-countdown');
  }

  /** Money is wanted; a sum alone stands in every invoice. */
  get wantsMoney(): boolean {
    return (
      this.has('wallet') || this.signals.has('local-payment') || [...this.claims].some((id) => id !== 'amount' && CLAIM_BY_ID.get(id)?.group === 'payment')
    );
  }
}

/** Whether its speaker gives a sentence its meaning. */
export function counts(e: Evidence): boolean {
  if (e.kind === 'fact' || e.kind === 'answer') return true;
  switch (e.by) {
    case 'reader':
      return (e.kind === 'signal' && READERS_TOO.has(e.id)) || (e.kind === 'frame' && OF_BOTH.has(e.id));
    case 'other':
      return !(e.kind === 'signal' && READERS_ALONE.has(e.id));
    case 'unknown':
    case undefined:
      return true;
    default:
      return e.by satisfies never;
  }
}

/** Units within which two weak signs speak of one thing: some pages of a chat. In a changelog of a megabyte all words stand somewhere. */
const NEAR = 8_000;
/** The same in turns, which have some 40 to 80 units: an evening of a chat. Couples who write for years say all words somewhere. */
const NEAR_TURNS = 150;

function areNear(some: readonly Span[], others: readonly Span[]): boolean {
  return some.some((a) => others.some((b) => isNear(a, b)));
}

/** Parts of a mail are near each other whatever their size, and so is what somebody writes around a chat. */
function isNear(a: Span, b: Span): boolean {
  if (a.part === b.part) return a.start - b.end < NEAR && b.start - a.end < NEAR;
  const [from, to] = [turnOf(a.part), turnOf(b.part)];
  return from === null || to === null || Math.abs(from - to) <= NEAR_TURNS;
}

function turnOf(part: PartId): number | null {
  return part.startsWith('turn:') ? Number(part.slice('turn:'.length)) : null;
}
