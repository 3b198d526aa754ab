export { type Answer, type Port, type Question, serveBrowser } from './web/serve.js';
