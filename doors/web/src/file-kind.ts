/** First bytes of files that are no message: [where, bytes in hex]. */
const PICTURES: readonly Signature[] = [
  [0, 'ffd8ff'],
  [0, '89504e470d0a1a0a'],
  [0, '474946383761'],
  [0, '474946383961'],
  [0, '424d'],
  [0, '49492a00'],
  [0, '4d4d002a'],
  [8, '57454250'],
  [4, '6674797068656963'],
  [4, '6674797061766966'],
  [4, '667479706d696631'],
  [0, '25504446'],
];
const OTHERS: readonly Signature[] = [
  [4, '66747970'],
  [0, '1a45dfa3'],
  [0, '52494646'],
  [0, '4f676753'],
  [0, '494433'],
  [0, '504b0304'],
  [0, '377abcaf271c'],
  [0, '526172211a07'],
  [0, '1f8b08'],
  [0, '7f454c46'],
];
type Signature = readonly [at: number, hex: string];

/** Names of the first file within documents of Word and OpenDocument (ECMA-376, ISO 26300). */
const FIRST_WITHIN = /^(\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|mimetypeapplication\/vnd\.oasis\.)/;
/** Where that name stands in an archive (APPNOTE 4.3.7). */
const NAME_AT = 30;

/** Bytes of a file that decide. */
export const LOOKED_AT = 64;

/** What a file is by its first bytes: a picture, PDF or document is asked about first, what cannot hold a message is not read. */
export function kindOf(head: Uint8Array): 'picture' | 'no-message' | 'message' {
  // A letter may begin with "BM" or "RIFF"; none of them holds a zero byte so early.
  const isBinary = head.subarray(0, LOOKED_AT).includes(0) || head[0] === 0x25 || head[0] === 0xff || head[0] === 0x1f;
  const has = ([at, hex]: Signature): boolean => hex.match(/../g)?.every((byte, k) => head[at + k] === Number.parseInt(byte, 16)) ?? false;
  if (!isBinary) return 'message';
  if (PICTURES.some(has)) return 'picture';
  if (has([0, '504b0304']) && FIRST_WITHIN.test(String.fromCharCode(...head.subarray(NAME_AT)))) return 'picture';
  if (OTHERS.some(has) || (head[0] === 0x4d && head[1] === 0x5a)) return 'no-message';
  return 'message';
}
