/** Every noun that crosses a wall of the engine, in the order in which a message becomes them. Plain data only. */
import type { Answers, Coin, Disguise, Family, FileReal, Flag, Gate, Medium, ProblemId, Rail, Trick, Truth, VerdictKind } from './contract.js';
import type { Likeness } from './resemblance/resemblance.js';
import type { Apart } from './resemblance/beside.js';
import type { Weighing } from './resemblance/trees.js';
import type { Envelope, Live, SenderReport, SenderVerdict } from './facts/sender/report.js';

/** Where a text stands in the message: `subject`, `1`, `1.2` (MIME numbering); `1.2/hidden` for what HTML hides from the eye, `1.2/tail` for the end of a text too long to be read whole, `1/source.1` for a message within a text; `turn:12` for a turn of a conversation; `1.2/ocr`, `1.2/ocr.2`, `1.2/pdf`, `1.2/qr`, `1.2/document` for what sight read in a file. */
export type PartId = string;

/** Half-open range in UTF-16 units of the decoded text of one part: `start <= at < end`. */
export type Span = { readonly part: PartId; readonly start: number; readonly end: number };

/** A file of a message, or all of it, out of which only sight can get words. `part`: of the attachment; `1` where nothing is around it. */
export type Unseen = { readonly part: PartId; readonly name: string; readonly kind: 'picture' | 'pdf' | 'document'; readonly bytes: Uint8Array };

/** Words in a bubble of a chat: `start <= at < end` in the text around it. Those of the one whose phone it is stand on the right. */
export type Bubble = { readonly start: number; readonly end: number; readonly side: 'left' | 'right' };

/** An address that was put together of several readings of a picture. */
export type PutTogether = { readonly address: string; readonly sure: boolean };

/** One text that sight read. `bubbles`: in their order, and only where it surely is a chat of two sides. `flat`: of a picture that is letters on even grounds, and no photo of anything. */
export type SeenText = {
  readonly medium: Medium;
  readonly text: string;
  readonly bubbles?: readonly Bubble[];
  readonly flat?: true;
  readonly repaired?: readonly PutTogether[];
};

/** What sight read in one file; what it did not read stands in `problems`, and then the message was not read wholly. */
export type Seen = { readonly part: PartId; readonly texts: readonly SeenText[]; readonly problems: readonly Problem[] };

/** One message to be read. `now` is milliseconds since 1970 (UTC); the engine has no clock of its own. */
export type Ask = {
  readonly bytes: Uint8Array;
  readonly name?: string;
  /** What sight read in the files that `filesToSee` gave of these very bytes; a file that is not here was not read. */
  readonly seen?: readonly Seen[];
  /** What only the mail server that has the message in its hands knows. */
  readonly envelope?: Envelope;
  /** What a check in the DNS gave. */
  /** `always`: the sender of every mail is looked into; else only where something was noticed, since nobody asks who sent a newsletter. */
  readonly sender?: 'always';
  readonly live?: Live;
  readonly answers: Answers;
  readonly place: string;
  readonly words: string;
  readonly now: number;
};

/** What could not be read, or not wholly: never thrown, always told. `detail` fills the sentence's slot. */
export type Problem = { readonly id: ProblemId; readonly detail?: string };

/** One field: `value` is as a person reads it, `raw` the field with its encoded words where these differ in a field of addresses or traces. */
export type Header = { readonly name: string; readonly value: string; readonly raw?: string };

export type Address = { readonly name: string; readonly address: string };

export type PartKind = 'subject' | 'text' | 'html' | 'hidden';

/** Who says it. `unknown` where nothing tells: then it may be anyone's, and nobody is calmed by a guess. */
export type Speaker = 'reader' | 'other' | 'unknown';

/** A text of the message as a person sees it, with the MIME part it came from. `speaker`: only of a turn of a conversation; `medium`: only of what sight read. */
export type Part = {
  readonly id: PartId;
  readonly kind: PartKind;
  readonly text: string;
  readonly speaker?: Speaker;
  readonly medium?: Medium;
  readonly repaired?: readonly PutTogether[];
  readonly bubbles?: readonly Bubble[];
};

/**
 * A turn of a conversation: what one person wrote without a break, its text in `part`. `name` and `time` as they stand there, the
 * time of its first message; `messages`: where each begins in the text, with its own time, absent where that is not known.
 */
export type Turn = {
  readonly part: PartId;
  readonly speaker: Speaker;
  readonly name: string;
  readonly time: string | null;
  readonly messages?: readonly { readonly start: number; readonly time: string | null }[];
};

export type Attachment = {
  readonly part: PartId;
  readonly name: string;
  readonly type: string;
  /** Decoded size in bytes. */
  readonly size: number;
  /** How the name or first bytes pretend to be something else; absent when they do not. */
  readonly disguise?: Disguise;
  /** What it really is, or the file in the archive is; only with `disguise`. */
  readonly real?: FileReal;
  /** The file in the archive that pretends. */
  readonly inside?: string;
  /** It is an archive, and some of it needs a password. */
  readonly locked?: boolean;
  /** True for what no person reads: signatures, keys, calendar twins. */
  readonly machine: boolean;
};

