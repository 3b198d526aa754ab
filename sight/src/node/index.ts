export { packages } from './packages.js';
export { see, type Watch } from './see.js';
export { serve } from './serve.js';
