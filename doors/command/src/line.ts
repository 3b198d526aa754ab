import { type Detection, sketchHex } from '@hattari/engine';
import type { Failure, Item } from './input.js';

/** One JSON line of the contract (NDJSON): fields may be added, never renamed. `sketch`: only where asked for, null if there is none. */
export function lineOf(
  item: Pick<Item, 'file' | 'message'>,
  { mail, verdict, explanation: words }: Detection,
  sketch?: Uint16Array | null,
): Record<string, unknown> {
  const { doubt, asks, ...judged } = verdict;
  return {
    file: item.file,
    message: item.message,
    language: words.language,
    verdict: judged,
    doubt,
    headline: words.headline,
    claims: words.claims.map(({ id, part, start, end, quote, truth, why }) => ({ id, part, start, end, quote, truth, why })),
    signals: words.signals.map(({ id, quote, why }) => ({ id, quote, why })),
    wallets: words.wallets.map(({ coin, network, address, form, where, sure }) => ({ coin, network, address, form, where, sure })),
    demand: words.demand,
    sender: words.sender === null ? null : { verdict: words.sender.verdict, why: words.sender.why },
    attachments: words.attachments,
    beacons: mail.form === 'mail' ? mail.beacons : null,
    tricks: words.tricks.map((trick) => trick.id),
    asks,
    steps: words.steps,
    beside: words.beside,
    help: words.help.map(({ name, phone, url, seen, source }) => ({ name, phone, url, seen, source })),
    campaign: null,
    problems: words.problems,
    whole: mail.whole,
    ...(sketch === undefined ? {} : { sketch: sketch === null ? null : sketchHex(sketch) }),
  };
}

/** The line of what could not be read or judged: every input gives one. */
export function failureLine(failure: Failure, text: string): Record<string, unknown> {
  return { file: failure.file, message: failure.message ?? null, verdict: null, error: { id: failure.id.slice('cli-'.length), text } };
}