/** What in a mail could tell its sender that it was opened, counted by kind. Nothing of it is ever fetched. */
export type Beacons = {
  /** Pictures from outside that are meant to be seen. */
  readonly remoteImages: number;
  /** Pictures from outside that nobody sees: of a few pixels, or hidden. */
  readonly pixels: number;
  /** Sheets, fonts, backgrounds, icons that styles and links load. */
  readonly styles: number;
  /** Frames, objects, scripts, sound and films. */
  readonly embedded: number;
  /** Parts in AMP, whose pictures and lists are loaded when they are shown. */
  readonly amp: number;
  /** Forms: they send something only if the reader presses. */
  readonly forms: number;
  /** Invitations that ask for an answer. */
  readonly invitations: number;
  /** Files and pages that calendar parts name; whether they are loaded is up to the program. */
  readonly calendarFiles: number;
  /** Fields of the header that ask for a read receipt. */
  readonly receipts: number;
  /** Places that could hold any of these and were not read, or do not look like the source: then nothing is said to be absent. */
  readonly unread: number;
};

/** A message, read. Total: any bytes give one; what went wrong stands in `problems`. */
export type Mail = {
  readonly form: 'mail' | 'text';
  readonly headers: readonly Header[];
  readonly from: readonly Address[];
  readonly to: readonly Address[];
  readonly parts: readonly Part[];
  /** In their order; empty where the text is no conversation. */
  readonly turns: readonly Turn[];
  readonly attachments: readonly Attachment[];
  /** Pictures and videos in it, attached or inline, but for those in which sight read a letter. */
  readonly pictures: number;
  readonly beacons: Beacons;
  readonly links: number;
  readonly list: boolean;
  /** The source was found in a text around it: copied and pasted, not saved. */
  readonly copied: boolean;
  /** Headers that stand in a text: below a letter, in a bounce, in a pasted source. Anyone can type them, so nothing trusts them. */
  readonly pastedHeaders: readonly Header[];
  readonly problems: readonly Problem[];
  /** True when everything a person could read was read. */
  readonly whole: boolean;
};

/** One text to be matched; `origin[i]` is the offset in the part's text that unit `i` came from, never running backwards. */
export type Stream = {
  readonly part: PartId;
  readonly kind: PartKind;
  // Undefined, not left out: objects of one shape are read faster, and these are read everywhere.
  readonly speaker?: Speaker | undefined;
  readonly medium?: Medium | undefined;
  readonly repaired?: readonly PutTogether[] | undefined;
  readonly text: string;
  readonly origin: Uint32Array;
};

export type Folded = { readonly streams: readonly Stream[]; readonly tricks: readonly Trick[] };

export type Wallet = {
  readonly coin: Coin;
  /** `test` is any public test network: most coins give testnet and signet the same addresses. */
  readonly network: 'main' | 'test' | 'regtest';
  /** As the coin's own wallets print it: upper and lower case, with and without prefix are one. */
  readonly address: string;
  /** `written` in one piece; `split`: joined from pieces; `repaired`: decoded, turned round, or with letters put right. */
  readonly form: 'written' | 'split' | 'repaired';
  readonly where: 'text' | 'qr' | 'image' | 'pdf' | 'attachment';
  readonly sure: boolean;
  readonly span: Span;
};

export type Money = { readonly amount: number; readonly currency: string };

export type Fact =
  | { readonly fact: 'wallet'; readonly wallet: Wallet }
  | { readonly fact: 'money'; readonly money: Money; readonly span: Span }
  | { readonly fact: 'deadline'; readonly hours: number; readonly span: Span }
  | { readonly fact: 'beacons'; readonly beacons: Beacons }
  /** `own`: the sender line names the reader's own address; `sure`: the certainty is at least high. */
  | { readonly fact: 'sender'; readonly verdict: SenderVerdict; readonly own: boolean; readonly sure: boolean }
  | { readonly fact: 'self-sent' }
  | { readonly fact: 'password'; readonly span: Span }
  | { readonly fact: 'name'; readonly span: Span }
  | { readonly fact: 'link' }
  | { readonly fact: 'phone' }
  | { readonly fact: 'picture' }
  | { readonly fact: 'lure' }
  | { readonly fact: 'pasted' }
  /** Lines that look like a talk; `conversation`: turns were told apart, or somebody speaks twice. */
  | { readonly fact: 'dialogue' }
  | { readonly fact: 'conversation' }
  | { readonly fact: 'sums' }
  | { readonly fact: 'list' }
  | { readonly fact: 'readable'; readonly units: number; readonly language: string | null }
  | { readonly fact: 'hidden-threat' }
  | { readonly fact: 'foreign' }
  /** How words or letters were written so that a filter would not know them. */
  | { readonly fact: 'trick'; readonly trick: Trick }
  /** The wording as a whole is like that of texts about real blackmail, by measured weights: never decides alone. */
  | ({ readonly fact: 'resembles' } & Likeness)
  /** Log-odds of each head of the measured wording, in the order of `HEADS`. */
  | { readonly fact: 'wording'; readonly odds: readonly number[] }
  /** What the wording says of a paragraph that is of another hand than the rest. */
  | ({ readonly fact: 'wording-beside' } & Apart)
  /** How likely each kind of message is by all of that, by measured weights: it moves a verdict only as `judge/weighed.ts` lets it. */
  | WeighedFact
  | { readonly fact: 'not-whole' };

