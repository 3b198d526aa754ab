import type { WordId } from '../language/words.js';
import { Speech } from './speech.js';

/** Says the name of a sentence in place of the sentence: whatever the house is asked to say with it can be said. */
export class Naming extends Speech {
  /** Every name asked for, in the order of the first asking. */
  readonly asked = new Set<string>();

  constructor() {
    super({ voices: [] }, '');
  }

  override knows(): boolean {
    return true;
  }

  override say(id: WordId, slots: Readonly<Record<string, string>> = {}): string {
    // A sentence within a sentence is named behind it.
    return `${this.named(id)}${slots['sentence'] ?? ''}${slots['real'] ?? ''}`;
  }

  override section(id: string, variant: string | null = null): { readonly title: string; readonly text: string } {
    return { title: this.named(`${id}:title`), text: this.named(variant === null ? id : `${id}/${variant}`) };
  }

  private named(name: string): string {
    this.asked.add(name);
    return `⟦${name}⟧`;
  }
}

/** The names that stand in what was said with a `Naming`. */
export function namesIn(said: string): string[] {
  return said
    .split('⟦')
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf('⟧')));
}
