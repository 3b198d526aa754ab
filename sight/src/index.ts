export type { Host, OcrFactory } from './host.js';
export { FILES, PATIENCE } from './limits.js';
export { Sight } from './sight.js';
