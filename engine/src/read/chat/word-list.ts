/** Words out of lines in which commas part them: a table that a speaker can read and mend. */
export function wordList(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(', '));
}
