/** Lines of a chat that are enough to call a text one: two turns. */
const TURNS = 2;
/** Lines looked at. */
const LINES = 400;
// "mia_22: hey", "[14/03/2025, 23:41] Elena: ...", "22:14 みお　...", "あいて「何さい？」".
const TURN = /^\s{0,4}(?:\[[^\]]{4,30}\] ?)?(?:\d{1,2}:\d{2}\s+)?([^\s:：「」]{1,24}(?: [^\s:：]{1,16})?)\s?(?:[:：](?!\/\/)|「)\s?\S/;
const STAMP = /^\s{0,4}(?:\[\d{1,4}[/.-]\d{1,2}|\d{1,2}:\d{2}\s)/;

/** True if a pasted text looks like a conversation: turns with a speaker, or lines with a time of day. */
export function isDialogue(text: string): boolean {
  let turns = 0;
  for (const line of text.split('\n', LINES)) if (line.length < 2_000 && (TURN.test(line) || STAMP.test(line))) turns++;
  return turns >= TURNS;
}

/**
 * True if one name stands before two lines at least: somebody speaks twice, also where letters around a talk keep it from being
 * read in turns. The fields and sums of a letter have a name each.
 */
export function hasSpeaker(text: string): boolean {
  const names = new Set<string>();
  for (const line of text.split('\n', LINES)) {
    const name = line.length < 2_000 ? TURN.exec(line)?.[1] : undefined;
    if (name === undefined) continue;
    if (names.has(name)) return true;
    names.add(name);
  }
  return false;
}
