/** The lines of `## words` about reading pictures, codes and papers: what was not read, and how far it is. */
export const SIGHT_WORDS = [
  'problem-sight-too-large',
  'problem-sight-pages',
  'problem-sight-time',
  'problem-sight-form',
  'problem-sight-broken',
  'problem-sight-locked',
  'problem-sight-no-words',
  'problem-sight-faint',
  'sight-progress',
] as const;
