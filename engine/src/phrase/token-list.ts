/** Tokens of some texts in one piece of memory: an array each for a text of a line or two costs more than its words. */
const ROOM = 1 << 16;

type Room = { readonly start: Uint32Array; readonly end: Uint32Array; readonly position: Uint32Array; readonly cls: Int32Array };

let room = roomFor(0);
let used = 0;

function roomFor(size: number): Room {
  return { start: new Uint32Array(size), end: new Uint32Array(size), position: new Uint32Array(size), cls: new Int32Array(size) };
}

/** Where the tokens of one text are laid down. */
export class TokenList {
  count = 0;
  position = 0;
  private readonly room: Room;
  private readonly from: number;

  /** `most` tokens have room. What an earlier list holds stays as it is. */
  constructor(most: number) {
    if (used + most > room.start.length) {
      room = roomFor(Math.max(ROOM, most));
      used = 0;
    }
    this.room = room;
    this.from = used;
  }

  push(start: number, end: number, cls: number): void {
    const { room } = this;
    const at = this.from + this.count++;
    room.start[at] = start;
    room.end[at] = end;
    room.cls[at] = cls;
    room.position[at] = this.position++;
  }

  /** The tokens, behind which the next list begins. */
  close(): Room {
    const { room, from } = this;
    const to = from + this.count;
    used = to;
    return {
      start: room.start.subarray(from, to),
      end: room.end.subarray(from, to),
      position: room.position.subarray(from, to),
      cls: room.cls.subarray(from, to),
    };
  }
}
