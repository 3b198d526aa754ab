import type { Hop, SenderReport, SenderResult, Speech } from '@hattari/engine';
import type { Page } from './page.js';

/** Results and hops that are shown to a person; the JSON line has them all. */
const SHOWN = 40;

/** The way of the mail, the results of checks with whether they are believed, and what is odd: for whoever runs a mail server. */
export function senderDetails(page: Page, report: SenderReport, speech: Speech): void {
  if (report.hops.length > 0) hops(page, report.hops, speech);
  if (report.results.length > 0) {
    page.title(speech.say('label-sender-results'));
    for (const result of report.results.filter((r, i, all) => !isRepeated(r, all.slice(0, i))).slice(0, SHOWN)) {
      page.item(result.trusted ? '+' : '-', resultLine(result, speech));
      page.inner(`${speech.say(result.trusted ? 'sender-believed' : 'sender-not-believed')}: ${speech.say(`sender-trust-${result.why}`)}`);
    }
  }
  if (report.tricks.length > 0) {
    page.title(speech.say('label-sender-tricks'));
    for (const trick of report.tricks) page.item('-', speech.say(`sender-trick-${trick}`));
  }
}

/** Gmail writes its results twice; what says the same below is no news. */
function isRepeated(result: SenderResult, above: readonly SenderResult[]): boolean {
  return above.some((r) => r.trusted && r.method === result.method && r.result === result.result && r.domain === result.domain && r.why !== 'dns');
}

function hops(page: Page, all: readonly Hop[], speech: Speech): void {
  page.title(speech.say('label-sender-hops'));
  let isBelow = false;
  for (const [i, hop] of all.slice(0, SHOWN).entries()) {
    if (!hop.trusted && !isBelow) page.faint(speech.say('label-sender-unsafe'));
    isBelow ||= !hop.trusted;
    page.item(`${i + 1}.`, [timeOf(hop.time), gapOf(hop.gap)].filter((x) => x !== '').join('  ') || '-');
    if (hop.from !== null || hop.address !== null)
      page.inner(`from ${[hop.from, hop.address === null ? null : `[${hop.address}]`].filter((x) => x !== null).join(' ')}`);
    page.inner([hop.by === null ? '' : `by ${hop.by}`, hop.with === null ? '' : `with ${hop.with}`].filter((x) => x !== '').join(' '));
    const marks = [hop.authenticated ? speech.say('sender-hop-signed-in') : '', hop.private ? speech.say('sender-hop-private') : ''].filter((x) => x !== '');
    if (marks.length > 0) page.inner(`(${marks.join(' / ')})`);
  }
  if (all.length > SHOWN) page.faint(speech.say('label-more', { count: String(all.length - SHOWN) }));
}

function resultLine({ method, result, domain, aligned, authservId, field }: SenderResult, speech: Speech): string {
  const fit = aligned === null ? '' : `(${speech.say(aligned ? 'sender-aligned' : 'sender-not-aligned')})`;
  return [`${method}=${result}`, domain ?? '', fit, `[${authservId ?? field}]`].filter((x) => x !== '').join(' ');
}

/** `2026-10-05 09:12:03 UTC` */
function timeOf(time: number | null): string {
  if (time === null || Math.abs(time) > 8.64e15) return '';
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function gapOf(gap: number | null): string {
  if (gap === null) return '';
  const size = Math.abs(gap);
  const [n, unit] =
    size < 120
      ? [size, 's']
      : size < 7200
        ? [Math.round(size / 60), 'min']
        : size < 172_800
          ? [Math.round(size / 3600), 'h']
          : [Math.round(size / 86_400), 'd'];
  return `${gap < 0 ? '-' : '+'}${n} ${unit}`;
}
