import { render } from 'preact';
import { whenIdle } from '../engine/client.js';
import type { Told } from '../engine/protocol.js';
import { type Spoken, Words } from '../words/context.js';
import { Claims } from './claims.js';
import { Envelope, Money } from './facts.js';
import { Headline } from './headline.js';
import { HelpLines } from './help-lines.js';
import { Questions } from './questions.js';
import { Steps } from './steps.js';

/** The mark of the browser's own clock when all is warm. */
const WARM = 'hattari-warm';

const nothing = (): void => {};

/**
 * Makes the screens of an answer that nobody sees, once, a part at a time while nothing else is to be done: the first answer of a
 * reader meets compiled code, and letters whose shapes are known. Each part is laid out and gone before anything is painted.
 */
export async function warmScreens(told: Told, spoken: Spoken, places: readonly string[], isWanted: () => boolean): Promise<void> {
  const { labels, explanation: words } = told;
  const parts = [
    () => <Headline told={told} title={null} next={words.steps[0]} tone="steady" />,
    () => <Headline told={told} title={null} next={undefined} tone="careful" />,
    () => <Steps title={labels['label-steps'] ?? ''} steps={words.steps} lead="lead" />,
    () => <Questions told={told} answers={{}} onAnswers={nothing} />,
    () => <Claims told={told} />,
    () => (
      <>
        <Envelope told={told} />
        <Money told={told} />
      </>
    ),
    () => <HelpLines told={told} places={places} place="world" onPlace={nothing} />,
  ];
  for (const part of parts) {
    await whenIdle();
    if (!isWanted()) return;
    const box = document.createElement('div');
    box.className = 'warming';
    document.body.append(box);
    render(<Words.Provider value={spoken}>{part()}</Words.Provider>, box);
    box.getBoundingClientRect();
    render(null, box);
    box.remove();
  }
  // For `npm run page:speed`, and whoever looks with the tools of the browser.
  performance.mark(WARM);
}
