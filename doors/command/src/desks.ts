import type { Help, Speech } from '@hattari/engine';
import type { Page } from './page.js';

/** Who helps, each with the day its line was seen and where; one sentence where none is known. */
export function desks(page: Page, help: readonly Help[], speech: Speech): void {
  page.title(speech.say('label-help'));
  if (help.length === 0) page.item('-', speech.say('help-none'));
  for (const desk of help) {
    page.item('-', desk.name);
    page.inner([desk.phone, desk.hours].filter((x) => x !== null).join('  '));
    if (desk.url !== null) page.whole(desk.url);
    if (desk.note !== null) page.inner(desk.note);
    page.faintLine(`${speech.say('label-seen', { date: desk.seen })}  ${desk.source}`);
  }
}
