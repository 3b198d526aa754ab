// Programs are bundled: a hundred small modules load three times as long as one file, and `check` must answer at once.
const common = {
  platform: 'node',
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  onLog: (level, log, handler) => (level === 'warn' ? handler('error', log) : handler(level, log)),
};

export const programs = [
  {
    ...common,
    input: {
      main: 'doors/command/src/main.ts',
      worker: 'doors/command/src/worker.ts',
      'scan-worker': 'doors/command/src/scan/worker.ts',
      'sight-worker': 'doors/command/src/sight/worker.ts',
    },
    output: { dir: 'doors/command/dist', format: 'esm', chunkFileNames: '[name]-[hash].js', sourcemap: false },
  },
  { ...common, input: { shelve: 'shelf/src/shelve.ts', 'shelve-page': 'shelf/src/shelve-page.ts' }, output: { dir: 'shelf/dist', format: 'esm' } },
  {
    ...common,
    input: {
      compare: 'doors/web/src/chromium/compare.ts',
      pictures: 'doors/web/src/chromium/pictures.ts',
      speed: 'doors/web/src/chromium/speed.ts',
    },
    external: ['playwright-core'],
    output: { dir: 'doors/web/dist/chromium', format: 'esm' },
  },
  {
    ...common,
    input: {
      'case-table': 'bench/src/case-table.ts',
      fit: 'bench/src/fit.ts',
      disguise: 'bench/src/disguise.ts',
      eval: 'bench/src/eval.ts',
      'eval-thread': 'bench/src/eval/thread.ts',
      fuzz: 'bench/src/fuzz.ts',
      generate: 'bench/src/generate.ts',
      hostile: 'bench/src/hostile.ts',
      'hostile-child': 'bench/src/hostile/child.ts',
      oracle: 'bench/src/oracle.ts',
      pictures: 'bench/src/pictures.ts',
      soak: 'bench/src/soak.ts',
      speed: 'bench/src/speed.ts',
      'speed-memory': 'bench/src/speed/memory.ts',
      'speed-thread': 'bench/src/speed/thread.ts',
      why: 'bench/src/why.ts',
    },
    external: ['postal-mime', 'mailparser', 'multicoin-address-validator', '@napi-rs/canvas'],
    output: { dir: 'bench/dist', format: 'esm' },
  },
];
