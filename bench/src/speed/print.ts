import { SIZES } from './growth.js';
import { quantile, sizeOf } from './measure.js';
import type { Result } from './result.js';

const ms = (n: number): string => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2));
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** What was measured, for a person. Goals stand beside, nothing is asserted: machines are noisy. */
export function linesOf(result: Result): string[] {
  const { start, samples, floor, mails, perMail, stages, perSecond, memory, growth, compared } = result;
  const peer = (name: string) => compared.peers.find((p) => p.name === name);
  const lines = [
    `start: check of a 10 KB letter ${start.check.toFixed(0)} ms, node -e 0 ${start.nothing.toFixed(0)} ms, ratio ${(start.check / start.nothing).toFixed(1)} (medians, wall)`,
    `samples: ${samples.length} messages, median ${ms(quantile(samples, 0.5))} ms CPU, worst ${ms(Math.max(...samples))} ms`,
    `floor: TextDecoder ${floor.ascii.toFixed(0)} MB/s of ASCII, ${floor.mixed.toFixed(0)} MB/s of mixed scripts; a loop over bytes ${floor.byteLoop.toFixed(0)} MB/s, over letters ${floor.unitLoop.toFixed(0)} MB/s`,
    mails.from === 'corpora'
      ? `mails: ${mails.count} of the corpora, ${mails.letters} of them bluff letters, mean ${(mails.mean / 1000).toFixed(1)} KB, digest ${mails.digest}`
      : `mails: ${mails.count} generated ones (--corpora FOLDER for real ones), mean ${(mails.mean / 1000).toFixed(1)} KB, digest ${mails.digest}`,
    `  CPU a message: mean ${ms(perMail.mean)} ms, p50 ${ms(perMail.p50)}, p99 ${ms(perMail.p99)}; ${((perMail.mean / mails.mean) * 1e6).toFixed(0)} ms a MB`,
    `  while Node still compiles: ${ms(perMail.first)} ms in the first pass, ${ms(perMail.early)} from the third to the ninth`,
    `  messages a second: ${perSecond.one.toFixed(0)} on one core, ${perSecond.two.toFixed(0)} on two (${(perSecond.two / perSecond.one).toFixed(2)} times)`,
    `  peak memory: ${memory.loaded.toFixed(0)} MB with the languages loaded, ${memory.mails.toFixed(0)} MB behind the mails, ${memory.large.toFixed(0)} MB behind mails of 30 MB`,
    `  where the time goes: ${stages.stages.map(({ name, share }) => `${name} ${percent(share)}`).join(', ')}`,
    `  functions on top: ${stages.functions.map(({ name, share }) => `${name} ${percent(share)}`).join(', ')}`,
    'growth: ms CPU by size of the body',
    `  ${'body'.padEnd(11)}${SIZES.map((size) => sizeOf(size).padStart(10)).join('')}   30 MB : 1 MB`,
    ...growth.map(
      ({ body, milliseconds, ratio }) => `  ${body.padEnd(11)}${milliseconds.map((n) => ms(n).padStart(10)).join('')}   ${ratio.toFixed(1)} (goal: at most 35)`,
    ),
    ...compared.peers.map(({ name, bySize }) => `  ${`${name} text`.padEnd(11)}${bySize.map(({ cpu }) => ms(cpu).padStart(10)).join('')}`),
    ...compared.peers.map(
      (p) =>
        `${p.name} ${p.version} (${p.note}): ${ms(p.perMail)} ms CPU a message on the same mails (${p.checked} checked, ${p.failed} failed), ${p.perSecond.toFixed(0)} a second with two clients, ${p.resident.toFixed(0)} MB resident`,
    ),
    ...compared.absent,
  ];
  const goal = (is: boolean, words: string): string => `goal ${is ? 'met' : 'NOT met'}: ${words}`;
  const rspamd = peer('Rspamd');
  const spamd = peer('spamd');
  if (rspamd !== undefined) {
    lines.push(
      goal(
        perMail.mean <= rspamd.perMail / 2,
        `CPU a message ${(perMail.mean / rspamd.perMail).toFixed(2)} of Rspamd's (at most 0.5); ${(perMail.early / rspamd.perMail).toFixed(2)} while Node compiles`,
      ),
    );
    const ours = growth.find(({ body }) => body === 'text')?.milliseconds[SIZES.indexOf(10_000_000)] ?? Number.NaN;
    const theirs = rspamd.bySize.find(({ size }) => size === 10_000_000)?.cpu ?? Number.NaN;
    lines.push(goal(ours < theirs, `10 MB of text ${ms(ours)} ms, Rspamd ${ms(theirs)} ms (below it)`));
  }
  if (spamd !== undefined)
    lines.push(
      goal(
        perMail.mean <= spamd.perMail / 80,
        `CPU a message 1/${(spamd.perMail / perMail.mean).toFixed(0)} of spamd's (at most 1/80); 1/${(spamd.perMail / perMail.early).toFixed(0)} while Node compiles`,
      ),
    );
  lines.push(
    goal(
      growth.every(({ ratio }) => ratio <= 35),
      '30 MB at most 35 times 1 MB, every kind of body',
    ),
  );
  return lines;
}
