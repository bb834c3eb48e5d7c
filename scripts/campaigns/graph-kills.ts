/**
 * Kills runs of a task graph of 200 nodes at random moments, goes on with them, and checks what the log promises: no
 * finished node runs again, no acknowledged turn is lost or doubled, and every run ends with the digest of an
 * undisturbed one of the same seed.
 *
 *   npm exec -- node scripts/campaigns/graph-kills.ts [--kills 100] [--seed 1]
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { agentnet, fail, type Json, jsonOf, killed, newHome, seededChance } from './killed-runs.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const killsWanted = Number(values.kills);
const TASKS = 176;
const WIDTH = 8;

const chance = seededChance(Number(values.seed));

/** Layers of 12 tasks, and behind them a node of each kind that makes others during the run: 200 nodes in all. */
const graphOf = (seed: number) => {
  const agents = ['Athena', 'Apollo', 'Hermes'];
  const tasks = Array.from({ length: TASKS }, (_, index) => ({
    id: `t${index}`,
    prompt: `Part ${index} of plan ${seed}: what does it take?`,
    agent: agents[index % 3],
    deps:
      index < 12
        ? []
        : [...new Set([5, 7, 11].slice(0, 1 + (index % 3)).map((step) => index - 12 - ((index * step) % 12)))]
            .filter((dep) => dep >= 0)
            .map((dep) => `t${dep}`),
  }));
  return {
    name: `graph_kills_${seed}`,
    nodes: [
      ...tasks,
      { id: 'sides', prompt: 'List 12 sides of it.', output: 'list', agent: 'Athena', deps: ['t20', 't31'] },
      {
        id: 'each',
        kind: 'map',
        over: 'sides',
        prompt: 'Look at {{item}}',
        agent: 'Apollo',
        parallel: 3,
        deps: ['sides'],
      },
      {
        id: 'one',
        kind: 'reduce',
        over: 'each',
        batch: 5,
        prompt: 'Sum up.',
        agent: 'Hermes',
        deps: ['each'],
      },
      { id: 'better', kind: 'loop', prompt: 'Improve it.', max: 3, agent: 'Athena', deps: ['one'] },
      {
        id: 'check',
        kind: 'condition',
        input: '{{better.output}}',
        test: { contains: 'the' },
        deps: ['better'],
      },
      {
        id: 'talk',
        kind: 'session',
        prompt: 'Is it right?',
        session: { mode: 'debate', agents, max_rounds: 1 },
        deps: [{ node: 'check', port: 'yes' }],
      },
      {
        id: 'end',
        prompt: 'Write the end.',
        agent: 'Athena',
        deps: ['talk', `t${TASKS - 1}`, `t${TASKS - 2}`],
      },
    ],
  };
};

/** Slow enough that a kill falls into the middle of things; what is said does not depend on it. */
const slow = 'stub: { latency_ms: 60, tokens_per_s: 4000 }\n';
const fast = 'stub: { latency_ms: 0, tokens_per_s: 0 }\n';

const runArguments = (home: string, seed: number) => {
  const file = join(home, `graph-${seed}.json`);
  writeFileSync(file, JSON.stringify(graphOf(seed)));
  const more = ['--model', 'stub/debater', '--parallel', String(WIDTH), '--seed', String(seed)];
  return ['graph', 'run', file, ...more];
};

const undisturbedDigest = async (seed: number): Promise<string> => {
  const home = newHome(fast);
  const lines = await jsonOf(home, runArguments(home, seed));
  const [shown] = await jsonOf(home, ['sessions', 'show', lines.at(-1).session_id]);
  rmSync(home, { recursive: true });
  return shown.digest;
};

/** What the processes of one run have printed, one after the other. */
interface Seen {
  id: string | null;
  readonly endedNodes: Set<string>;
  readonly turns: Set<string>;
}

/** Every printed end is acknowledged: a node that starts after it has run twice. */
const see = (seen: Seen, event: Json) => {
  seen.id ??= event.session_id;
  if (event.session_id !== seen.id) return;
  const { type, data } = event;
  if (type === 'node-started' && seen.endedNodes.has(data.node))
    fail(`node ${data.node} ran again in ${seen.id}`);
  if (type === 'node-ended') seen.endedNodes.add(data.node);
  if (type === 'turn-ended') seen.turns.add(data.task_id);
};

const killedSoon = (home: string, args: readonly string[], seen: Seen, mostMs: number): Promise<boolean> =>
  killed(home, args, { fromStart: false, delay: chance() * mostMs }, (event) => see(seen, event));

const checkRun = async (
  home: string,
  seen: Seen,
  digest: string,
  tally: { turns: number; repeated: number },
) => {
  const id = seen.id ?? '';
  const [shown] = await jsonOf(home, ['sessions', 'show', id]);
  const nodes = shown.turns.map((turn: Json) => turn.node);
  if (shown.status !== 'ended') fail(`session ${id} is ${shown.status}`);
  if (new Set(nodes).size !== nodes.length) fail(`session ${id} holds a node twice`);
  const ids = new Set(shown.turns.map((turn: Json) => turn.task_id));
  for (const turn of seen.turns) if (!ids.has(turn)) fail(`session ${id} lost the acknowledged turn ${turn}`);
  if (shown.digest !== digest) fail(`session ${id} ended with another digest`);
  for (const args of [
    ['verify', id],
    ['replay', id],
  ]) {
    const { code, errors } = await agentnet(home, args).done;
    if (code !== 0) fail(`${args.join(' ')}: ${errors}`);
  }
  tally.turns += nodes.length;
  tally.repeated += shown.totals.repeated_calls;
};

const tally = { kills: 0, runs: 0, turns: 0, repeated: 0 };
for (let seed = Number(values.seed); tally.kills < killsWanted && !process.exitCode; seed += 1) {
  const digest = await undisturbedDigest(seed);
  const home = newHome(slow);
  const seen: Seen = { id: null, endedNodes: new Set(), turns: new Set() };
  let isOpen = await killedSoon(home, runArguments(home, seed), seen, 2500);
  if (isOpen) tally.kills += 1;
  while (isOpen && tally.kills < killsWanted && seen.id !== null) {
    isOpen = await killedSoon(home, ['resume', seen.id], seen, 1200);
    if (isOpen) tally.kills += 1;
  }
  if (isOpen && seen.id !== null) {
    for (const event of await jsonOf(home, ['resume', seen.id])) see(seen, event);
  }
  if (seen.id !== null) {
    await checkRun(home, seen, digest, tally);
    tally.runs += 1;
  }
  console.log(JSON.stringify(tally));
  if (!process.exitCode) rmSync(home, { recursive: true });
  else console.error(`kept for inspection: ${home}`);
}
console.log(process.exitCode ? 'graph-kills: failed' : 'graph-kills: all promises held');
