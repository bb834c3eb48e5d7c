import { onTestFinished } from 'vitest';
import { createCallLayer } from '../../core/app/index.ts';
import type { EventData, LiveSignal, RunEvent, SessionId } from '../../core/contract/index.ts';
import { type Effects, realEffects } from '../../core/effects/index.ts';
import { createRun, type RunPorts, type SessionRun } from '../../core/orchestration/index.ts';
import {
  type ChatModel,
  openModel as openByName,
  stubConfiguration,
  toStubSettings,
} from '../../core/providers/index.ts';
import {
  currentOwner,
  type EventStore,
  openSqliteEventStore,
  type SessionWriter,
} from '../../core/storage/index.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What the stub is set to; the keys of `stub:` in config.yaml. */
export type StubChoice = Partial<Record<'latency_ms' | 'tokens_per_s' | 'faults' | 'script', unknown>>;

/** Real log, real stub models, no host: what a test of the engine needs. */
export interface EngineBench {
  readonly store: EventStore;
  readonly signals: LiveSignal[];
  readonly portsFor: (writer: SessionWriter) => RunPorts;
  /** Records `session-created` and gives the run, not started. */
  readonly create: (created: EventData<'session-created'>) => Promise<SessionRun>;
  readonly events: (id: string) => Promise<readonly RunEvent[]>;
}

export const openEngineBench = async (
  stub: StubChoice = {},
  openModel?: (name: string) => Promise<ChatModel>,
  effects: Effects = realEffects,
): Promise<EngineBench> => {
  const store = await openSqliteEventStore({ folder: temporaryFolder(), effects: realEffects });
  onTestFinished(() => store.close());
  const settings = toStubSettings(stubConfiguration.parse({ latency_ms: 0, tokens_per_s: 0, ...stub }));
  const models = new Map<string, Promise<ChatModel>>();
  const provider = { entries: {}, environment: {}, stub: settings, keyOf: async () => undefined };
  const openStub = (name: string): Promise<ChatModel> => {
    const model = models.get(name) ?? openByName(name, provider, effects);
    models.set(name, model);
    return model;
  };
  const calls = createCallLayer({
    effects,
    settings: () => provider,
    openModel: openModel ?? openStub,
    countTokens: async (text: string) => Math.ceil(text.length / 4),
  });
  const signals: LiveSignal[] = [];
  const portsFor = (writer: SessionWriter): RunPorts => ({
    effects,
    writer,
    ask: calls.ask,
    signal: (signal) => signals.push(signal),
  });
  return {
    store,
    signals,
    portsFor,
    create: async (created) => {
      const id = realEffects.ids.uuid() as SessionId;
      const writer = await store.createSession(id, currentOwner(realEffects));
      return createRun(id, created, portsFor(writer));
    },
    events: async (id) => {
      const all: RunEvent[] = [];
      for await (const batch of store.read(id as SessionId)) all.push(...batch);
      return all;
    },
  };
};

/** Types of events in their order, without the bulk of calls and costs. */
export const outline = (events: readonly RunEvent[]): readonly string[] =>
  events
    .filter((event) => !event.type.startsWith('call-') && event.type !== 'cost-recorded')
    .map((event) =>
      event.type === 'turn-ended' || event.type === 'turn-failed' || event.type === 'turn-started'
        ? `${event.type} ${event.data.agent} ${event.data.round}`
        : event.type,
    );
