/** An International Bank Account Number in groups of four, if its check digits are right (ISO 13616, remainder 1 of 97); else null. */
export function iban(found: string): string | null {
  const compact = found.replace(/ /g, '');
  if (compact.length < 15 || compact.length > 34) return null;
  let rest = 0;
  for (const sign of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1 ? (compact.match(/.{1,4}/g) ?? []).join(' ') : null;
}
