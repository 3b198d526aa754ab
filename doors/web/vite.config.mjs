import { defineConfig } from 'vite';

/** Programs of sight are handed over as bytes: their wrappers look for no file beside them, of Node or of the page. */
const withoutFiles = () => ({
  name: 'without-files',
  enforce: 'pre',
  resolveId: (id, from) => (/^(fs|crypto)$/.test(id) && from?.includes('tesseract.js-core') ? '\0nothing' : null),
  load: (id) => (id === '\0nothing' ? 'export default {}' : null),
  transform: (code, id) => (id.includes('@hyzyla/pdfium') ? code.replace('new URL("pdfium.wasm", import.meta.url)', 'new URL("about:blank")') : null),
});

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
    rolldownOptions: { input: { index: 'index.html', workbench: 'workbench/index.html', password: 'password/index.html', learn: 'learn/page.html' } },
  },
  worker: { format: 'es', plugins: () => [withoutFiles()] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
