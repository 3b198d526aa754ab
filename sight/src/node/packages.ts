import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { HeifModule, Host, OcrFactory } from '../host.js';
import { bounded } from '../bounded.js';
import { MEGABYTES } from '../limits.js';

const require = createRequire(import.meta.url);

/** Files of the packages that came with the program. */
const FILES = {
  ocr: 'tesseract.js-core/tesseract-core-simd-lstm.wasm',
  pictures: '@cf-wasm/photon/photon.wasm',
  pdf: '@hyzyla/pdfium/pdfium.wasm',
  codes: 'zxing-wasm/reader/zxing_reader.wasm',
} as const;

/** Memory (MB) of what unpacks HEIC: 40 megapixels take 160 MB as they are shown, and as much on the way. */
const HEIF_MEGABYTES = 512;

/** What sight needs, out of the packages in `node_modules`. Opens no socket. */
export const packages: Host = {
  wasm: async (of) => bounded(await readFile(require.resolve(FILES[of])), MEGABYTES[of]),
  ocr: async () => require('tesseract.js-core/tesseract-core-simd-lstm.js') as OcrFactory,
  language: async (code) => {
    try {
      return gunzipSync(await readFile(require.resolve(`@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`)));
    } catch {
      return null;
    }
  },
  heif: async () => {
    const wasmBinary = bounded(await readFile(require.resolve('libheif-js/libheif-wasm/libheif.wasm')), HEIF_MEGABYTES);
    const quiet = (): void => {};
    return (await (require('libheif-js/libheif-wasm/libheif.js') as HeifFactory)({ wasmBinary, print: quiet, printErr: quiet })) as HeifModule;
  },
};

type HeifFactory = (options: { readonly wasmBinary: Uint8Array; readonly print: () => void; readonly printErr: () => void }) => Promise<unknown>;
