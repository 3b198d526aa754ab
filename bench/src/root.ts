import { fileURLToPath } from 'node:url';

/** The project's folder; this file lies as deep in `src` as its bundle does in `dist`. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
