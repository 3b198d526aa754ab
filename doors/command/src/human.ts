import { type Detection, type Explanation, isEchoed, SAFETY_GATES, type Speech } from '@hattari/engine';
import { desks } from './desks.js';
import { type Look, Page } from './page.js';

/** Claims told in full; the others get a line each, so that the first screen stays a screen. */
const CLAIMS_IN_FULL = 6;

/** Signs told of a real threat: three convince; ten are a wall. */
const SIGNALS_SHOWN = 4;

/** Steps that leave open how it is done: the guide tells it, and tells first who could notice. */
const ABOUT_THE_DEVICE: ReadonlySet<string> = new Set(['check-account', 'app-remove', 'if-installed', 'installed-now']);

/** An explanation for a person at a terminal: verdict, what to do, why, who helps; in this order, because fear reads only the top. */
export function humanWords(detection: Pick<Detection, 'explanation' | 'verdict'>, speech: Speech, look: Look, file: string): string {
  const { explanation: words, verdict } = detection;
  const page = new Page(look);
  page.strong(words.headline);
  page.gap();
  for (const lead of words.leads) page.text(lead);
  for (const note of words.notes) page.text(note);
  if (words.emergency !== null && (verdict.kind === 'genuine' || verdict.flags.includes('crisis') || verdict.flags.includes('violence')))
    page.text(words.emergency);
  const crisis = verdict.flags.includes('crisis');
  // Whoever may be in real trouble reads first what to do and who helps; questions can wait.
  if (crisis) desks(page, words.help, speech);
  const first = crisis || verdict.kind === 'genuine' || verdict.kind === 'kin';
  if (first) steps(page, words, speech);
  if (words.questions.length > 0 && !crisis) {
    page.title(speech.say('label-questions'));
    for (const [i, question] of words.questions.entries()) page.item(`${i + 1}.`, question.text);
    const asked = SAFETY_GATES.filter((gate) => verdict.asks.includes(gate));
    if (asked.length > 0)
      page.faint(
        speech.say('label-answer-how', { example: `hattari check ${file} --lang ${speech.code} --answers ${asked.map((gate) => `${gate}=…`).join(',')}` }),
      );
  }
  if (!first) steps(page, words, speech);
  // All that is in the reader's own language comes before the English.
  const helped = crisis || words.beside !== null;
  if (helped && !crisis) desks(page, words.help, speech);
  beside(page, words, speech);
  signals(page, words, speech);
  if (verdict.kind !== 'genuine') claims(page, words, speech);
  files(page, words, speech);
  sender(page, words, speech);
  money(page, words, speech);
  if (!helped) desks(page, words.help, speech);
  limits(page, words, speech);
  return page.end();
}

/** What an answer changed, for a person at a terminal: the sentence on top if it is another one, and the steps if they are others. */
export function changedWords(before: Detection, after: Detection, speech: Speech, look: Look): string {
  const was = before.explanation;
  const words = after.explanation;
  const page = new Page(look);
  page.gap();
  const same = new Set([was.headline, ...was.leads, ...was.notes]);
  if (words.headline !== was.headline) page.strong(words.headline);
  for (const line of [...words.leads, ...words.notes]) if (!same.has(line)) page.text(line);
  const isNew = words.steps.map((s) => s.id).join() !== was.steps.map((s) => s.id).join();
  if (isNew) steps(page, words, speech);
  if (isNew || words.headline !== was.headline) beside(page, words, speech);
  if (words.help.map((h) => h.name).join() !== was.help.map((h) => h.name).join()) desks(page, words.help, speech);
  if (!isNew && words.headline === was.headline) page.text(speech.say('gate-noted'));
  return page.end();
}

function steps(page: Page, words: Explanation, speech: Speech): void {
  if (words.steps.length === 0) return;
  page.title(speech.say('label-steps'));
  for (const [i, step] of words.steps.entries()) page.item(`${i + 1}.`, step.text);
  if (words.steps.some(({ id }) => ABOUT_THE_DEVICE.has(id)) && speech.knows('guide-see-device'))
    page.faint(speech.say('guide-see-device', { example: `hattari guide device --lang ${speech.code}` }));
}

/** What a draft may not say yet, in full in English: below the few sentences of the reader's own language. */
function beside(page: Page, { beside: english }: Explanation, speech: Speech): void {
  if (english === null) return;
  page.faint(speech.say('label-draft'));
  page.title(speech.say('label-beside'));
  page.text(english.headline);
  for (const lead of english.leads) page.text(lead);
  for (const [i, step] of english.steps.entries()) page.item(`${i + 1}.`, step.text);
}

function signals(page: Page, words: Explanation, speech: Speech): void {
  if (words.signals.length === 0) return;
  page.title(speech.say('label-signals'));
  for (const sign of words.signals.slice(0, SIGNALS_SHOWN)) {
    page.item('-', sign.title);
    page.quote(sign.quote);
    if (sign.standsIn !== null) page.faint(sign.standsIn);
    page.inner(sign.why);
  }
}

function claims(page: Page, words: Explanation, speech: Speech): void {
  if (words.claims.length === 0) return;
  page.title(speech.say('label-claims'));
  words.claims.forEach((claim, i) => {
    page.item('-', `${claim.title}  [${claim.tag}]`);
    if (i >= CLAIMS_IN_FULL) return;
    if (isEchoed(claim.id)) page.quote(claim.quote);
    if (claim.standsIn !== null) page.faint(claim.standsIn);
    page.inner(claim.why);
  });
}

/** The envelope: what stands on it, and what the post office stamped. */
function sender(page: Page, words: Explanation, speech: Speech): void {
  if (words.sender === null) return;
  page.title(speech.say('label-sender'));
  page.box(words.sender.picture);
  for (const line of words.sender.why) page.item('-', line);
}

/** Files that pretend: the one thing in a letter that can do harm. Honest ones need no words. */
function files(page: Page, { attachments }: Explanation, speech: Speech): void {
  const disguised = attachments.filter((one) => one.disguised);
  if (disguised.length === 0) return;
  page.title(speech.say('label-attachments'));
  for (const { name, why } of disguised) page.item('-', name === '' ? why : `${name}: ${why}`);
}

function money(page: Page, words: Explanation, speech: Speech): void {
  if (words.demandWords.length > 0) {
    page.title(speech.say('label-demand'));
    for (const line of words.demandWords) page.item('-', line);
  }
  if (words.wallets.length === 0) return;
  page.title(speech.say('label-wallets'));
  for (const wallet of words.wallets) {
    page.whole(wallet.address);
    page.inner(wallet.words);
  }
}

function limits(page: Page, words: Explanation, speech: Speech): void {
  const lines = [...words.problems.map((p) => p.text), ...words.tricks.map((t) => t.text)];
  if (speech.draft) lines.push(speech.say('label-draft'));
  if (speech.lacks) lines.push(speech.say('label-fallback'));
  if (lines.length === 0) return;
  page.title(speech.say('label-limits'));
  for (const line of lines) page.item('-', line);
}
