import type { Speech } from '@hattari/engine';
import type { PackedMessage } from './pack.js';
import { visibly } from './visible.js';

/** The text of one message as a file: what stands in it, whole, without control characters, passwords masked. */
export function plainOf({ number, input, statement }: PackedMessage, speech: Speech): string {
  const { message, fields, turns, parts, asItStands } = statement;
  const file = message === null ? input.file : `${input.file} [${message + 1}]`;
  const lines = [`${speech.say('pack-message', { number: String(number) })}: ${file}`, speech.say('pack-plain-note'), ''];
  for (const { name, value } of fields) lines.push(`${name}: ${value.replace(/\s*\n\s*/g, ' ')}`);
  if (fields.length > 0) lines.push('');
  if (asItStands !== null) return visibly(`${[...lines, asItStands].join('\n').trimEnd()}\n`);
  for (const { number: turn, speaker, name, time, text } of turns) {
    const who = `${name} (${speech.say(`pack-speaker-${speaker}`)})`;
    lines.push(`${[`${turn}.`, who, time].filter((word) => word !== '').join(' ')}`, text, '');
  }
  for (const { id, kind, text, same } of parts) {
    if (id === 'subject' && fields.length > 0) continue;
    lines.push(`--- ${speech.say(`pack-part-${kind}`)} (${id})`, same === null ? text : speech.say('pack-part-same', { part: same }), '');
  }
  return visibly(`${lines.join('\n').trimEnd()}\n`);
}
