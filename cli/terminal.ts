import type { Output } from './output.ts';

/** What a command sees of the process it runs in; a test gives another one. */
export interface Terminal {
  /** Standard output: results. */
  readonly out: Output;
  /** Writes lines to standard error: progress, notes, errors. */
  readonly say: (text: string) => void;
  readonly readStandardInput: () => Promise<Uint8Array>;
  /** Asks for one line without showing what is typed; undefined when it is given up. Absent where nobody types. */
  readonly askHidden?: (question: string) => Promise<string | undefined>;
  /** Asks for one line; undefined when it is given up. Absent where nobody types or nobody watches. */
  readonly ask?: (question: string) => Promise<string | undefined>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether a person watches standard output. */
  readonly interactive: boolean;
  /** Whether colours may be used there. */
  readonly colour: boolean;
  /** Aborted by the first SIGINT or SIGTERM, or when nobody reads standard output any more. */
  readonly interrupted: AbortSignal;
}
