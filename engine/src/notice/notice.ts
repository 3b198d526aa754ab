import type { Gate } from '../contract.js';
import type { Knowledge } from '../language/knowledge.js';
import type { Ask, Evidence, Folded, Mail, PartId, Stream } from '../model.js';
import { type Tokens, tokenise } from '../phrase/tokens.js';
import { noticeFacts, type Said, type Text } from './facts.js';
import { hasForeignStretch, languageOf } from './language.js';
import { likenesses } from './likeness.js';
import { hiddenThreats, noticePhrases } from './phrases.js';

/** Different claims and signs in hidden text from which on it may be a letter that a person sees after all. */
const HIDDEN_THREAT = 2;

/** Everything that is noticed in a message, and the reader's answers: all that the judge will see. */
export function notice(mail: Mail, folded: Folded, ask: Pick<Ask, 'answers'>, know: Knowledge): Evidence[] {
  const texts = folded.streams.map((stream) => ({ stream, tokens: tokenise(stream.text, know.phrases) }));
  const bodies = texts.filter(({ stream }) => stream.kind === 'text' || stream.kind === 'html');
  const language = languageOf(
    bodies.map(({ tokens }) => tokens),
    know,
  );
  const units = readableUnits(bodies.map(({ stream }) => stream));
  const said = noticePhrases(texts, know);
  const facts = noticeFacts(mail, texts, { units, language }, howMuch(said, mail));
  const shown = facts.flatMap((e) => (e.kind === 'fact' && e.fact === 'password' ? [e.span] : []));
  // No phrase can name an unknown password; one that stands there claims to be known.
  if (shown.length > 0 && !said.some((e) => e.kind === 'claim' && e.id === 'know-password')) {
    said.push({ kind: 'claim', id: 'know-password', language: language ?? 'en', spans: shown, phrases: 1 });
  }
  if (hiddenThreats(texts, know) >= HIDDEN_THREAT) facts.push({ kind: 'fact', fact: 'hidden-threat' });
  for (const trick of folded.tricks) facts.push({ kind: 'fact', fact: 'trick', trick });
  facts.push(
    ...likenesses(
      mail,
      bodies.map(({ stream }) => stream),
      said,
      { units, language },
      know,
    ),
  );
  if (said.every(isOnlyTalk) && hasForeignStretch(wholeTexts(bodies), know)) facts.push({ kind: 'fact', fact: 'foreign' });
  const answers: Evidence[] = Object.entries(ask.answers).map(([gate, answer]) => ({ kind: 'answer', gate: gate as Gate, answer }));
  return [...said, ...facts, ...answers];
}

/** Everyday words that a scam is told in: where nothing else was found, nothing was. */
function isOnlyTalk(e: Evidence): boolean {
  return e.kind === 'frame' && e.id.startsWith('talk-');
}

/** Each text by itself, and all turns of a conversation as one. */
function wholeTexts(bodies: readonly Text[]): readonly (readonly Tokens[])[] {
  const turns = bodies.filter(({ stream }) => stream.speaker !== undefined).map(({ tokens }) => tokens);
  const others = bodies.filter(({ stream }) => stream.speaker === undefined).map(({ tokens }) => [tokens]);
  return turns.length === 0 ? others : [...others, turns];
}

/** Units of the longest text; the turns of a conversation are one text. */
function readableUnits(streams: readonly Stream[]): number {
  let longest = 0;
  let turns = 0;
  let last: PartId | null = null;
  for (const { part, speaker, text } of streams) {
    const units = text.trim().length;
    longest = Math.max(longest, units);
    // A part may give more than one stream.
    if (speaker !== undefined && part !== last) turns += units;
    last = part;
  }
  return Math.max(longest, turns);
}

/** Claims and signs from which on a text is one that threatens. */
const THREAT = 2;

function howMuch(said: readonly Evidence[], mail: Mail): Said {
  const ids = new Set(said.flatMap((e) => (e.kind === 'claim' || e.kind === 'signal' ? [e.id] : [])));
  if (mail.form === 'text' || ids.size >= THREAT) return 'threat';
  return said.some((e) => e.kind !== 'frame') ? 'something' : 'nothing';
}
