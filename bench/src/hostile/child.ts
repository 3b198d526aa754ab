import { pathToFileURL } from 'node:url';
import { beginsAsMbox, detect, type Knowledge, splitMbox } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { fuzzed } from '../fuzz/case.js';
import { ROOT } from '../root.js';
import { HOSTILE } from './all.js';
import type { Reply, Task } from './guard.js';
import { breachesOf } from './laws.js';

// Reads one hostile file after another in a process of its own: should one of them kill it, the others are still read.
const know: Knowledge = load(pathToFileURL(`${ROOT}doors/command/dist/shelf/`));

process.on('message', (task: Task) => {
  const id = 'fuzz' in task ? `seed ${task.fuzz}` : (HOSTILE[task.hostile]?.id ?? 'no such file');
  process.send?.(replyTo(id, 'fuzz' in task ? fuzzed(task.fuzz) : (HOSTILE[task.hostile]?.bytes() ?? new Uint8Array(0))));
});

function replyTo(id: string, bytes: Uint8Array): Reply {
  try {
    const before = process.cpuUsage();
    if (beginsAsMbox(bytes, true) === true)
      for (const message of splitMbox(bytes)) if (message.length > bytes.length) throw new Error('a message larger than its mailbox');
    const found = detect({ bytes, answers: {}, place: 'US', words: 'en', now: 0 }, know);
    const { user, system } = process.cpuUsage(before);
    return {
      id,
      bytes: bytes.length,
      cpu: (user + system) / 1000,
      peak: process.resourceUsage().maxRSS / 1024,
      verdict: found.verdict.kind,
      whole: found.mail.whole,
      breaches: breachesOf(found),
    };
  } catch (cause) {
    return { id, failed: `threw ${(cause as Error).stack ?? String(cause)}` };
  }
}
