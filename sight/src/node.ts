export { packages } from './node/packages.js';
export { see } from './node/see.js';
export { serve } from './node/serve.js';
export type { Watch } from './see.js';
