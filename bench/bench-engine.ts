import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askModel } from '../core/agents/index.ts';
import type { AgentVersion, EventData, RunEvent, SessionId } from '../core/contract/index.ts';
import { realEffects } from '../core/effects/index.ts';
import { createRun } from '../core/orchestration/index.ts';
import { type ChatModel, type ChatRequest, defaultStubSettings, openModel } from '../core/providers/index.ts';
import { readAgentFile } from '../core/scenario/index.ts';
import { currentOwner, type EventStore, openSqliteEventStore } from '../core/storage/index.ts';

const MODEL = 'stub/debater';

/** Shipped agents, engine, stub and event log on a data folder of its own, without anything above them. */
export interface BenchEngine {
  readonly store: EventStore;
  /** Runs one debate of three to its end; answers when all of it is committed. */
  readonly debate: (rounds: number, seed: number) => Promise<SessionId>;
  readonly close: () => Promise<void>;
}

export const openBenchEngine = async (stubLatencyMs: number): Promise<BenchEngine> => {
  const folder = mkdtempSync(join(tmpdir(), 'agentnet-bench-'));
  const store = await openSqliteEventStore({ folder, effects: realEffects });
  const owner = currentOwner(realEffects);
  const model: ChatModel = await openModel(
    MODEL,
    {
      entries: {},
      environment: {},
      stub: { ...defaultStubSettings, latencyMs: stubLatencyMs, tokensPerSecond: 0 },
      keyOf: async () => undefined,
    },
    realEffects,
  );
  const access = {
    clock: realEffects.clock,
    stream: (request: ChatRequest, signal: AbortSignal) => model.stream(request, signal),
    countTokens: async (text: string) => text.length,
  };
  const agents = shippedAgents();
  return {
    store,
    debate: async (rounds, seed) => {
      const id = realEffects.ids.uuid() as SessionId;
      const run = createRun(id, createdWith(agents, rounds, seed), {
        effects: realEffects,
        writer: await store.createSession(id, owner),
        ask: (intent, onText, signal) => askModel(access, intent, onText, signal),
        signal: () => {},
      });
      await run.start();
      await run.ended;
      return id;
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const shippedAgents = (): readonly AgentVersion[] =>
  ['athena', 'apollo', 'hermes', 'synthesizer'].map((name) => {
    const file = join(import.meta.dirname, '..', 'resources', 'agents', `${name}.yaml`);
    const read = readAgentFile(readFileSync(file, 'utf8'), file);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return { ...read.value, version: '1.0.0', fingerprint: '', origin: 'shipped', created_at: 0 };
  });

const createdWith = (
  agents: readonly AgentVersion[],
  rounds: number,
  seed: number,
): EventData<'session-created'> => {
  const references = agents.map(({ name, version }) => `${name}@${version}`);
  return {
    specification: {
      name: 'bench',
      mode: 'debate',
      topic: 'Designing a resilient edge network',
      agents: references.slice(0, 3),
      strategy: 'round_robin',
      max_rounds: rounds,
      convergence: false,
      vote: null,
      moderator: null,
      judge: null,
      synthesizer: references[3] ?? null,
      model: null,
      max_output_tokens: null,
      context_tokens: 8192,
      budget: {},
      seed,
      metadata: {},
    },
    agents: Object.fromEntries(agents.map((agent, index) => [references[index] as string, agent])),
    chains: Object.fromEntries(references.map((reference) => [reference, [MODEL]])),
    models: { [MODEL]: { provider: 'stub', local: true, stub: true } },
    engine: 'bench',
    forked_from: null,
  };
};

/** The commits of this process while `work` runs, each with the rows it wrote. */
export const commitsDuring = async (
  store: EventStore,
  work: () => Promise<unknown>,
): Promise<readonly (readonly RunEvent[])[]> => {
  const commits: (readonly RunEvent[])[] = [];
  const stop = store.onChange((change) => {
    if (change.kind === 'events') commits.push(change.events);
  });
  await work();
  stop();
  return commits;
};
