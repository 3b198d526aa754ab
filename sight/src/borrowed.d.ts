// All that sight borrows from its host beside the language, Node or browser alike.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class RuntimeError extends Error {}
}
interface ImageData {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly colorSpace: 'srgb' | 'display-p3';
}
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  const factory: import('./host.js').OcrFactory;
  export default factory;
}
