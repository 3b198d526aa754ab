import { entriesCalled, type Guide, type GuideEntry, guideIn, type Knowledge, type Speech } from '@hattari/engine';
import { type GuideOptions, Usage } from './arguments.js';
import { Page } from './page.js';
import type { Terminal } from './terminal.js';
import { widthOf } from './wrap.js';

/** `hattari guide TOPIC [SERVICE]`: the list, or the steps of what is called so. Returns the exit code; throws `Usage` on an unknown name. */
export function guide({ topic, about }: GuideOptions, know: Knowledge, speech: Speech, terminal: Terminal): number {
  const guide = guideIn(know.guides, topic, speech.code);
  if (guide === null) throw new Error(`guides: wanted ${topic}.en.md, got none`);
  const page = new Page(terminal.look);
  if (about === null) list(page, guide, speech);
  else {
    const entries = entriesCalled(guide, about);
    if (entries.length === 0) throw new Usage('cli-unknown-service', { service: about, list: guide.entries.map(({ id }) => id).join(', ') });
    entries.forEach((entry, i) => {
      if (i > 0) page.gap();
      steps(page, entry, speech);
    });
    spare(page, guide);
  }
  if (guide.language !== speech.code) page.faint(speech.say('label-fallback'));
  terminal.out(page.end());
  return 0;
}

function list(page: Page, guide: Guide, speech: Speech): void {
  page.strong(guide.title);
  for (const paragraph of guide.intro) {
    page.gap();
    page.text(paragraph);
  }
  spare(page, guide);
  page.title(speech.say('guide-list'));
  const widest = Math.max(...guide.entries.map(({ id }) => widthOf(id)));
  for (const { id, name, gives } of guide.entries) {
    const told = gives === 'nothing' ? `${name} — ${speech.say('guide-gives-nothing')}` : name;
    page.item(id.padEnd(widest), told);
  }
  page.gap();
  page.text(speech.say('guide-one', { example: `hattari guide ${guide.topic} gmail --lang ${speech.code}` }));
}

function steps(page: Page, entry: GuideEntry, speech: Speech): void {
  page.strong(entry.name);
  entry.steps.forEach((step, i) => {
    page.item(`${i + 1}.`, step);
  });
  for (const note of entry.notes) page.inner(note);
  if (entry.gives !== 'nothing') {
    page.gap();
    page.text(speech.say(`guide-gives-${entry.gives}`));
    page.text(speech.say('guide-then', { example: `hattari check FILE --lang ${speech.code}` }));
  }
  for (const source of entry.sources) page.faintLine(`${speech.say('label-seen', { date: entry.seen })}  ${source}`);
}

function spare(page: Page, { spare: { title, lead, cases } }: Guide): void {
  page.title(title);
  for (const paragraph of lead) page.text(paragraph);
  for (const one of cases) page.item('-', one);
}
