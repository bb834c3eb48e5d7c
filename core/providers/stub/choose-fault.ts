import { chance } from '../../effects/index.ts';
import type { StubPrompt } from './read-prompt.ts';
import type { StubFault } from './stub-settings.ts';

/** Counters of one open model; nothing of them reaches the text of an answer. */
export interface FaultCounters {
  /** The number of this call among those of its agent, from 1. */
  readonly callOf: (agent: string) => number;
  /** How often the same request came before. */
  readonly repeatsOf: (request: string) => number;
}

/** Requests whose repeats are remembered; older ones start over. */
const MAX_REMEMBERED = 10_000;

export const faultCounters = (): FaultCounters => {
  const calls = new Map<string, number>();
  const requests = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): number => {
    const next = (counts.get(key) ?? 0) + 1;
    counts.delete(key);
    counts.set(key, next);
    if (counts.size > MAX_REMEMBERED) {
      const oldest = counts.keys().next().value;
      if (oldest !== undefined) counts.delete(oldest);
    }
    return next;
  };
  return {
    callOf: (agent) => count(calls, agent),
    repeatsOf: (request) => count(requests, request) - 1,
  };
};

const strikes = (fault: StubFault, index: number, call: number, draw: (index: number) => number): boolean => {
  const { at, every, probability } = fault;
  if (at.length > 0 || every !== undefined) {
    const due = at.includes(call) || (every !== undefined && call % every === 0);
    return due && (probability === undefined || draw(index) < probability);
  }
  return probability === undefined || draw(index) < probability;
};

/** The first fault that strikes this call. */
export const chooseFault = (
  faults: readonly StubFault[],
  prompt: StubPrompt,
  seed: number,
  counters: FaultCounters,
): StubFault | undefined => {
  if (faults.length === 0) return undefined;
  const call = counters.callOf(prompt.speaker);
  const repeats = counters.repeatsOf(`${seed} ${prompt.speaker} ${prompt.round} ${prompt.task}`);
  const draw = (index: number) =>
    chance(seed, 'fault', index, prompt.speaker, prompt.round, prompt.task, repeats);
  return faults.find(
    (fault, index) =>
      (fault.agent === undefined || fault.agent === prompt.speaker) && strikes(fault, index, call, draw),
  );
};
