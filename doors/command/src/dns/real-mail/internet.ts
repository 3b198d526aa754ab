import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What a mail server can know of a letter while it is handed over. */
export type Handover = {
  readonly clientAddress: string;
  readonly helo: string;
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
  readonly message: Buffer;
};

/**
 * The Internet between two mail servers, in the test: passes a connection on as coming from `address`, which the receiving server
 * is told in the PROXY protocol, and keeps what was handed over.
 */
export class Internet {
  readonly handovers: Handover[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(address: string, port: number): Promise<Internet> {
    const server = createServer();
    const internet = new Internet(server);
    server.on('connection', (client) => internet.carry(client, address, port));
    server.listen(0, '127.0.0.1');
    await new Promise((settle) => server.once('listening', settle));
    return internet;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((settle) => this.server.close(settle));
  }

  private carry(client: Socket, address: string, port: number): void {
    const server = connect(port, '127.0.0.1');
    const said: Buffer[] = [];
    server.write(`PROXY TCP4 ${address} 192.0.2.25 40000 25\r\n`);
    client.on('data', (chunk) => {
      said.push(chunk);
      server.write(chunk);
    });
    server.on('data', (chunk) => client.write(chunk));
    client.on('close', () => {
      this.keep(Buffer.concat(said), address);
      server.end();
    });
    server.on('close', () => client.end());
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
  }

  private keep(said: Buffer, clientAddress: string): void {
    const text = said.toString('latin1');
    const data = /\r\nDATA\r\n/i.exec(text);
    const end = text.indexOf('\r\n.\r\n', data?.index ?? 0);
    if (data === null || end < 0) return;
    const message = text.slice(data.index + data[0].length, end + 2).replaceAll('\r\n.', '\r\n');
    this.handovers.push({
      clientAddress,
      helo: /^(?:EHLO|HELO) (\S+)/im.exec(text)?.[1] ?? '',
      mailFrom: /^MAIL FROM:<([^>]*)>/im.exec(text)?.[1] ?? '',
      rcptTo: [...text.slice(0, data.index).matchAll(/^RCPT TO:<([^>]*)>/gim)].map((match) => match[1] as string),
      message: Buffer.from(message, 'latin1'),
    });
  }
}

/** Hands a letter to a mail server (RFC 5321), as any program can. Rejects on an answer that is no success. */
export async function hand(port: number, helo: string, mailFrom: string, rcptTo: string, letter: string): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  const replies = repliesOf(socket);
  const say = async (line: string, wanted: string): Promise<void> => {
    socket.write(`${line}\r\n`);
    const reply = await replies();
    if (!reply.startsWith(wanted)) throw new Error(`${line.slice(0, 60)}: ${reply}`);
  };
  try {
    const greeting = await replies();
    if (!greeting.startsWith('220')) throw new Error(greeting);
    await say(`EHLO ${helo}`, '250');
    await say(`MAIL FROM:<${mailFrom}>`, '250');
    await say(`RCPT TO:<${rcptTo}>`, '250');
    await say('DATA', '354');
    await say(`${letter.replace(/^\./gm, '..')}\r\n.`, '250');
    await say('QUIT', '221');
  } finally {
    socket.destroy();
  }
}

/** The next whole reply of a server, with all its lines. */
function repliesOf(socket: Socket): () => Promise<string> {
  let held = '';
  let wake = (): void => {};
  let closed = false;
  socket.on('data', (chunk) => {
    held += chunk.toString('latin1');
    wake();
  });
  const close = (): void => {
    closed = true;
    wake();
  };
  socket.on('close', close);
  socket.on('error', close);
  return async () => {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(held);
      if (whole !== null) {
        held = held.slice(whole[0].length);
        return whole[0].trim();
      }
      if (closed) throw new Error(`the server closed: ${held}`);
      await new Promise<void>((settle) => {
        wake = settle;
      });
    }
  };
}
