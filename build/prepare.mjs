// Runs after `npm ci`. Without the development dependencies there is nothing to build with: that is said, not thrown, and
// the program says it again in one sentence when it is started.
try {
  import.meta.resolve('rolldown');
} catch {
  console.log('hattari: not built (development dependencies are missing); run npm ci, then npm run build');
  process.exit(0);
}
await import('./build.mjs');
