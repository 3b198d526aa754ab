import type { Explanation } from '../model.js';

/** Where on the page a sentence stands. */
export type Where = keyof typeof SAID;

/**
 * What of each field of an explanation is a sentence of ours, in the order in which a page shows them; null where it is data, or
 * the letter's own words. Closed: a new field does not compile before it says here what it is.
 */
const SAID = {
  headline: (text) => [text],
  leads: (texts) => texts,
  notes: (texts) => texts,
  emergency: (text) => [text],
  steps: (steps) => steps.map((step) => step.text),
  beside: (page) => (page === null ? [] : [page.headline, ...page.leads, ...page.steps.map((step) => step.text)]),
  questions: (questions) => questions.map((question) => question.text),
  signals: (signals) => signals.flatMap(({ title, standsIn, why }) => [title, standsIn, why]),
  claims: (claims) => claims.flatMap(({ title, tag, standsIn, why }) => [title, tag, standsIn, why]),
  sender: (sender) => (sender === null ? [] : [...sender.picture.map(({ label }) => label), ...sender.why]),
  demandWords: (texts) => texts,
  wallets: (wallets) => wallets.map(({ words }) => words),
  attachments: (attachments) => attachments.map(({ why }) => why),
  help: (desks) => desks.flatMap(({ name, hours, note }) => [name, hours, note]),
  tricks: (tricks) => tricks.map(({ text }) => text),
  problems: (problems) => problems.map(({ text }) => text),
  language: null,
  demand: null,
} as const satisfies { readonly [K in keyof Explanation]: ((value: Explanation[K]) => readonly (string | null)[]) | null };

/** Every sentence of ours that an explanation holds, each with the field it stands in; what is filled into them is in them. */
export function sentencesOf(explanation: Explanation): readonly { readonly where: Where; readonly text: string }[] {
  return (Object.keys(SAID) as Where[]).flatMap((where) => {
    const said = SAID[where] as ((value: unknown) => readonly (string | null)[]) | null;
    if (said === null) return [];
    return said(explanation[where]).flatMap((text) => (text === null || text === '' ? [] : [{ where, text }]));
  });
}

/** What an explanation says in our own voice: all of these but the titles of claims, which repeat what the letter claims. */
export function saidBy(explanation: Explanation): readonly string[] {
  const theirs = new Set(explanation.claims.map(({ title }) => title));
  return sentencesOf(explanation).flatMap(({ where, text }) => (where === 'claims' && theirs.has(text) ? [] : [text]));
}

/** The fields in their order. */
export const PAGE_ORDER = Object.keys(SAID) as readonly Where[];
