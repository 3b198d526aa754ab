import { addressesOf } from '../addresses.js';
import type { Random } from '../disguise/model.js';
import { randomOf } from '../disguise/random.js';
import { mixed, oneOf, someOf } from './chance.js';
import { type GeneratedLetter, LENGTHS, REGISTERS, type Register, STORIES } from './model.js';
import { joins, type Sentences } from './sentences.js';
import { COUNTS, NEEDED, PLACES } from './stories.js';

/** A letter put together from sentences that a language's file says must be caught, in an order that chance gives. The same for the same seed and number. */
export function letterOf(sentences: Sentences, seed: string, number: number): GeneratedLetter {
  const { language, caught } = sentences;
  const name = `generated ${seed} ${language} ${number}`;
  const random = randomOf(name);
  const stories = STORIES.filter((story) => NEEDED[story].every((id) => caught.has(id)));
  const story = oneOf(stories, random);
  const register = oneOf(REGISTERS, random);
  const length = oneOf(LENGTHS, random);
  const wallet = addressesOf(name).BTC;
  const claims = claimsFor(NEEDED[story], COUNTS[length], (id) => caught.has(id), random);
  const said = claims.map((id) => oneOf(caught.get(id) as readonly string[], random));
  const at = claims.lastIndexOf('crypto-wallet');
  const lines = [...said.slice(0, at + 1), `BTC: ${wallet}`, ...said.slice(at + 1)];
  return {
    name,
    language,
    story,
    register,
    length,
    claims,
    subject: oneOf(said, random).slice(0, 60),
    text: written(lines, `BTC: ${wallet}`, register, joins(language), random),
    wallet,
  };
}

function claimsFor(needed: readonly string[], counts: (typeof COUNTS)['short'], has: (id: string) => boolean, random: Random): string[] {
  const more = (place: keyof typeof counts): string[] =>
    someOf(
      PLACES[place].filter((id) => has(id) && !needed.includes(id)),
      counts[place],
      random,
    );
  const opening = more('opening');
  const body = mixed([...needed, ...more('middle')], random);
  const demand = PLACES.demand.filter((id) => has(id));
  // Some letters press before they ask, some after.
  const pressing = more('pressing');
  const rest = random() < 0.5 ? [...demand, ...pressing] : [...pressing, ...demand];
  return [...opening, ...body, ...rest, ...more('closing')];
}

/** The address stands on a line of its own, so that no register changes it. */
function written(lines: readonly string[], address: string, register: Register, space: string, random: Random): string {
  const own = (change: (line: string, k: number) => string): string[] => lines.map((line, k) => (line === address ? line : change(line, k)));
  switch (register) {
    case 'plain':
      return paragraphs(lines, address, space, random);
    case 'clipped':
      return own((line) => line).join('\n');
    case 'loud':
      return paragraphs(
        own((line) => (random() < 0.4 ? `${line.replace(/[.。]$/u, '').toUpperCase()}!!!` : line)),
        address,
        space,
        random,
      );
    case 'sloppy':
      return own((line) => line.replace(/[.。]$/u, '').replace(/^\p{Lu}/u, (c) => c.toLowerCase())).join('\n');
    case 'listed':
      return own((line, k) => `${k + 1}. ${line}`).join('\n');
    default:
      return register satisfies never;
  }
}

function paragraphs(lines: readonly string[], address: string, space: string, random: Random): string {
  return lines
    .map((line, k) => {
      const next = lines[k + 1];
      if (next === undefined) return line;
      return `${line}${line === address || next === address ? '\n' : random() < 0.3 ? '\n\n' : space}`;
    })
    .join('');
}
