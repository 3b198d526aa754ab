// What reads pictures in the page, out of the packages: programs and data of letters, gzipped, with digests in their names.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'fflate';

const require = createRequire(new URL('../sight/package.json', import.meta.url));
const PROGRAMS = {
  ocr: 'tesseract.js-core/tesseract-core-simd-lstm.wasm',
  pictures: '@cf-wasm/photon/photon.wasm',
  pdf: '@hyzyla/pdfium/pdfium.wasm',
  codes: 'zxing-wasm/reader/zxing_reader.wasm',
};
const LANGUAGES = '@tesseract.js-data';

/** Writes them into `out/sight`, and `out/sight.json`: each by the name that sight knows it by, with path, bytes and digest. */
export function copySight(out) {
  mkdirSync(join(out, 'sight'), { recursive: true });
  const languages = dirname(dirname(require.resolve(`${LANGUAGES}/eng/package.json`)));
  const parts = {};
  // No time of day in the header of the gzip: the same input gives the same bytes.
  for (const [name, file] of Object.entries(PROGRAMS)) parts[name] = write(gzipSync(readFileSync(require.resolve(file)), { level: 9, mtime: 0 }), name, out);
  for (const code of readdirSync(languages).sort())
    parts[code] = write(readFileSync(join(languages, code, '4.0.0_best_int', `${code}.traineddata.gz`)), code, out);
  writeFileSync(join(out, 'sight.json'), JSON.stringify(parts));
}

function write(bytes, name, out) {
  const hash = createHash('sha256').update(bytes);
  const path = `sight/${name}-${hash.copy().digest('hex').slice(0, 12)}.bin`;
  writeFileSync(join(out, path), bytes);
  return { path, bytes: bytes.length, integrity: `sha256-${hash.digest('base64')}` };
}
