/**
 * Kills running sessions at random moments and checks what the log promises: no acknowledged turn is lost,
 * none is doubled, and every session ends with the digest of an undisturbed run of the same seed.
 *
 *   npm exec -- node scripts/campaigns/kills.ts [--kills 200] [--sessions 20] [--seed 1]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// biome-ignore lint/suspicious/noExplicitAny: what the program under test prints is checked by use
type Json = any;
/** Turns that a run printed as finished, by session. */
type Acknowledged = Map<string, Set<string>>;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    sessions: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const killsWanted = Number(values.kills);
const sessionsAtOnce = Number(values.sessions);

let chanceState = Number(values.seed) >>> 0;
const chance = () => {
  chanceState = (Math.imul(chanceState, 1664525) + 1013904223) >>> 0;
  return chanceState / 2 ** 32;
};

const modes = [
  { mode: 'debate', strategy: 'round_robin' },
  { mode: 'debate', strategy: 'parallel' },
  { mode: 'debate', strategy: 'moderated' },
  { mode: 'brainstorm', strategy: 'parallel' },
  { mode: 'consensus', strategy: 'random' },
];

const specificationOf = (index: number) => ({
  name: `kills_${index}`,
  ...modes[index % modes.length],
  topic: `Designing a resilient edge network, part ${index}`,
  agents: ['Athena', 'Apollo', 'Hermes'],
  max_rounds: 4,
  model: 'stub/debater',
  seed: index,
});

const agentnet = (home: string, args: readonly string[], onLine: (line: string) => void = () => {}) => {
  const child = spawn(process.execPath, [join(root, 'bin', 'agentnet.mjs'), ...args, '--home', home], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', onLine);
  const done = new Promise<{ code: number | null; errors: string }>((resolve) => {
    let code: number | null = null;
    let open = 2;
    const end = () => {
      open -= 1;
      if (open === 0) resolve({ code, errors });
    };
    lines.on('close', end);
    child.on('exit', (exitCode) => {
      code = exitCode;
      end();
    });
  });
  return { child, done };
};

const jsonOf = async (home: string, args: readonly string[]): Promise<Json[]> => {
  const lines: Json[] = [];
  const { done } = agentnet(home, [...args, '--json'], (line) => lines.push(JSON.parse(line)));
  const { code, errors } = await done;
  if (code !== 0) throw new Error(`agentnet ${args.join(' ')} ended with ${code}: ${errors}`);
  return lines;
};

const fail = (message: string) => {
  console.error(`FAILED: ${message}`);
  process.exitCode = 1;
};

/** Slow enough that a kill falls into the middle of things; what is said does not depend on it. */
const slow = 'stub: { latency_ms: 60, tokens_per_s: 1500 }\n';
const fast = 'stub: { latency_ms: 0, tokens_per_s: 0 }\n';

const newHome = (settings: string) => {
  const home = mkdtempSync(join(tmpdir(), 'agentnet-kills-'));
  writeFileSync(join(home, 'config.yaml'), settings);
  return home;
};

const fileOf = (home: string, index: number) => {
  const file = join(home, `specification-${index}.yaml`);
  writeFileSync(file, JSON.stringify(specificationOf(index)));
  return file;
};

const expectedDigests = async () => {
  const home = newHome(fast);
  const digests = new Map<string, string>();
  for (let index = 0; index < sessionsAtOnce; index += 1) {
    const lines = await jsonOf(home, ['run', fileOf(home, index)]);
    const [shown] = await jsonOf(home, ['sessions', 'show', lines.at(-1).session_id]);
    digests.set(`kills_${index}`, shown.digest);
  }
  rmSync(home, { recursive: true });
  return digests;
};

/**
 * Runs a command that is killed at a random moment: mostly some time after its first event, now and then
 * while it still starts. Every printed `turn-ended` is an acknowledged turn.
 */
const killed = async (
  home: string,
  args: readonly string[],
  acknowledged: Acknowledged,
  mostMs: number,
): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const killAfter = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => child.kill('SIGKILL'), ms);
  };
  const isEarly = chance() < 0.1;
  const delay = chance() * mostMs;
  let begun = false;
  const { child, done } = agentnet(home, args, (line) => {
    if (!begun && !isEarly) killAfter(delay);
    begun = true;
    let event: Json;
    try {
      event = JSON.parse(line);
    } catch {
      return;
    }
    if (event.type !== 'turn-ended') return;
    const turns = acknowledged.get(event.session_id) ?? new Set();
    turns.add(event.data.task_id);
    acknowledged.set(event.session_id, turns);
  });
  if (isEarly) killAfter(delay);
  const { code, errors } = await done;
  clearTimeout(timer);
  if (code !== null && code !== 0) fail(`agentnet ${args.join(' ')} ended with ${code}: ${errors}`);
  return code === null;
};

const checkWave = async (
  home: string,
  acknowledged: Acknowledged,
  expected: ReadonlyMap<string, string>,
  tally: { sessions: number; acknowledged: number; repeated: number },
) => {
  const summaries = await jsonOf(home, ['sessions', 'list']);
  for (const { id } of summaries) {
    const [shown] = await jsonOf(home, ['sessions', 'show', id]);
    const ids = shown.turns.map((turn: Json) => turn.task_id);
    if (shown.status !== 'ended') fail(`session ${id} is ${shown.status}`);
    if (new Set(ids).size !== ids.length) fail(`session ${id} holds a turn twice`);
    for (const task of acknowledged.get(id) ?? []) {
      if (!ids.includes(task)) fail(`session ${id} lost the acknowledged turn ${task}`);
      tally.acknowledged += 1;
    }
    if (shown.digest !== expected.get(shown.name))
      fail(`session ${id} (${shown.name}) ended with another digest`);
    tally.sessions += 1;
    tally.repeated += shown.totals.repeated_calls;
    const verified = await agentnet(home, ['verify', id]).done;
    if (verified.code !== 0) fail(`verify ${id}: ${verified.errors}`);
  }
};

const expected = await expectedDigests();
console.log(`${expected.size} undisturbed digests, seed ${values.seed}`);
const tally = { kills: 0, sessions: 0, acknowledged: 0, repeated: 0, waves: 0 };
while (tally.kills < killsWanted && !process.exitCode) {
  const home = newHome(slow);
  const acknowledged: Acknowledged = new Map();
  const starts = [];
  for (let index = 0; index < sessionsAtOnce; index += 1) {
    starts.push(killed(home, ['run', fileOf(home, index), '--json'], acknowledged, 2500));
  }
  tally.kills += (await Promise.all(starts)).filter(Boolean).length;
  // One process goes on with all of them at once, and is killed again and again.
  for (let round = 0; round < 12; round += 1) {
    if (!(await killed(home, ['resume', '--json'], acknowledged, 900))) break;
    tally.kills += 1;
  }
  const last = await agentnet(home, ['resume', '--json']).done;
  if (last.code !== 0) fail(`the last resume ended with ${last.code}: ${last.errors}`);
  await checkWave(home, acknowledged, expected, tally);
  tally.waves += 1;
  console.log(JSON.stringify(tally));
  if (!process.exitCode) rmSync(home, { recursive: true });
  else console.error(`kept for inspection: ${home}`);
}
console.log(process.exitCode ? 'kills: failed' : 'kills: all promises held');
