import { entriesCalled, type Guide, type GuideAside, type GuideEntry, guideIn, type Help, helpFor, type Knowledge, type Speech } from '@hattari/engine';
import { type GuideOptions, Usage } from './arguments.js';
import { desks } from './desks.js';
import { Page } from './page.js';
import type { Terminal } from './terminal.js';
import { widthOf } from './wrap.js';

/** `hattari guide TOPIC [ENTRY]`: the list, or the steps of what is called so. Returns the exit code; throws `Usage` on an unknown name. */
export function guide({ topic, about, json }: GuideOptions, know: Knowledge, speech: Speech, place: string, terminal: Terminal): number {
  const guide = guideIn(know.guides, topic, speech.code);
  if (guide === null) throw new Error(`guides: wanted ${topic}.en.md, got none`);
  const entries = about === null ? guide.entries : entriesCalled(guide, about);
  if (about !== null && entries.length === 0) throw new Usage('cli-unknown-service', { service: about, list: guide.entries.map(({ id }) => id).join(', ') });
  const helps = ({ help }: GuideEntry): readonly Help[] => (help.length === 0 ? [] : helpFor(place, help, know, speech.code).help);
  if (json) {
    for (const entry of entries) terminal.out(`${JSON.stringify(lineOf(guide, entry, helps(entry)))}\n`);
    return 0;
  }
  const page = new Page(terminal.look);
  if (about === null) list(page, guide, speech);
  else {
    // Pages with help lines are those to which `first` sends, and whoever reads them is not calmed below.
    const plain = entries.some(({ help }) => help.length === 0);
    if (plain && guide.first !== null) {
      aside(page, guide.first);
      page.gap();
    }
    entries.forEach((entry, i) => {
      if (i > 0) page.gap();
      steps(page, entry, helps(entry), speech);
    });
    if (plain) {
      page.gap();
      aside(page, guide.spare);
    }
  }
  if (guide.language !== speech.code) page.faint(speech.say('label-fallback'));
  terminal.out(page.end());
  return 0;
}

/** An entry as a line of JSON, with what must stand beside it wherever it is shown. */
function lineOf({ topic, language, first, spare }: Guide, entry: GuideEntry, help: readonly Help[]): object {
  return { topic, language, ...entry, help, first, spare };
}

function list(page: Page, guide: Guide, speech: Speech): void {
  page.strong(guide.title);
  for (const paragraph of guide.intro) {
    page.gap();
    page.text(paragraph);
  }
  page.gap();
  aside(page, guide.spare);
  if (guide.first !== null) {
    page.gap();
    aside(page, guide.first);
  }
  page.title(speech.say(guide.topic === 'source' ? 'guide-list' : 'guide-list-order'));
  const widest = Math.max(...guide.entries.map(({ id }) => widthOf(id)));
  for (const { id, name, gives } of guide.entries) {
    const told = gives === 'nothing' ? `${name} — ${speech.say('guide-gives-nothing')}` : name;
    page.item(id.padEnd(widest), told);
  }
  page.gap();
  page.text(speech.say('guide-one', { example: `hattari guide ${guide.topic} ${guide.entries[0]?.id ?? ''} --lang ${speech.code}` }));
}

function steps(page: Page, entry: GuideEntry, help: readonly Help[], speech: Speech): void {
  page.strong(entry.name);
  if (entry.when !== null) page.inner(entry.when);
  for (const paragraph of entry.lead) page.inner(paragraph);
  entry.steps.forEach((step, i) => {
    page.item(`${i + 1}.`, step);
  });
  for (const note of entry.notes) page.inner(note);
  if (entry.gives === 'source' || entry.gives === 'header') {
    page.gap();
    page.text(speech.say(`guide-gives-${entry.gives}`));
    page.text(speech.say('guide-then', { example: `hattari check FILE --lang ${speech.code}` }));
  }
  if (entry.help.length > 0) desks(page, help, speech);
  for (const source of entry.sources) page.faintLine(`${speech.say('label-seen', { date: entry.seen })}  ${source}`);
}

function aside(page: Page, { title, lead, cases }: GuideAside): void {
  page.under(title);
  for (const paragraph of lead) page.text(paragraph);
  for (const one of cases) page.item('-', one);
}
