import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { Cost } from './model.js';

/** A file of the list, or a message made from a seed. */
export type Task = { readonly hostile: number } | { readonly fuzz: number };
export type Failure = { readonly id: string; readonly failed: string };
export type Reply = Cost | Failure;

/** Megabytes of JavaScript objects that a reader may have; what is outside of them is seen in its peak. */
const HEAP = 1024;
/** Milliseconds of CPU after which a reader is taken to hang for ever; wall clock, times four, where a process's CPU cannot be seen. */
const PATIENCE = 20_000;
const LOOK_EVERY = 500;

/** A reader in a process of its own, which is watched, and begun anew when it dies. */
export class Guard {
  private child: ChildProcess | null = null;

  constructor(private readonly program: URL) {}

  run(task: Task): Promise<Reply> {
    this.child ??= fork(fileURLToPath(this.program), { execArgv: [`--max-old-space-size=${HEAP}`], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    const child = this.child;
    const id = JSON.stringify(task);
    const began = usedBy(child.pid as number);
    return new Promise((resolve) => {
      let words = '';
      const heard = (chunk: Buffer): void => {
        words = (words + chunk.toString()).slice(-2000);
      };
      const settle = (reply: Reply): void => {
        clearInterval(timer);
        child.stderr?.off('data', heard);
        child.removeAllListeners();
        resolve(reply);
      };
      const timer = setInterval(() => {
        if (usedBy(child.pid as number) - began < PATIENCE) return;
        this.child = null;
        child.once('exit', () => settle({ id, failed: `hung for more than ${PATIENCE / 1000} s of CPU` }));
        child.kill('SIGKILL');
      }, LOOK_EVERY);
      child.stderr?.on('data', heard);
      child.once('message', (reply: Reply) => settle(reply));
      child.once('exit', (code, signal) => {
        if (this.child !== child) return;
        this.child = null;
        settle({ id, failed: `the process died (${signal ?? code}): ${words.trim().split('\n').slice(0, 6).join(' | ')}` });
      });
      child.send(task);
    });
  }

  async end(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child === null || child.exitCode !== null) return;
    await new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill();
    });
  }
}

/** Milliseconds of CPU that a process has used: /proc/PID/stat counts hundredths of a second behind the name in brackets. */
function usedBy(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').pop()?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return performance.now() / 4;
  }
}
