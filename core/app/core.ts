import type { AgentVersion, CoreApi, PlainCall, SessionEnded } from '../contract/index.ts';
import type { Effects } from '../effects/index.ts';
import type { PassphraseQuestion } from '../keys/index.ts';
import type { Setting } from '../scenario/index.ts';
import type { ConvertedGraph } from './convert-graph-text.ts';
import type { ExecuteInput } from './execute-graph.ts';
import type { MakePlainCall } from './plain-call.ts';
import type { Reprice } from './reprice.ts';

export interface CoreConfig {
  /** Data folder; absent: `AGENTNET_HOME`, else the operating system's application-data folder. */
  readonly home?: string;
  readonly host: 'desktop' | 'web' | 'cli';
  /** Why this host serves and not the desktop window, for the screen; null where there is nothing to say. */
  readonly hostReason?: string | null;
  /** Environment variables that the core may read; the host passes its own. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Asks a person for the pass phrase of the vault of keys; undefined when he gives none. */
  readonly askPassphrase?: (question: PassphraseQuestion) => Promise<string | undefined>;
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
    options: {
      readonly file: string;
      readonly set?: readonly Setting[];
      /** Reads a file that the specification names by its path, seen from its own; absent: no file is read. */
      readonly readText?: (path: string) => Promise<string>;
    },
  ) => Promise<string>;
  /** Starts the run of a task graph from the text of its file; throws like `startFromText`, problems with their nodes. */
  readonly startGraphFromText: (
    text: string,
    options: { readonly file: string } & Omit<ExecuteInput, 'graph' | 'text' | 'graph_id' | 'version'>,
  ) => Promise<string>;
  /** Creates an agent from the text of its YAML file; throws like `startFromText`. */
  readonly createAgentFromText: (text: string, file: string) => Promise<AgentVersion>;
  /**
   * The calls of a text with one JSON object a line; `models` is the chain of lines that name none. Throws an input error
   * whose `data.problems` holds every problem with its line.
   */
  readonly readCalls: (
    text: string,
    options: { readonly file: string; readonly models?: readonly string[] | undefined },
  ) => readonly PlainCall[];
  /** Makes a call outside of any session; rejects with `session/interrupted` when the signal fires. */
  readonly call: MakePlainCall;
  /** A task graph in another notation; throws an input error when the text holds no graph. */
  readonly convertGraph: (text: string, file: string, to: 'json' | 'yaml') => ConvertedGraph;
  /** A planned graph as YAML to be edited; `head` are lines of comment on top. */
  readonly planAsYaml: (graph: Readonly<Record<string, unknown>>, head: readonly string[]) => string;
  /** What stored calls would have cost by another price table; throws `input/invalid` for a file that is none. */
  readonly reprice: Reprice;
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
