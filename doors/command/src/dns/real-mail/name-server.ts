import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** Types of RFC 1035 (3.2.2) that the tests ask for. */
const TYPES = { A: 1, PTR: 12, MX: 15, TXT: 16, AAAA: 28 } as const;

/** TXT and A records by name; a name that is here has no others, and what is not here does not exist. */
export type ZoneFile = Readonly<Record<string, { readonly txt?: readonly string[]; readonly a?: readonly string[] }>>;

/** A name server for tests, on the loopback: `zone` may be changed while it runs; null: it does not answer. */
export class NameServer {
  readonly asked: string[] = [];

  private constructor(
    private readonly socket: Socket,
    public zone: ZoneFile | null,
  ) {
    socket.on('message', (question, { address, port }) => {
      const answer = this.answer(question);
      if (answer !== null) socket.send(answer, port, address);
    });
  }

  static async start(zone: ZoneFile): Promise<NameServer> {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new NameServer(socket, zone);
  }

  get port(): number {
    return (this.socket.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.socket.close();
    await once(this.socket, 'close');
  }

  private answer(question: Buffer): Buffer | null {
    const labels: string[] = [];
    let at = 12;
    for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
      labels.push(question.toString('latin1', at + 1, at + 1 + length));
      at += 1 + length;
    }
    const type = question.readUInt16BE(at + 1);
    const name = labels.join('.').toLowerCase();
    this.asked.push(`${name} ${Object.entries(TYPES).find(([, number]) => number === type)?.[0] ?? type}`);
    if (this.zone === null) return null;
    const held = this.zone[name];
    const data =
      type === TYPES.TXT ? (held?.txt ?? []).map(characterStrings) : type === TYPES.A ? (held?.a ?? []).map((a) => Buffer.from(a.split('.').map(Number))) : [];
    const header = Buffer.alloc(12);
    question.copy(header, 0, 0, 2);
    // A response, authoritative, recursion as it was asked for and available; 3: there is no such name.
    header.writeUInt16BE(0x8480 | (question.readUInt16BE(2) & 0x0100) | (held === undefined ? 3 : 0), 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(data.length, 6);
    const records = data.map((bytes) => {
      const fixed = Buffer.alloc(12);
      fixed.writeUInt16BE(0xc00c, 0);
      fixed.writeUInt16BE(type, 2);
      fixed.writeUInt16BE(1, 4);
      fixed.writeUInt32BE(60, 6);
      fixed.writeUInt16BE(bytes.length, 10);
      return Buffer.concat([fixed, bytes]);
    });
    return Buffer.concat([header, question.subarray(12, at + 5), ...records]);
  }
}

/** A text as the strings of at most 255 bytes that a TXT record holds. */
function characterStrings(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  const strings: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const piece = bytes.subarray(at, at + 255);
    strings.push(Buffer.from([piece.length]), piece);
  }
  return Buffer.concat(strings);
}
