import { build } from './build.js';

// The build's own step: shelve LANGUAGES OUT [WEIGHTS]. A mistake in a language file ends the build with file, line and sentence.
const [languages = 'languages', out = 'dist/shelf', weights] = process.argv.slice(2);
try {
  const { file, bytes } = build(languages, out, weights);
  console.log(`${file}: ${bytes} bytes`);
} catch (cause) {
  console.error((cause as Error).message);
  process.exitCode = 1;
}
