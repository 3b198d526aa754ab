export { packages } from './node/packages.js';
export { see, type Watch } from './node/see.js';
export { serve } from './node/serve.js';
