import type { AgentVersion, CoreApi, SessionEnded } from '../contract/index.ts';
import type { Effects } from '../effects/index.ts';
import type { Setting } from '../scenario/index.ts';

export interface CoreConfig {
  /** Data folder; absent: `AGENTNET_HOME`, else the operating system's application-data folder. */
  readonly home?: string;
  readonly host: 'desktop' | 'web' | 'cli';
  /** Why this host serves and not the desktop window, for the screen; null where there is nothing to say. */
  readonly hostReason?: string | null;
  /** Environment variables that the core may read; the host passes its own. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly effects?: Effects;
  /** Receives log lines (JSON) when given; else they go to `logs/` in the data folder. */
  readonly logTo?: 'stderr' | 'file' | 'none';
}

/** A running core: what a host talks to. */
export interface Core {
  readonly api: CoreApi;
  /**
   * Starts a session from the text of a specification file; `set` are `--set path=value` in their order.
   * Throws an input error whose `data.problems` holds every problem with file, line and column.
   */
  readonly startFromText: (
    text: string,
    options: { readonly file: string; readonly set?: readonly Setting[] },
  ) => Promise<string>;
  /** Creates an agent from the text of its YAML file; throws like `startFromText`. */
  readonly createAgentFromText: (text: string, file: string) => Promise<AgentVersion>;
  readonly home: string;
  /** Sessions this process runs now. */
  readonly runningSessions: () => number;
  /** Prometheus text of `/metrics`. */
  readonly metrics: () => string;
  /** Resolves with the data of `session-ended`; rejects with `session/interrupted` or `storage/*`. */
  readonly whenEnded: (sessionId: string) => Promise<SessionEnded>;
  /** Gives running sessions up in an orderly way (they can be resumed), commits, and closes. */
  readonly close: (reason?: string) => Promise<void>;
}
