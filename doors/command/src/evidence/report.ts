import { createHash } from 'node:crypto';
import type { Speech } from '@hattari/engine';
import { MESSAGE_UNITS, REPORT_UNITS, TURN_UNITS } from './limits.js';
import { html, Markup } from './markup.js';
import type { Pack } from './pack.js';
import { coverOf } from './report-cover.js';
import { messageSection } from './report-message.js';
import { STYLE } from './style.js';
import { localTime } from './times.js';

// The one style sheet is allowed by its digest; scripts, pictures, fonts, frames, forms and everything from outside are not.
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The report as one HTML page for paper: no script, nothing loaded, and its own policy forbids both. */
export function reportOf(pack: Pack, speech: Speech): string {
  let left = REPORT_UNITS;
  const sections = pack.messages.map((message) => {
    const { units, turns, asItStands } = message.statement;
    const room = Math.min(MESSAGE_UNITS, left);
    left -= Math.min(room, units - (asItStands?.length ?? 0) + turns.length * TURN_UNITS);
    return messageSection(message, room, speech);
  });
  const title = speech.say('pack-title');
  return html`<!doctype html>
<html lang="${speech.code}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} ${localTime(pack.madeAt)}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${coverOf(pack, speech)}
${sections}
</main>
</body>
</html>
`.text;
}
