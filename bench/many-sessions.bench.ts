import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openBenchEngine } from './bench-engine.ts';
import { percentile, show, spread } from './spread.ts';

/**
 * 500 debates at once (3 agents, 4 rounds, stub at 200 ms): how long the whole takes against the ideal,
 * how late turns are, how late the event loop is, and what memory a session takes.
 */
const REPEATS = 5;
const SESSIONS = 500;
const ROUNDS = 4;
const LATENCY_MS = 200;
/** The turns of the rounds; the synthesis is one more and is left out of ideal and makespan alike. */
const IDEAL_MS = 3 * ROUNDS * LATENCY_MS;

const makespans: number[] = [];
const wholes: number[] = [];
const turnTails: number[] = [];
const delayTails: number[] = [];
const memory: number[] = [];

for (let repeat = -1; repeat < REPEATS; repeat += 1) {
  const engine = await openBenchEngine(LATENCY_MS);
  await engine.debate(1, 1);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const latencies: number[] = [];
  let lastRoundTurn = 0;
  const started = Date.now();
  const stop = engine.store.onChange((change) => {
    if (change.kind !== 'events') return;
    for (const event of change.events) {
      if (event.type !== 'turn-ended' || event.data.kind === 'synthesis') continue;
      latencies.push(event.data.timing.latency_ms);
      lastRoundTurn = Date.now();
    }
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await Promise.all(Array.from({ length: SESSIONS }, (_, seed) => engine.debate(ROUNDS, seed)));
  delay.disable();
  stop();
  clearInterval(sampler);
  const whole = Date.now() - started;
  await engine.close();
  if (repeat < 0) continue;
  makespans.push((lastRoundTurn - started) / IDEAL_MS);
  wholes.push(whole);
  turnTails.push(percentile(latencies, 0.95) / LATENCY_MS);
  delayTails.push(delay.percentile(99) / 1e6 - 1);
  memory.push((peak - before) / 1000 / SESSIONS);
}

console.log(
  `${SESSIONS} debates at once, ideal ${IDEAL_MS} ms; median (lowest to highest) of ${REPEATS} runs`,
);
console.log(`makespan of the rounds / ideal   ${show(spread(makespans), 3)}   (goal: at most 1.05)`);
console.log(`everything, with synthesis, ms   ${show(spread(wholes), 0)}`);
console.log(`p95 turn / ${LATENCY_MS} ms             ${show(spread(turnTails), 3)}   (goal: at most 1.08)`);
console.log(`event-loop delay p99, ms         ${show(spread(delayTails), 2)}   (goal: under 8)`);
console.log(`resident kB a session            ${show(spread(memory), 1)}   (goal: at most 60)`);
