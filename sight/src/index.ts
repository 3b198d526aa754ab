export type { Host, OcrFactory } from './host.js';
export { Sight } from './sight.js';
