import type { SessionId } from '../core/contract/index.ts';
import { type Row, rowOf, withBare } from './bare-loop.ts';
import { type BenchEngine, commitsDuring, openBenchEngine } from './bench-engine.ts';
import { show, spread } from './spread.ts';

/**
 * What a persisted debate turn costs (3 agents, 6 rounds and a synthesis, stub at 0 ms, file database,
 * synchronous=FULL, hash chain and all): against a bare loop that writes the same rows with as many group
 * commits, and, with 500 sessions at once, against one FULL commit a turn.
 */
const REPEATS = 9;
const ROUNDS = 6;
const TURNS = 3 * ROUNDS + 1;
const ONE_BY_ONE = 20;
const AT_ONCE = 500;

const perTurn = async (turns: number, work: () => Promise<unknown> | unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return ((performance.now() - started) * 1000) / turns;
};

const inTurn = async (engine: BenchEngine, count: number, seed: number): Promise<readonly SessionId[]> => {
  const sessions: SessionId[] = [];
  for (let index = 0; index < count; index += 1) sessions.push(await engine.debate(ROUNDS, seed + index));
  return sessions;
};

/** The rows of a session in groups of one turn each. */
const turnGroups = (rows: readonly Row[]): readonly (readonly Row[])[] => {
  const groups: Row[][] = [[]];
  for (const row of rows) {
    groups.at(-1)?.push(row);
    if (row[2] === 'turn-ended') groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
};

const engine = await openBenchEngine(0);
const single: number[] = [];
const bare: number[] = [];
const many: number[] = [];
const full: number[] = [];
let commitsPerTurn = 0;
for (let repeat = -1; repeat < REPEATS; repeat += 1) {
  const seed = 1000 * (repeat + 2);
  let one = 0;
  const commits = await commitsDuring(engine.store, async () => {
    let sessions: readonly SessionId[] = [];
    one = await perTurn(ONE_BY_ONE * TURNS, async () => {
      sessions = await inTurn(engine, ONE_BY_ONE, seed);
    });
    return sessions;
  });
  const groups = commits.map((events) => events.map(rowOf));
  commitsPerTurn = groups.length / (ONE_BY_ONE * TURNS);
  const bareOne = await withBare((write) =>
    perTurn(ONE_BY_ONE * TURNS, () => {
      for (const group of groups) write(group);
    }),
  );
  const atOnce = await perTurn(AT_ONCE * TURNS, () =>
    Promise.all(Array.from({ length: AT_ONCE }, (_, index) => engine.debate(ROUNDS, seed + index))),
  );
  const byTurn = turnGroups(groups.flat());
  const fullOne = await withBare((write) =>
    perTurn(byTurn.length, () => {
      for (const group of byTurn) write(group);
    }),
  );
  // The first round warms everything up.
  if (repeat < 0) continue;
  single.push(one);
  bare.push(bareOne);
  many.push(atOnce);
  full.push(fullOne);
}
await engine.close();
const ratios = (a: readonly number[], b: readonly number[]) =>
  a.map((value, index) => value / (b[index] ?? Number.NaN));
console.log(`microseconds a turn: median (lowest to highest) of ${REPEATS} runs`);
console.log(
  `one session after the other   ${show(spread(single))}, ${commitsPerTurn.toFixed(1)} commits a turn`,
);
console.log(`bare loop, same groups        ${show(spread(bare))}`);
console.log(`ratio                         ${show(spread(ratios(single, bare)), 2)}   (goal: at most 1.5)`);
console.log(`500 sessions at once          ${show(spread(many))}`);
console.log(`one FULL commit a turn        ${show(spread(full))}`);
console.log(`ratio                         ${show(spread(ratios(many, full)), 2)}   (goal: at most 0.4)`);
