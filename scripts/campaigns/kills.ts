/**
 * Kills running sessions at random moments and checks what the log promises: no acknowledged turn is lost,
 * none is doubled, and every session ends with the digest of an undisturbed run of the same seed.
 *
 *   npm exec -- node scripts/campaigns/kills.ts [--kills 200] [--sessions 20] [--seed 1]
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { agentnet, fail, type Json, jsonOf, killed, newHome, seededChance } from './killed-runs.ts';

/** Turns that a run printed as finished, by session. */
type Acknowledged = Map<string, Set<string>>;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    sessions: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const killsWanted = Number(values.kills);
const sessionsAtOnce = Number(values.sessions);

const chance = seededChance(Number(values.seed));

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

/** Slow enough that a kill falls into the middle of things; what is said does not depend on it. */
const slow = 'stub: { latency_ms: 60, tokens_per_s: 1500 }\n';
const fast = 'stub: { latency_ms: 0, tokens_per_s: 0 }\n';

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

/** Mostly some time after its first event, now and then while it still starts. Every printed `turn-ended` is an acknowledged turn. */
const killedSoon = (
  home: string,
  args: readonly string[],
  acknowledged: Acknowledged,
  mostMs: number,
): Promise<boolean> => {
  const kill = { fromStart: chance() < 0.1, delay: chance() * mostMs };
  return killed(home, args, kill, (event) => {
    if (event.type !== 'turn-ended') return;
    const turns = acknowledged.get(event.session_id) ?? new Set();
    turns.add(event.data.task_id);
    acknowledged.set(event.session_id, turns);
  });
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
    starts.push(killedSoon(home, ['run', fileOf(home, index)], acknowledged, 2500));
  }
  tally.kills += (await Promise.all(starts)).filter(Boolean).length;
  // One process goes on with all of them at once, and is killed again and again.
  for (let round = 0; round < 12; round += 1) {
    if (!(await killedSoon(home, ['resume'], acknowledged, 900))) break;
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
