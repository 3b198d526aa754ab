/** Signs that letters sent to millions carry too: in 166 of them, real and our own, others stood three times (a payment near the reader, secrecy). */
const OF_LETTERS: ReadonlySet<string> = new Set(['private-material', 'pressure', 'offender-ultimatum', 'short-countdown']);

export function isOfLetter(id: string): boolean {
  return OF_LETTERS.has(id);
}
