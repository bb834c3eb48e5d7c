import type { EventData, SessionId, SessionSpecification } from '../contract/index.ts';
import type { Effects } from '../effects/index.ts';
import type { KeyRing, RefusedKeys } from '../keys/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { EventStore } from '../storage/index.ts';
import type { AgentLibrary } from './agent-library.ts';
import type { LiveHub } from './live-hub.ts';
import type { LiveSessions } from './live-sessions.ts';
import type { PlanOptions } from './plan-options.ts';
import type { SettingsStore } from './settings-store.ts';

/** What the procedures share; made once in `create-core.ts`. */
export interface CoreContext {
  readonly home: string;
  /** Where `resources/` and `scenarios/` are. */
  readonly packageRoot: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly host: 'desktop' | 'web' | 'cli';
  readonly hostReason: string | null;
  readonly version: string;
  readonly effects: Effects;
  readonly store: EventStore;
  readonly hub: LiveHub;
  readonly live: LiveSessions;
  readonly agents: AgentLibrary;
  readonly settings: SettingsStore;
  readonly keys: KeyRing;
  readonly refusedKeys: RefusedKeys;
  readonly ledger: Ledger;
  /** What a run of a specification would be recorded with; refuses no model for its price. */
  readonly planSession: (specification: SessionSpecification) => Promise<EventData<'session-created'>>;
  /** Checks, plans, records and starts; throws before anything is written when something is wrong. */
  readonly createSession: (
    specification: unknown,
    options?: Omit<PlanOptions, 'underCaps'>,
  ) => Promise<SessionId>;
}
