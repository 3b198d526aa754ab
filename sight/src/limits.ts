/** What looking at the files of one message may cost. Each number says which attack it stops; over it the rest is told. */

/** Bytes of one file: a photo of a phone has 3 to 12 MB. */
export const FILE_BYTES = 20 * 1024 * 1024;
/** Pixels of one picture, by its header, before anything is unpacked: 50,000 x 50,000 fit in 300 KB of PNG and would take 10 GB. */
export const PIXELS = 40_000_000;
/** Pages of one PDF: letters have one to four. */
export const PAGES = 50;
/** Files of one message that are looked at: a mail with 200 pictures is an album, or an attack on whoever reads them all. */
export const FILES = 50;
/** Milliseconds that one message may take in all; a screenshot takes one to four seconds. */
export const PATIENCE = 30_000;
/** Pixels that are given to OCR at once: an A4 page at 300 dpi has 8.7 million, and over that letters only get larger. */
export const OCR_PIXELS = 12_000_000;
/** Pixels across or down below which no word and no QR code can stand: the spacers and dots of mail. */
export const SMALLEST = 12;
/** QR codes of one picture: a sheet of stickers has some twenty. */
export const CODES = 32;
/** Bytes that come out of one document: a book has 2 MB of letters; a bomb of a few KB gives gigabytes. */
export const DOCUMENT_BYTES = 16 * 1024 * 1024;
/** Bytes pushed at a time while unpacking: of a bomb a thousand times as many come out, and no more behind the limit. */
export const PUSH = 1024;
/** Pictures within one document that are looked at. */
export const DOCUMENT_PICTURES = 10;
/** Letters in the text of a page from which on it is read as text; a page number and a line of a scanner are fewer. */
export const PAGE_LETTERS = 40;
/** Megabytes of memory that each program may take: what it unpacks is hostile. */
export const MEGABYTES = { ocr: 1_024, pictures: 768, pdf: 768, codes: 512 } as const;
