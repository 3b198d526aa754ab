/** A map (node, label) -> node in one flat array: open addressing, three slots an entry. What tries are built in. */
export class EdgeTable {
  private slots: Int32Array;
  private mask: number;
  private count = 0;

  constructor(size: number) {
    this.slots = new Int32Array(size * 3).fill(-1);
    this.mask = size - 1;
  }

  /** The node behind (node, label), or -1. */
  get(node: number, label: number): number {
    const { slots, mask } = this;
    let i = hash(node, label) & mask;
    for (;;) {
      const at = i * 3;
      const found = slots[at] as number;
      if (found === -1) return -1;
      if (found === node && slots[at + 1] === label) return slots[at + 2] as number;
      i = (i + 1) & mask;
    }
  }

  set(node: number, label: number, to: number): void {
    if (this.count * 2 > this.mask) this.grow();
    this.count++;
    this.put(node, label, to);
  }

  forEach(visit: (node: number, label: number, to: number) => void): void {
    for (let at = 0; at < this.slots.length; at += 3) {
      if (this.slots[at] !== -1) visit(this.slots[at] as number, this.slots[at + 1] as number, this.slots[at + 2] as number);
    }
  }

  private put(node: number, label: number, to: number): void {
    let i = hash(node, label) & this.mask;
    while (this.slots[i * 3] !== -1) i = (i + 1) & this.mask;
    this.slots[i * 3] = node;
    this.slots[i * 3 + 1] = label;
    this.slots[i * 3 + 2] = to;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2).fill(-1);
    this.mask = this.mask * 2 + 1;
    for (let at = 0; at < old.length; at += 3) {
      if (old[at] !== -1) this.put(old[at] as number, old[at + 1] as number, old[at + 2] as number);
    }
  }
}

function hash(node: number, label: number): number {
  let h = Math.imul(node, 0x9e3779b1) ^ Math.imul(label, 0x85ebca6b);
  h ^= h >>> 15;
  return Math.imul(h, 0x2c1b3c6d) >>> 7;
}
