/** What sight is given by its surroundings, Node or browser: the bytes of its programs and data, which came with the packages. */
export type Host = {
  readonly wasm: (of: Program) => Promise<Uint8Array>;
  /** The factory of tesseract.js-core. */
  readonly ocr: () => Promise<OcrFactory>;
  /** `*.traineddata` of one language, out of its compression; null where it is not there. */
  readonly language: (code: string) => Promise<Uint8Array | null>;
  /** What unpacks HEIC, loaded when one comes; where it is missing, such a picture is of a form that is not read. */
  readonly heif?: () => Promise<HeifModule>;
};

export type Program = 'ocr' | 'pictures' | 'pdf' | 'codes';

export type OcrFactory = (options: {
  readonly wasmBinary: Uint8Array;
  readonly print: (line: string) => void;
  readonly printErr: (line: string) => void;
  readonly TesseractProgress: (percent: number) => void;
}) => Promise<OcrModule>;

/** The part of tesseract.js-core that is used. */
export type OcrModule = {
  readonly FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
  readonly TessBaseAPI: new () => OcrApi;
  destroy(api: OcrApi): void;
};

export type OcrApi = {
  /** `engine`: 1 is LSTM. Gives 0 where it could. */
  Init(path: null, language: string, engine: number): number;
  SetVariable(name: string, value: string): boolean;
  /** Reads the file `/input`; 0 where it could. */
  SetImageFile(orientation: number, angle: number): number;
  Recognize(monitor: null): number;
  GetJSONText(): string;
  End(): void;
};

/** The part of libheif-js that is used. */
export type HeifModule = { readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly HeifImage[] } };

export type HeifImage = {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  /** Gives null where it cannot be unpacked. */
  display(into: HeifRoom, shown: (room: HeifRoom | null) => void): void;
  free(): void;
};

type HeifRoom = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };
