import type { Knowledge, Voice } from '../language/knowledge.js';
import type { WordId } from '../language/words.js';

/** The language that stands in for what another has not translated yet; the build refuses holes in it. */
const STAND_IN = 'en';
const NO_SLOTS: Readonly<Record<string, string>> = {};

/** Says words in one language; what it lacks is said in English, and `lacks` tells so. */
export class Speech {
  readonly code: string;
  readonly draft: boolean;
  lacks = false;
  private readonly own: Voice | undefined;
  private readonly standIn: Voice | undefined;

  constructor(know: Pick<Knowledge, 'voices'>, code: string) {
    this.own = know.voices.find((voice) => voice.code === code);
    this.standIn = know.voices.find((voice) => voice.code === STAND_IN);
    this.code = this.own?.code ?? STAND_IN;
    this.draft = (this.own ?? this.standIn)?.draft ?? true;
  }

  /** The language that stands in, for a sentence that this one may not say yet. */
  english(): Speech {
    return new Speech({ voices: this.standIn === undefined ? [] : [this.standIn] }, STAND_IN);
  }

  /** Whether the language itself has the sentence. */
  knows(id: WordId): boolean {
    return this.own?.words[id] !== undefined;
  }

  /** A sentence of `## words`, its slots filled. */
  say(id: WordId, slots: Readonly<Record<string, string>> = NO_SLOTS): string {
    const own = this.own?.words[id];
    if (own === undefined) this.lacks = true;
    const sentence = own ?? this.standIn?.words[id] ?? id;
    // Most have no slot.
    return slots === NO_SLOTS || !sentence.includes('{') ? sentence : sentence.replace(/\{([a-z]+)\}/g, (slot, name: string) => slots[name] ?? slot);
  }

  /** Title and explanation of a section; a variant without its own title takes that of its claim. */
  section(id: string, variant: string | null = null): { readonly title: string; readonly text: string } {
    const key = variant === null ? id : `${id}/${variant}`;
    for (const voice of [this.own, this.standIn]) {
      const base = voice?.sections[id];
      const found = voice?.sections[key] ?? base;
      if (found !== undefined) {
        if (voice !== this.own) this.lacks = true;
        return { title: base?.title || found.title, text: found.text };
      }
    }
    return { title: id, text: '' };
  }
}
