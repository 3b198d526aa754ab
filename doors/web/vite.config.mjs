import { defineConfig } from 'vite';

// Relative paths: the folder runs wherever it is put. Nothing is inlined, since the policy of the page allows no inline script or style.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: 'public',
  logLevel: 'warn',
  build: {
    outDir: 'dist/raw',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    target: ['es2022', 'safari16', 'firefox115', 'chrome110'],
    rolldownOptions: { input: { index: 'index.html', workbench: 'workbench/index.html', learn: 'learn/page.html' } },
  },
  worker: { format: 'es' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
