import { latin1 } from '../ascii.js';
import type { PartId, Seen, SeenText, Unseen } from '../model.js';
import { kindOf } from './files/kinds.js';
import { listZip } from './files/zip.js';
import type { Gathered } from './walk.js';

/** Texts of one file that are taken from sight: a PDF gives one or two, a sheet of stickers some twenty QR codes. */
const TEXTS = 100;
/** Units of text from which on a picture without any photo in it is a letter: then it is read like one, and shows nobody. */
const LETTER_UNITS = 200;

/** Which of its files a message shows to sight, and what sight read in them. */
export class Eyes {
  readonly files: Unseen[] = [];
  private readonly seen: ReadonlyMap<PartId, Seen>;

  /** `keeps`: the files are wanted, with their bytes. */
  constructor(
    seen: readonly Seen[],
    private readonly keeps: boolean,
  ) {
    this.seen = new Map(seen.map((one) => [one.part, one]));
  }

  /** Something is wanted of them: where not, no file is looked at. */
  get open(): boolean {
    return this.keeps || this.seen.size > 0;
  }

  /** What sight read in a file; null where it read nothing, or there is nothing that it could read. */
  look(part: PartId, name: string, bytes: Uint8Array): Seen | null {
    if (!this.open) return null;
    const kind = kindOfUnseen(bytes);
    if (kind === null) return null;
    if (this.keeps) this.files.push({ part, name, kind, bytes });
    return this.seen.get(part) ?? null;
  }
}

export const NO_EYES = new Eyes([], false);

/** Documents by the one file that each of them holds: OOXML (ECMA-376) and OpenDocument (ISO 26300). */
const DOCUMENT = /^(word\/document\.xml|content\.xml)$/;

/** What sight may read in it; null where it is nothing of the kind. */
export function kindOfUnseen(bytes: Uint8Array): Unseen['kind'] | null {
  const kind = kindOf(bytes);
  if (kind === 'picture' || kind === 'pdf') return kind;
  // The mark may stand behind some bytes (ISO 32000-1, annex H, note 13), and readers take it there.
  if (kind === null && latin1(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  return kind === 'zip' && listZip(bytes).entries.some(({ name }) => DOCUMENT.test(name)) ? 'document' : null;
}

/** True where a picture is one of words: what it holds was read, and it is no photo of anybody. */
export function isLetter({ texts }: Seen): boolean {
  return texts.some(({ medium, text, bubbles, flat }) => medium === 'image' && flat === true && bubbles === undefined && text.trim().length >= LETTER_UNITS);
}

const PLACE: Readonly<Record<SeenText['medium'], string>> = { image: 'ocr', scan: 'ocr', pdf: 'pdf', qr: 'qr', document: 'document' };

/** The parts that sight's texts become, within `room` units of text; `cut`: not all of them fit. */
export function partsOf({ part, texts }: Seen, room: number): { readonly parts: Gathered['parts']; readonly units: number; readonly cut: boolean } {
  const parts: Gathered['parts'] = [];
  const count = new Map<string, number>();
  let units = 0;
  for (const { medium, text, bubbles, repaired } of texts.slice(0, TEXTS)) {
    const taken = text.slice(0, Math.max(0, room - units));
    const place = PLACE[medium];
    const n = (count.get(place) ?? 0) + 1;
    count.set(place, n);
    units += taken.length;
    const within = bubbles?.filter(({ end }) => end <= taken.length) ?? [];
    parts.push({
      id: `${part}/${place}${n === 1 ? '' : `.${n}`}`,
      kind: 'text',
      text: taken,
      medium,
      ...(within.length > 0 ? { bubbles: within } : {}),
      ...(repaired === undefined ? {} : { repaired }),
    });
  }
  return { parts, units, cut: texts.length > TEXTS || texts.reduce((sum, { text }) => sum + text.length, 0) > units };
}
