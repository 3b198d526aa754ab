import { createSocket } from 'node:dgram';

/** A name server on loopback that knows nobody, at once: a filter whose questions go nowhere waits, and waiting is not what is measured. */
export async function nobodyHome(): Promise<{ readonly port: number; readonly end: () => void }> {
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => {
    if (question.length < 12) return;
    const answer = Buffer.from(question);
    // Response, recursion available, NXDOMAIN (RFC 1035 4.1.1); no records but the question.
    answer.writeUInt16BE(0x8183, 2);
    answer.fill(0, 6, 12);
    socket.send(answer, from.port, from.address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', resolve);
  });
  return { port: socket.address().port, end: () => socket.close() };
}
