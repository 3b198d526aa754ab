import { type Port, serveBrowser } from '@hattari/sight/web';

// Reads pictures beside the page and beside the engine: a picture that makes it stuck or kills it takes nothing else away.
serveBrowser(self as unknown as Port);
