import type { Speaker, Speech, WordId } from '@hattari/engine';
import { MONEY_KINDS } from './accounts.js';
import { TURN_UNITS } from './limits.js';
import { html, type Markup, NOTHING } from './markup.js';
import { type PackedMessage, textFileOf } from './pack.js';
import type { Statement } from './statement.js';
import { bothTimes } from './times.js';

type Say = (id: WordId, slots?: Readonly<Record<string, string>>) => string;

/** Units of a turn from which on a page may end within it. */
const LONG_TURN = 1_200;

const SPEAKERS: Readonly<Record<Speaker, WordId>> = { reader: 'pack-speaker-reader', other: 'pack-speaker-other', unknown: 'pack-speaker-unknown' };

/** One message in the report, of its text at most `room` units. */
export function messageSection(message: PackedMessage, room: number, speech: Speech): Markup {
  const say: Say = (id, slots) => speech.say(id, slots);
  const { number, statement } = message;
  return html`<section class="message" aria-labelledby="message-${number}">
<h2 id="message-${number}">${say('pack-message', { number: String(number) })}</h2>
${factsOf(message, say)}
${textOf(message, room, say)}
${moneyOf(statement, say)}
${accountsOf(statement, say)}
${senderOf(statement, say)}
${attachmentsOf(statement, say)}
${listOf('pack-not-read', statement.problems, say)}
${listOf('label-tricks', statement.tricks, say)}
${signsOf(statement, say)}
${fieldsOf(statement, say)}
<div class="estimate"><h3>${say('pack-estimate')}</h3><p>${say('pack-estimate-is', { verdict: statement.estimate })}</p><p class="faint">${say('pack-estimate-note')}</p></div>
</section>
`;
}

function factsOf({ input, statement }: PackedMessage, say: Say): Markup {
  const { message, date, subject, fields } = statement;
  const row = (label: WordId, value: string | Markup): Markup => html`<tr><th scope="row">${say(label)}</th><td>${value}</td></tr>
`;
  const written = fields.find((field) => field.name === 'Date')?.value ?? '';
  const dates = statement.isMail
    ? row('pack-date', written === '' ? say('pack-date-none') : html`${written}${date === null ? NOTHING : html`<br>${say('pack-date-utc', { date })}`}`)
    : NOTHING;
  return html`<table class="facts">
${row('pack-file', input.file === '-' ? say('pack-standard-input') : input.file)}${message === null ? NOTHING : row('pack-position', say('pack-position-is', { number: String(message + 1), count: String(input.messages) }))}${row('pack-size', say('pack-bytes', { count: String(input.size) }))}${row('pack-sha', input.sha256 === null ? say('pack-sha-none') : html`<span class="mono digest">${input.sha256}</span>`)}${row('pack-read', bothTimes(input.readAt))}${dates}${subject === '' ? NOTHING : row('pack-subject', subject)}</table>`;
}

/** What may still be printed of a message. */
class Room {
  isCut = false;

  constructor(private left: number) {}

