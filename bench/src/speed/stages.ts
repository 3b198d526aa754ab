import { Session } from 'node:inspector';

/** Where the time goes: rooms of the engine by the share of samples in them, and the functions that were on top most often. */
export type Stages = { readonly stages: readonly Share[]; readonly functions: readonly Share[] };
export type Share = { readonly name: string; readonly share: number };

/** Microseconds between two looks at the stack. */
const INTERVAL = 200;

type Node = { readonly id: number; readonly callFrame: { readonly functionName: string; readonly lineNumber: number }; readonly children?: readonly number[] };
type Profile = { readonly nodes: readonly Node[]; readonly samples?: readonly number[] };

/** Looks at the stack while the work runs. The work calls `detect`; what `detect` calls is a stage, and of `notice` what it calls. */
export function stagesOf(work: () => void): Stages {
  const session = new Session();
  session.connect();
  const post = (method: string, parameters?: object): Profile | undefined => {
    let profile: Profile | undefined;
    session.post(method, parameters, (error: Error | null, result?: object) => {
      if (error !== null) throw error;
      profile = (result as { profile?: Profile } | undefined)?.profile;
    });
    return profile;
  };
  post('Profiler.enable');
  post('Profiler.setSamplingInterval', { interval: INTERVAL });
  post('Profiler.start');
  work();
  const profile = post('Profiler.stop') as Profile;
  session.disconnect();
  return sharesOf(profile);
}

function sharesOf({ nodes, samples = [] }: Profile): Stages {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stageOf = new Map<number, string>();
  const walk = (id: number, above: string): void => {
    // Not by recursion: a stack may be as deep as the message made it.
    const open: [number, string][] = [[id, above]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [at, stage] = next;
      const node = byId.get(at) as Node;
      const own = stageAt(nameOf(node), stage);
      stageOf.set(at, own);
      for (const child of node.children ?? []) open.push([child, own]);
    }
  };
  walk((nodes[0] as Node).id, 'outside');
  const stages = new Map<string, number>();
  const functions = new Map<string, number>();
  let all = 0;
  for (const sample of samples) {
    const stage = stageOf.get(sample) ?? 'outside';
    if (stage === 'outside') continue;
    all++;
    stages.set(stage, (stages.get(stage) ?? 0) + 1);
    const name = nameOf(byId.get(sample) as Node);
    functions.set(name, (functions.get(name) ?? 0) + 1);
  }
  const shares = (counts: ReadonlyMap<string, number>): Share[] =>
    [...counts].map(([name, n]) => ({ name, share: n / Math.max(1, all) })).sort((a, b) => b.share - a.share);
  return { stages: shares(stages).filter(({ share }) => share >= 0.002), functions: shares(functions).slice(0, 10) };
}

/** The stage of a function under another stage. One without a name is a step on the way. */
function stageAt(name: string, above: string): string {
  if (name === '(garbage collector)') return name;
  if (above === 'outside') return name === 'detect' ? name : above;
  return (above === 'detect' || above === 'notice') && !name.startsWith('(') ? name : above;
}

/** Without what the bundler puts behind a name that two files have. */
function nameOf({ callFrame }: Node): string {
  return callFrame.functionName === '' ? `(line ${callFrame.lineNumber + 1})` : callFrame.functionName.replace(/\$\d+$/, '');
}
