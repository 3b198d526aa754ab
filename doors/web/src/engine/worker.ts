import { filesToSee, type Knowledge, type Resemblance, readWeights, VERDICTS } from '@hattari/engine';
import { unsqueeze } from '@hattari/shelf/wire';
import { slipsOf, tryLanguage } from '../workbench/try-language.js';
import { gunzipHere } from './gunzip.js';
import { messagesOf } from './messages.js';
import type { Added, Given, Looked, Request, Response, Setting, Told } from './protocol.js';
import { tell } from './tell.js';
import { warmLetter } from './warm.js';

// The engine, beside the page: a long letter must not freeze it. It fetches nothing: the page hands it all it knows.

type Learnt = { readonly know: Knowledge; readonly languages: readonly string[] | 'all' };

const learnt: Learnt[] = [];
let messages: readonly Given[] = [];
let resemblance: Resemblance | null = null;

async function answerTo(request: Request): Promise<unknown> {
  switch (request.do) {
    case 'learn':
      learn(unsqueeze(await gunzipHere(request.bytes)), request.languages);
      return null;
    case 'weigh':
      resemblance = readWeights(await gunzipHere(request.bytes));
      return null;
    case 'look': {
      const { messages: found, more } = messagesOf(request.given);
      messages = found;
      return { told: found.map((message) => toldOf(message, request.setting)), more } satisfies Looked;
    }
    case 'again': {
      const message = messages[request.message];
      return message === undefined ? null : toldOf(message, request.setting);
    }
    case 'add':
      messages = [...messages.slice(0, request.message), request.given];
      return { message: messages.length - 1, files: filesToSee(request.given) } satisfies Added;
    case 'files': {
      const message = messages[request.message];
      return message === undefined ? [] : filesToSee(message);
    }
    case 'saw':
      messages = messages.map((one, i) => (i === request.message ? { ...one, seen: request.seen } : one));
      return null;
    case 'warm':
      return toldOf({ bytes: warmLetter(request.letter, request.units, request.setting.language), name: '' }, request.setting);
    case 'forget':
      messages = [];
      return null;
    case 'try-language':
      return tryLanguage(request.file, request.english, request.letter);
    case 'slips':
      return slipsOf(request.file);
    default:
      return request satisfies never;
  }
}

function learn(know: Knowledge, languages: Learnt['languages']): void {
  // Whoever knows all needs no part of it.
  if (languages === 'all') learnt.length = 0;
  learnt.push({ know: { ...know, resemblance }, languages });
}

function toldOf(message: Given, setting: Setting): Told {
  const fit = learnt.filter(({ languages }) => languages === 'all' || languages.includes(setting.language));
  const tellings = fit.map(({ know, languages }) => tell(message, setting, know, languages));
  const told = tellings.find(({ understood }) => understood) ?? tellings[0];
  if (told === undefined || !VERDICTS.includes(told.kind)) throw new Error('nothing learnt yet');
  return told;
}

let before: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<Request>) => {
  before = before.then(async () => self.postMessage(await respond(data)));
};

async function respond(request: Request): Promise<Response> {
  try {
    return { id: request.id, result: await answerTo(request) };
  } catch (cause) {
    return { id: request.id, failure: (cause as Error).message };
  }
}
