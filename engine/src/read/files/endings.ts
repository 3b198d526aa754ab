/** What the end of a name promises, or what a double click on it does. */
export type EndingKind =
  | 'program'
  | 'script'
  | 'shortcut'
  | 'installer'
  | 'phone-app'
  | 'settings'
  | 'disk-image'
  | 'archive'
  | 'macro-document'
  | 'notebook'
  | 'page'
  | 'svg'
  | 'picture'
  | 'video'
  | 'sound'
  | 'pdf'
  | 'document'
  | 'text';

// Ends of names by what a double click or a tap on them does, on Windows, macOS, Linux and phones.
const ENDINGS: Readonly<Record<EndingKind, string>> = {
  program: 'exe scr pif com cpl dll ocx sys drv xll wll xbap gadget msc app elf run bin appimage',
  script:
    'bat cmd ps1 psm1 ps1xml psc1 vbs vbe vb js jse mjs wsf wsh wsc sct hta jar jnlp sh bash zsh csh command tool scpt scptd applescript workflow py pyw pyc pl rb php ahk au3 reg inf mht mhtml chm hlp application appref-ms cmdline action',
  shortcut: 'lnk url website webloc desktop iqy slk scf search-ms searchconnector-ms library-ms settingcontent-ms theme themepack rdp diagcab oqy rqy',
  installer: 'msi msp msix msixbundle appx appxbundle appinstaller pkg mpkg deb rpm snap flatpakref crx xpi vsix oxt',
  'phone-app': 'apk xapk apks apkm aab ipa',
  settings: 'mobileconfig',
  'disk-image': 'iso img ima vhd vhdx vmdk dmg toast nrg bin cue udf wim',
  archive: 'zip rar 7z gz tgz tar bz2 xz zst lzh lha cab arj ace z zipx alz egg',
  'macro-document': 'docm dotm xlsm xltm xlam xlsb pptm potm ppsm ppam sldm accde accdb mdb mde',
  notebook: 'one onepkg onetoc2',
  page: 'html htm xhtml shtml xht',
  svg: 'svg svgz',
  picture: 'jpg jpeg jpe jfif png gif webp heic heif avif bmp tif tiff ico',
  video: 'mp4 m4v mov avi mkv webm wmv mpg mpeg 3gp flv ts',
  sound: 'mp3 m4a wav ogg oga opus flac aac amr wma',
  pdf: 'pdf',
  document: 'doc docx dot dotx rtf odt ods odp odg xls xlsx xlt xltx csv ppt pptx pps ppsx pages numbers key epub xps eml msg ics vcf hwp hwpx',
  text: 'txt text log md json xml yml yaml ini conf cfg asc patch diff tex',
};

const KIND_OF: ReadonlyMap<string, EndingKind> = new Map(
  (Object.keys(ENDINGS) as EndingKind[]).flatMap((kind) => ENDINGS[kind].split(' ').map((ending): [string, EndingKind] => [ending, kind])),
);

/** What runs, installs or mounts something when it is opened. */
const RUNS: ReadonlySet<EndingKind> = new Set([
  'program',
  'script',
  'shortcut',
  'installer',
  'phone-app',
  'settings',
  'disk-image',
  'macro-document',
  'notebook',
]);

export function runs(kind: EndingKind | null): boolean {
  return kind !== null && RUNS.has(kind);
}

// Nothing is seen of these in a name, or they turn it round.
const UNSEEN = /[\p{Cf}\p{Mn}]/gu;
const TURNED = /[\u202d\u202e]/;
const TURNED_ISOLATE = /[\u202b\u2067]/;
/** Blanks that push the end of a name out of sight; two are a typing mistake. */
const PUSHED = /[\s\u00a0\u2000-\u200a\u2800\u3000\u3164_]{5,}\.[a-z0-9-]{1,20}$/i;
/** Dots that look like dots: the system does not take them for one, so the end behind them is no end. */
const BETWEEN = /[\s\u00a0\u2800\u3000.]+$/;

export type Name = {
  /** Kind of the last end, the one that counts for the system; null: unknown or none. */
  readonly kind: EndingKind | null;
  readonly ending: string;
  /** Kind of the end before it: what the name wants to look like. */
  readonly pretends: EndingKind | null;
  /** Letters of it run the other way, so that another end is shown. */
  readonly turned: boolean;
  /** Its end is pushed out of sight by blanks. */
  readonly pushed: boolean;
};

/** Reads a file's name as the system does: without what is not seen, and without blanks and dots at its end, which Windows drops. */
export function readName(name: string): Name {
  const bare = name.replace(UNSEEN, '').replace(BETWEEN, '');
  const pieces = bare.toLowerCase().split(/[./\\]/);
  const ending = pieces.length > 1 ? (pieces.at(-1) ?? '').trim() : '';
  const before = pieces.length > 2 ? (pieces.at(-2) ?? '').trim().replace(/[\s_-]+$/, '') : '';
  const kind = KIND_OF.get(ending) ?? null;
  return {
    kind,
    ending,
    pretends: KIND_OF.get(before) ?? null,
    turned: TURNED.test(name) || (TURNED_ISOLATE.test(name) && runs(kind)),
    pushed: PUSHED.test(bare),
  };
}
