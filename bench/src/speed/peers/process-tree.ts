import { readdirSync, readFileSync } from 'node:fs';

type Process = { readonly pid: number; readonly parent: number; readonly ticks: number; readonly pages: number };

/** Ticks of /proc/PID/stat a second, and bytes of a page: fixed for user programs on Linux on the machines that Node runs on. */
const TICKS = 100;
const PAGE = 4096;

/** A process, its children and theirs: what they have used, those that ended and were waited for included. */
export function treeOf(root: number): { readonly cpu: number; readonly resident: number; readonly pids: readonly number[] } {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? processOf(Number(name)) : []));
  const pids = new Set([root]);
  for (let size = 0; size !== pids.size; ) {
    size = pids.size;
    for (const { pid, parent } of all) if (pids.has(parent)) pids.add(pid);
  }
  const tree = all.filter(({ pid }) => pids.has(pid));
  return {
    cpu: (tree.reduce((sum, { ticks }) => sum + ticks, 0) * 1000) / TICKS,
    resident: (tree.reduce((sum, { pages }) => sum + pages, 0) * PAGE) / 1024 / 1024,
    pids: tree.map(({ pid }) => pid),
  };
}

function processOf(pid: number): readonly Process[] {
  try {
    // Behind the name in brackets: state, parent, ..., utime, stime, and both of the children that were waited for; rss is the 22nd.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').pop()?.split(' ').map(Number) ?? [];
    return [{ pid, parent: fields[1] as number, ticks: [11, 12, 13, 14].reduce((sum, k) => sum + (fields[k] as number), 0), pages: fields[21] as number }];
  } catch {
    return [];
  }
}

/** Ends a daemon and what it began; each by its own number. */
export async function endTree(root: number): Promise<void> {
  const { pids } = treeOf(root);
  const signal = (pid: number, name: NodeJS.Signals): boolean => {
    try {
      process.kill(pid, name);
      return true;
    } catch {
      return false;
    }
  };
  signal(root, 'SIGTERM');
  for (let k = 0; k < 40 && pids.some((pid) => processOf(pid).length > 0); k++) await new Promise((resolve) => setTimeout(resolve, 100));
  for (const pid of pids) signal(pid, 'SIGKILL');
}