  take(text: string, besides = 0): string {
    const kept = text.slice(0, Math.max(0, this.left - besides));
    this.left -= kept.length + besides;
    if (kept.length < text.length) this.isCut = true;
    // Half a letter at the cut would be no letter.
    return /[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept;
  }

  get isFull(): boolean {
    return this.left <= 0;
  }
}

function textOf({ number, statement }: PackedMessage, units: number, say: Say): Markup {
  const room = new Room(units);
  const isTimed = statement.turns.some((turn) => turn.time !== '');
  const rows: Markup[] = [];
  for (const turn of statement.turns) {
    if (room.isFull) {
      room.isCut = true;
      break;
    }
    const text = room.take(turn.text, TURN_UNITS);
    rows.push(html`<tr${text.length > LONG_TURN ? html` class="long"` : NOTHING}><td>${turn.number}</td><td>${turn.name} <span class="faint">(${say(SPEAKERS[turn.speaker])})</span></td>${isTimed ? html`<td>${turn.time}</td>` : NOTHING}<td class="said">${text}</td></tr>
`);
  }
  const talk = html`<h3>${say('pack-talk')}</h3>
<table class="turns"><thead><tr><th scope="col" class="narrow">${say('pack-number')}</th><th scope="col" class="who">${say('pack-speaker')}</th>${isTimed ? html`<th scope="col" class="time">${say('pack-time')}</th>` : NOTHING}<th scope="col">${say('pack-words')}</th></tr></thead>
<tbody>
${rows}</tbody></table>
`;
  const parts = statement.parts.filter((part) => part.kind !== 'subject' || part.id !== 'subject');
  const texts = parts.map((part) => {
    const title = html`<h3>${say(rows.length > 0 && part.kind === 'text' ? 'pack-part-beside' : `pack-part-${part.kind}`)}${parts.length < 2 ? '' : ` (${part.id})`}</h3>
`;
    if (part.same !== null)
      return html`${title}<p>${say('pack-part-same', { part: part.same })}</p>
`;
    return html`${title}<div class="text">${room.take(part.text.trim())}</div>
`;
  });
  const nothing = rows.length + parts.length === 0 ? html`<h3>${say('pack-part-text')}</h3><p>${say('pack-no-text')}</p>` : NOTHING;
  const cut = room.isCut ? html`<p><strong>${say('pack-cut', { file: textFileOf(number), count: String(units) })}</strong></p>` : NOTHING;
  return html`${rows.length > 0 ? talk : NOTHING}${texts}${nothing}${cut}${statement.leftOut === 0 ? NOTHING : html`<p>${say('pack-left-out-note')}</p>`}`;
}

function moneyOf({ demand, wallets, accounts }: Statement, say: Say): Markup {
  const money = accounts.filter(({ kind }) => MONEY_KINDS.has(kind));
  if (demand.length + wallets.length + money.length === 0) return NOTHING;
  const rows = [
    ...wallets.map(
      ({ coin, network, address, form, sure, place }) =>
        html`<tr><td>${coin}${network === 'main' ? '' : ` (${network})`}</td><td class="mono">${address}</td><td>${say(sure ? 'pack-wallet-sure' : 'pack-wallet-unsure')}${form === 'written' ? '' : ` ${say('pack-wallet-joined')}`}${place === '' ? '' : ` (${place})`}</td></tr>
`,
    ),
    ...money.map(
      ({
        kind,
        value,
        places,
      }) => html`<tr><td>${say(`pack-kind-${kind}`)}</td><td dir="auto">${value}</td><td>${places.filter((p) => p !== '').join(', ')}</td></tr>
`,
    ),
  ];
  return html`<h3>${say('label-demand')}</h3>
<p class="faint note">${say('pack-demand-note')}</p>
${demand.length === 0 ? NOTHING : html`<ul>${demand.map((line) => html`<li>${line}</li>`)}</ul>`}
${
  rows.length === 0
    ? NOTHING
    : html`<table><thead><tr><th scope="col">${say('pack-kind')}</th><th scope="col">${say('pack-as-written')}</th><th scope="col">${say('pack-remark')}</th></tr></thead><tbody>
${rows}</tbody></table>`
}`;
}

function accountsOf({ accounts }: Statement, say: Say): Markup {
  const others = accounts.filter(({ kind }) => !MONEY_KINDS.has(kind));
  if (others.length === 0) return NOTHING;
  return html`<h3>${say('pack-accounts')}</h3>
<table><thead><tr><th scope="col">${say('pack-kind')}</th><th scope="col">${say('pack-as-written')}</th><th scope="col">${say('pack-place')}</th></tr></thead><tbody>
${others.map(
  ({
    kind,
    value,
    places,
  }) => html`<tr><td>${say(`pack-kind-${kind}`)}</td><td dir="auto">${value}</td><td>${places.filter((p) => p !== '').join(', ') || '—'}</td></tr>
`,
)}</tbody></table>`;
}

function senderOf({ sender, fields, isMail }: Statement, say: Say): Markup {
  if (!isMail) return NOTHING;
  const shown = sender?.picture ?? [];
  const from = fields.filter(({ name }) => name === 'From').map(({ name, value }) => ({ label: name, text: value }));
  const rows = (shown.length > 0 ? shown : from).map(
    ({ label, text }) => html`<tr><th scope="row">${label}</th><td dir="auto">${text}</td></tr>
`,
  );
  if (rows.length === 0 && sender === null) return NOTHING;
  return html`<h3>${say('pack-sender')}</h3>
${
  rows.length === 0
    ? NOTHING
    : html`<table class="facts"><tbody>
${rows}</tbody></table>`
}
${sender === null ? NOTHING : html`<p class="faint note">${say('pack-sender-note')}</p><ul>${sender.why.map((line) => html`<li>${line}</li>`)}</ul>`}`;
}

function attachmentsOf({ attachments }: Statement, say: Say): Markup {
  if (attachments.length === 0) return NOTHING;
  return html`<h3>${say('label-attachments')}</h3>
<p class="faint note">${say('pack-attachments-note')}</p>
<table><thead><tr><th scope="col">${say('pack-name')}</th><th scope="col">${say('pack-type')}</th><th scope="col">${say('pack-size')}</th></tr></thead><tbody>
${attachments.map(
  ({
    name,
    type,
    size,
    isDisguised,
  }) => html`<tr><td dir="auto">${name || '—'}${isDisguised ? html`<br>${say('pack-disguised')}` : NOTHING}</td><td>${type}</td><td>${say('pack-bytes', { count: String(size) })}</td></tr>
`,
)}</tbody></table>`;
}

function listOf(title: WordId, lines: readonly string[], say: Say): Markup {
  if (lines.length === 0) return NOTHING;
  return html`<h3>${say(title)}</h3>
<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function signsOf({ signs }: Statement, say: Say): Markup {
  if (signs.length === 0) return NOTHING;
  return html`<h3>${say('pack-signs')}</h3>
<p class="faint note">${say('pack-signs-note')}</p>
<table class="signs"><thead><tr><th scope="col">${say('pack-passage')}</th><th scope="col" class="marks">${say('pack-marked-as')}</th></tr></thead><tbody>
${signs.map(
  ({
    quote,
    place,
    titles,
  }) => html`<tr><td class="quote">${quote || '—'}${place === '' ? NOTHING : html` <span class="faint">(${place})</span>`}</td><td>${titles.map((title, i) => html`${i === 0 ? NOTHING : html`<br>`}${title}`)}</td></tr>
`,
)}</tbody></table>`;
}

function fieldsOf({ fields, moreFields }: Statement, say: Say): Markup {
  if (fields.length === 0) return NOTHING;
  return html`<h3>${say('pack-fields')}</h3>
<p class="faint note">${say('pack-fields-note')}</p>
<table class="small facts"><tbody>
${fields.map(
  ({ name, value }) => html`<tr><th scope="row">${name}</th><td dir="auto">${value}</td></tr>
`,
)}</tbody></table>
${moreFields === 0 ? NOTHING : html`<p>${say('label-more', { count: String(moreFields) })}</p>`}`;
}
