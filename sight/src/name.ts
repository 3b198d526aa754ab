import type { Unseen } from '@hattari/engine';

/** What a file is called in a sentence: its name without its folders, or what it is. */
export function nameOf({ name, kind }: Pick<Unseen, 'name' | 'kind'>): string {
  const last = name.split(/[/\\]/).pop() ?? '';
  return last === '' || last === '-' ? kind : last.slice(0, 100);
}
