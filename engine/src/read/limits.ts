/** What one message may cost. Each number says which attack it stops; over it the rest is told in `problems`, never thrown. */

/** Bytes of one message that are read: mail servers take 10 to 50 MB; more is a file that is no letter. */
export const MESSAGE_BYTES = 64 * 1024 * 1024;
/** Depth of multipart and message/rfc822: a forward of a forward of a forward is 6; 10,000 is a stack attack. */
export const PART_DEPTH = 32;
/** Parts of one message: a long digest has some hundreds; 200,000 empty ones cost a parser 13 seconds. */
export const PART_COUNT = 1_000;
/** Bytes of one header block: the longest real one in reach is below 60 KB; header bombs have megabytes. */
export const HEADER_BYTES = 256 * 1024;
/** Bytes of all header blocks of one message: 900 parts with 65 KB of fields each cost 14 seconds. */
export const HEADERS_BYTES = 4 * 1024 * 1024;
/** UTF-16 units of decoded text that are read in all parts together: about a thousand times a long letter. */
export const TEXT_UNITS = 4 * 1024 * 1024;
/**
 * Bytes of one text that are read from its beginning and from its end: letters hidden behind 10 MB of padding are found at
 * either end, what stands between is told as unread. The longest honest text in reach has 0.9 MB.
 */
export const TEXT_HEAD = 1024 * 1024;
export const TEXT_TAIL = 256 * 1024;
/** Share, and number, of letters of a text that could not be decoded, over which it was not read: a word in a hundred may be broken in honest mail. */
export const LOST_SHARE = 0.03;
export const LOST_LETTERS = 5;
/** Elements open at once in HTML: mail generators nest some 60 tables; 100,000 open divs are an attack on whoever keeps them all. */
export const OPEN_ELEMENTS = 512;
/** Attachments that are listed. */
export const ATTACHMENT_COUNT = 200;
/** Entries of a compound file (.msg): one with 200 attachments and 500 people has some 20,000; a file of directories alone fills memory. */
export const COMPOUND_ENTRIES = 65_536;
/** Bytes of RTF out of its compression: 64 MB that say "again" give 500. */
export const RTF_BYTES = 16 * 1024 * 1024;
/** Groups open at once in RTF: Word nests some 20; a million braces are a stack attack. */
export const RTF_DEPTH = 512;
/** Attached files of one TNEF: its smallest takes 11 bytes, so that a megabyte would list 95,000. */
export const TNEF_FILES = 1_000;
/** Depth of OCTET STRINGs in pieces: writers use 2; each level costs an attacker four bytes. */
export const BER_DEPTH = 16;
/** Sources inside texts inside sources, and texts behind them: a bounce of a bounce is 2; each step reads the rest of the text once more. */
export const SOURCE_DEPTH = 4;
/**
 * Bytes of a text in which sources, armour and boundaries are looked for: over it the text is read in its windows. Each is some
 * passes over all lines, and more behind each find: 60 MB of "--a" cost 13 seconds. A bounce brings a mail with its pictures.
 */
export const SOURCE_BYTES = 8 * 1024 * 1024;
/** Bytes of all texts of one message that are looked through for sources: seven texts of 8 MB, each read again behind four finds, would cost 20 seconds. */
export const SOURCES_BYTES = 4 * SOURCE_BYTES;
/** Fields of headers in texts that are kept: a long real header has 150; 60 MB of two-letter fields would be 12 million. */
export const PASTED_HEADERS = 1_000;
/**
 * Turns of a conversation that are kept, from its beginning and, more of them, from its end, where the threat stands: a year of daily
 * talk has some 4,000; a line a turn of a megabyte would be 200,000 parts, each folded and matched by itself.
 */
export const TURNS_FIRST = 300;
export const TURNS_LAST = 3_700;
/** Remarks between turns that are parts of their own; the rest of them are one: a file of nothing but turns and remarks by turns has as many as turns. */
export const REMARKS = 200;
/** Lines of a text, from its beginning and its end, in which a conversation is looked for: some twenty formats look at each. */
export const CHAT_LINES_FIRST = 1_200;
export const CHAT_LINES_LAST = 800;
/** Bytes of a chat in JSON or HTML that is taken apart: 10,000 messages of Instagram have 3 MB; parsing takes twenty times the memory of its text. */
export const EXPORT_BYTES = 4 * 1024 * 1024;
/** Depth of brackets in it: Telegram's has 8; a parser that calls itself for each falls at some ten thousand. */
export const JSON_DEPTH = 64;
