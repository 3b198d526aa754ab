import { Worker } from 'node:worker_threads';

/** Milliseconds for which the threads read. */
const LENGTH = 4000;

/** Messages a second of so many threads, each of which reads all mails again and again; they begin at the same moment, warm. */
export async function messagesASecond(mails: readonly Uint8Array[], threads: number): Promise<number> {
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./speed-thread.js', import.meta.url), { workerData: { mails, milliseconds: LENGTH } }),
  );
  const said = (worker: Worker): Promise<number> => new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  await Promise.all(workers.map(said));
  const counts = workers.map(said);
  for (const worker of workers) worker.postMessage('go');
  const total = (await Promise.all(counts)).reduce((sum, n) => sum + n, 0);
  await Promise.all(workers.map((worker) => worker.terminate()));
  return total / (LENGTH / 1000);
}
