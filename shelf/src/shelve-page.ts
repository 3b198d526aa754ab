import { shelvePage } from './page.js';

// The build's own step: shelve-page LANGUAGES OUT [WEIGHTS]. Prints what the page has to know of it, as JSON.
const [languages = 'languages', out = 'doors/web/dist/site', weights] = process.argv.slice(2);
console.log(JSON.stringify(shelvePage(languages, out, weights)));