/** Chances by measured weights, and what to know of them. */
export type WeighedFact = Weighing & {
  readonly fact: 'weighed';
  /** The weights know the language. */
  readonly fitted: boolean;
  /** Letters were read from a picture, some of them wrongly. */
  readonly drawn: boolean;
  /** The likeliest family, were it another scam, and how likely it is then; null where that is hardly so. */
  readonly family: { readonly id: Family; readonly chance: number } | null;
};

/** What was noticed, each with the places it stands in and how many different phrases say so. The judge sees this and no text. */
export type Evidence =
  | {
      readonly kind: 'claim' | 'signal' | 'kin' | 'frame';
      readonly id: string;
      readonly language: string;
      readonly spans: readonly Span[];
      readonly phrases: number;
      /** Who says so in a conversation; absent where it is none. */
      readonly by?: Speaker;
    }
  | ({ readonly kind: 'fact' } & Fact)
  | { readonly kind: 'answer'; readonly gate: Gate; readonly answer: string };

/** `probability`: P(mass-mailed extortion bluff | evidence) before gates; null if the text was not readable. */
export type Verdict = {
  readonly kind: VerdictKind;
  readonly family: Family | null;
  readonly probability: number | null;
  readonly flags: readonly Flag[];
  /** Gate questions still open, in order of worth. */
  readonly asks: readonly Gate[];
  /** Why the verdict is `unsure`; null for the others. */
  readonly doubt: Doubt | null;
};

export type Doubt = 'unread' | 'language' | 'short' | 'mixed';

export type ClaimWords = {
  readonly id: string;
  readonly title: string;
  readonly part: PartId;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** That the words stand in a picture, a PDF or the like; null where they stand in a text. */
  readonly standsIn: string | null;
  readonly truth: Truth;
  readonly tag: string;
  readonly why: string;
};

export type SignalWords = { readonly id: string; readonly title: string; readonly quote: string; readonly standsIn: string | null; readonly why: string };

export type Step = { readonly id: string; readonly text: string };

export type Help = {
  readonly name: string;
  readonly phone: string | null;
  readonly url: string | null;
  readonly hours: string | null;
  readonly note: string | null;
  readonly seen: string;
  readonly source: string;
};

export type Demand = { readonly amount: number | null; readonly currency: string | null; readonly hours: number | null; readonly rail: Rail | null };

export type Question = { readonly gate: Gate; readonly text: string };

/** What is said of the sender. `picture`: the small picture of the envelope, label and what stands beside it. */
export type SenderWords = {
  readonly verdict: SenderVerdict;
  readonly why: readonly string[];
  readonly picture: readonly { readonly label: string; readonly text: string }[];
};

/** A page in short, in a language that may say all of it. */
export type Beside = { readonly language: string; readonly headline: string; readonly leads: readonly string[]; readonly steps: readonly Step[] };

/** Everything a person or a script is told, in one language. */
export type Explanation = {
  readonly language: string;
  readonly headline: string;
  readonly leads: readonly string[];
  readonly notes: readonly string[];
  readonly questions: readonly Question[];
  readonly steps: readonly Step[];
  /** All of headline, leads and steps in English, where the language is an unsigned draft and says only a fixed set; else null. */
  readonly beside: Beside | null;
  readonly claims: readonly ClaimWords[];
  readonly signals: readonly SignalWords[];
  readonly wallets: readonly (Wallet & { readonly words: string })[];
  readonly demand: Demand | null;
  readonly demandWords: readonly string[];
  readonly sender: SenderWords | null;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly disguised: boolean; readonly why: string }[];
  readonly tricks: readonly { readonly id: Trick; readonly text: string }[];
  readonly help: readonly Help[];
  readonly emergency: string | null;
  readonly problems: readonly { readonly id: ProblemId; readonly text: string }[];
};

export type Detection = {
  readonly mail: Mail;
  readonly evidence: readonly Evidence[];
  readonly verdict: Verdict;
  /** Null for chats and plain text, and for mail that says nothing where it was not asked for (`Ask.sender`). */
  readonly sender: SenderReport | null;
  readonly explanation: Explanation;
};
