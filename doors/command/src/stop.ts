/** A wish to stop that reaches whoever waits for input: asked once, for all. */
export class Stop {
  asked = false;
  private readonly waiting = new Set<() => void>();

  ask(): void {
    this.asked = true;
    for (const call of [...this.waiting]) call();
  }

  /** Calls back when it is asked; gives what takes that back. */
  on(call: () => void): () => void {
    this.waiting.add(call);
    return () => void this.waiting.delete(call);
  }
}
