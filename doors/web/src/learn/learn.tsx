import { CLAIMS, GUIDES, Speech } from '@hattari/engine';
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Given, LearnPage, ProseName } from './given.js';
import { Article } from './view/article.js';
import { Desks } from './view/desks.js';
import { Frame } from './view/frame.js';
import { GuideOf } from './view/guide.js';
import { Pattern, PatternList } from './view/patterns.js';
import { Practice } from './view/practice.js';
import { Sides } from './view/sides.js';
import { Start } from './view/start.js';
import { Timeline } from './view/timeline.js';

/** Every Learn page of a language, as it stands in the built folder. Pure: the same input gives the same bytes. Throws on a hole in our own prose. */
export function learnPages(given: Given): readonly LearnPage[] {
  const { language, languages, know } = given;
  const speech = new Speech(know, language);
  const page = (path: string, title: string, content: ComponentChildren, quoted = false): LearnPage => ({
    path: `${language}/${path}`,
    language,
    title,
    body: render(
      <Frame at={{ language, languages, path }} title={title} quoted={quoted}>
        {content}
      </Frame>,
    ),
  });
  const titled = (path: string, name: ProseName, content: (prose: ReturnType<Given['prose']>) => ComponentChildren): LearnPage => {
    const prose = given.prose(name);
    return page(path, prose.title, content(prose));
  };
  const patterns = given.prose('patterns');
  return [
    titled('', 'index', (prose) => <Start prose={prose} />),
    titled('patterns/', 'patterns', (prose) => <PatternList given={given} prose={prose} />),
    ...CLAIMS.map((claim) => {
      const section = patterns.sections.find(({ id }) => id === claim.id);
      if (section === undefined) throw new Error(`learn/prose/patterns.${language}.md: “## ${claim.id} — ...” is missing`);
      const { title } = speech.section(claim.id);
      return page(`patterns/${claim.id}/`, title, <Pattern claim={claim} given={given} section={section} />, /^[“「]/.test(title));
    }),
    titled('sides/', 'sides', (prose) => <Sides prose={prose} />),
    titled('practice/', 'practice', (prose) => <Practice given={given} prose={prose} />),
    titled('timeline/', 'timeline', (prose) => <Timeline prose={prose} />),
    ...GUIDES.map((topic) => {
      const title = given.guides.find((guide) => guide.topic === topic)?.title ?? '';
      return page(`${topic}/`, title, <GuideOf given={given} topic={topic} />);
    }),
    titled('file-sharing/', 'file-sharing', (prose) => <Article prose={prose} />),
    titled('schools/', 'schools', (prose) => (
      <Article
        prose={prose}
        below={{
          takedown: <Desks given={given} purposes={['takedown-minor', 'takedown']} on="genuine minor third-party" />,
          'who-helps': <Desks given={given} purposes={['minor', 'crisis']} on="minor third-party crisis" />,
        }}
      />
    )),
  ];
}
