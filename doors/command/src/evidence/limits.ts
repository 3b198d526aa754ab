/** What one pack may hold: it is read by people, printed, and written in one step. Over a number nothing is made, or the rest is told where it stands. */

/** Messages in one pack: more than a desk reads; a mailbox of 50,000 would be a report that no program opens. */
export const PACK_MESSAGES = 200;
/** Bytes of all files together. They stay in memory, so that what is hashed is what was read, and one message may have 64 MB. */
export const INPUT_BYTES = 128 * 1024 * 1024;
/** UTF-16 units of decoded text in all messages together: 200 messages of the engine's own limit would be 1.6 GB. */
export const PACK_UNITS = 16 * 1024 * 1024;
/** Units of one message that the report prints, some thirty pages; the longest chat of a week in reach has 60,000. All of it stands in its text file. */
export const MESSAGE_UNITS = 100_000;
/** Units that the report prints in all, some six hundred pages: a browser still lays them out. */
export const REPORT_UNITS = 2_000_000;
/** What a turn of a conversation costs of these besides its text: a row of a table. 100,000 empty turns would be a page that does not open. */
export const TURN_UNITS = 60;
/** Accounts, numbers and addresses of one message that are listed: a mail that lists a million is made to fill paper. */
export const LISTED = 200;
/** Fields of a header that are shown, and units of each: 4,000 `Received` lines of 60 KB pass the reader. */
export const FIELDS = 40;
export const FIELD_UNITS = 1_000;
/** Bytes of a manifest that is read back before a pack is removed; one of 200 messages has 60 KB. */
export const MANIFEST_BYTES = 1024 * 1024;
