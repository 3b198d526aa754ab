import { readdirSync, readFileSync } from 'node:fs';
import { read } from '@hattari/engine';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';

// Our own reader keeps parts apart and never throws; a kept library says whether it reads the same words.
const SAMPLES = new URL('../../samples/', import.meta.url);
const bare = (text: string): string => text.replace(/\s+/g, '');

describe('our reader and postal-mime read the same', () => {
  test.each(readdirSync(SAMPLES).filter((name) => name.endsWith('.eml')))('%s', async (name) => {
    const bytes = readFileSync(new URL(name, SAMPLES));
    const ours = read({ bytes });
    const theirs = await PostalMime.parse(bytes);
    expect(ours.parts.find((part) => part.id === 'subject')?.text).toBe(theirs.subject);
    expect(bare(ours.parts.find((part) => part.kind === 'text')?.text ?? '')).toBe(bare(theirs.text ?? ''));
    expect(ours.from[0]?.address).toBe(theirs.from?.address);
  });
});
