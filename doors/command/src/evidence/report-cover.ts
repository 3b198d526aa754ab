import type { Speech, WordId } from '@hattari/engine';
import { html, type Markup } from './markup.js';
import type { Pack, PackedMessage } from './pack.js';
import { bothTimes } from './times.js';

/** How to calculate a SHA-256 with what a system brings along. */
const HASH_COMMANDS = { linux: 'sha256sum FILE', mac: 'shasum -a 256 FILE', windows: 'certutil -hashfile FILE SHA256' };

/** The first page: what this is, when and by what it was made, the messages at a glance, how to read them. */
export function coverOf(pack: Pack, speech: Speech): Markup {
  const say = (id: WordId, slots?: Readonly<Record<string, string>>): string => speech.say(id, slots);
  const answers = Object.entries(pack.answers).map(([gate, answer]) => `${gate}=${answer}`);
  const row = (label: WordId, value: string | Markup): Markup => html`<tr><th scope="row">${say(label)}</th><td>${value}</td></tr>
`;
  return html`<p>${say('pack-what')}</p>
<table class="facts">
${row('pack-made', bothTimes(pack.madeAt))}${row('pack-program', say('pack-program-is', { version: pack.version, edition: pack.edition }))}${row('pack-files', String(pack.inputs.length))}${row('pack-messages', String(pack.messages.length))}${row('pack-age', say(`pack-age-${pack.age}`))}${row('pack-answers', answers.length === 0 ? say('pack-answers-none') : answers.join(', '))}</table>
<h2>${say('pack-overview')}</h2>
<table class="small">
<thead><tr><th scope="col" class="narrow">${say('pack-number')}</th><th scope="col">${say('pack-file')}</th><th scope="col">${say('pack-date')}</th><th scope="col">${say('pack-who')}</th><th scope="col">${say('label-demand')}</th></tr></thead>
<tbody>
${pack.messages.map((message) => glance(message, say))}</tbody>
</table>
<h2>${say('pack-how')}</h2>
<ul>
${(['pack-note-text', 'pack-note-speakers', 'pack-note-password', 'pack-note-marks', 'pack-note-pictures', 'pack-note-accounts'] as const).map(
  (id) => html`<li>${say(id)}</li>
`,
)}<li>${say('pack-note-hash', HASH_COMMANDS)}</li>
<li>${say('pack-note-estimate')}</li>
</ul>
`;
}

/** Names in a row of the overview; the section has them all. */
const NAMES = 3;

function glance({ number, input, statement }: PackedMessage, say: (id: WordId, slots?: Readonly<Record<string, string>>) => string): Markup {
  const { fields, turns, date, demand } = statement;
  const names = [...new Set(turns.map((turn) => turn.name))].filter((name) => name !== '');
  const shown = names.length > NAMES ? [...names.slice(0, NAMES), say('label-more', { count: String(names.length - NAMES) })] : names;
  const from = fields.find((field) => field.name === 'From')?.value ?? '';
  const times = turns.map((turn) => turn.time).filter((time) => time !== '');
  const when = date ?? ([...new Set([times[0], times.at(-1)])].join(' – ') || '—');
  const file = statement.message === null ? input.file : `${input.file} [${statement.message + 1}]`;
  return html`<tr><td><a href="#message-${number}">${number}</a></td><td>${file}</td><td>${when}</td><td>${from || shown.join(', ') || '—'}</td><td>${demand.join(' ') || '—'}</td></tr>
`;
}
