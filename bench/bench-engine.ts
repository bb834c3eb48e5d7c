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
/** Does as good as nothing: it gives the task back. */
const NO_OP = 'stub/echo';

/** Shipped agents, engine, stub and event log on a data folder of its own, without anything above them. */
export interface BenchEngine {
  readonly store: EventStore;
  /** Runs one debate of three to its end; answers when all of it is committed. */
  readonly debate: (rounds: number, seed: number) => Promise<SessionId>;
  /** Runs a task graph of nodes that do nothing; answers when all of it is committed. */
  readonly graph: (nodes: readonly GraphNodeData[], parallel: number, seed: number) => Promise<SessionId>;
  readonly close: () => Promise<void>;
}

export interface GraphNodeData {
  readonly id: string;
  readonly prompt: string;
  readonly deps: readonly string[];
}

export const openBenchEngine = async (stubLatencyMs: number): Promise<BenchEngine> => {
  const folder = mkdtempSync(join(tmpdir(), 'agentnet-bench-'));
  const store = await openSqliteEventStore({ folder, effects: realEffects });
  const owner = currentOwner(realEffects);
  const open = (name: string): Promise<ChatModel> =>
    openModel(
      name,
      {
        entries: {},
        environment: {},
        stub: { ...defaultStubSettings, latencyMs: stubLatencyMs, tokensPerSecond: 0 },
        keyOf: async () => undefined,
      },
      realEffects,
    );
  const access = (model: ChatModel) => ({
    clock: realEffects.clock,
    stream: (request: ChatRequest, signal: AbortSignal) => model.stream(request, signal),
    countTokens: async (text: string) => text.length,
  });
  const debater = access(await open(MODEL));
  const noOp = access(await open(NO_OP));
  const agents = shippedAgents();
  const runToEnd = async (created: EventData<'session-created'>, model: typeof debater) => {
    const id = realEffects.ids.uuid() as SessionId;
    const run = createRun(id, created, {
      effects: realEffects,
      writer: await store.createSession(id, owner),
      ask: (intent, onText, signal) => askModel(model, intent, onText, signal),
      signal: () => {},
    });
    await run.start();
    await run.ended;
    return id;
  };
  return {
    store,
    debate: (rounds, seed) => runToEnd(createdWith(agents, rounds, seed), debater),
    graph: (nodes, parallel, seed) => runToEnd(createdGraph(agents, nodes, parallel, seed), noOp),
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const shippedAgents = (): readonly AgentVersion[] =>
  ['athena', 'apollo', 'hermes', 'synthesizer'].map((name) => {
    const file = join(import.meta.dirname, '..', 'resources', 'agents', `${name}.yaml`);
    const read = readAgentFile(readFileSync(file, 'utf8'), file);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return { ...read.value, version: '1.0.0', fingerprint: '', origin: 'shipped', created_at: 0 };
  });

export const createdGraph = (
  agents: readonly AgentVersion[],
  nodes: readonly GraphNodeData[],
  parallel: number,
  seed: number,
): EventData<'session-created'> => {
  const created = createdWith(agents, 1, seed);
  const agent = agents[0]?.name ?? '';
  return {
    ...created,
    specification: {
      ...created.specification,
      mode: 'workflow',
      topic: 'A graph',
      context_tokens: 2048,
      workflow: {
        graph: { nodes: nodes.map((node) => ({ ...node, deps: [...node.deps], agent })) },
        stored: null,
        inputs: {},
        parallel: { total: parallel },
        on_failure: 'stop',
        delegation: { max_nodes: 1, max_depth: 1, approve: 'ask' },
        given: {},
        only: null,
      },
    },
    chains: Object.fromEntries(Object.keys(created.agents).map((reference) => [reference, [NO_OP]])),
    models: { [NO_OP]: { provider: 'stub', local: true, stub: true } },
  };
};

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

/**
 * What the sessions stored that `work` ran one after the other, in as many groups as there were commits, of equal
 * lengths. (What a commit held is known to the writer thread only; how many there were is counted there.)
 */
export const commitsDuring = async (
  store: EventStore,
  work: () => Promise<readonly SessionId[]>,
): Promise<readonly (readonly RunEvent[])[]> => {
  const before = (await store.statistics()).commits;
  const sessions = await work();
  const count = (await store.statistics()).commits - before;
  const events: RunEvent[] = [];
  for (const id of sessions) for await (const batch of store.read(id)) events.push(...batch);
  const end = (group: number): number => Math.round((group * events.length) / count);
  return Array.from({ length: count }, (_, group) => events.slice(end(group), end(group + 1)));
};
