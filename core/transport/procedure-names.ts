import type { ApiCatalog, CoreApi, ProcedureName } from '../contract/index.ts';

/** Procedures answered by a stream. */
export type StreamName = {
  [Name in ProcedureName]: ApiCatalog[Name] extends { readonly kind: 'stream' } ? Name : never;
}[ProcedureName];

type MessageOf<Name extends StreamName> = CoreApi[Name] extends (
  ...parameters: never[]
) => AsyncIterable<infer Message>
  ? Message
  : never;

/** Where a broken stream is taken up again. */
export interface ResumePoint {
  /** The input key that says after which message to begin. */
  readonly key: string;
  /** The key's value once this message was received; undefined for one that marks no place. */
  readonly after: (message: unknown) => number | undefined;
}

const resumePoint = <Name extends StreamName>(
  key: string,
  after: (message: MessageOf<Name>) => number | undefined,
): ResumePoint => ({ key, after: (message) => after(message as MessageOf<Name>) });

/**
 * Every stream with its resume point; `null` where a broken stream simply begins anew. A table of its own beside
 * the catalog, so that a client in the page knows the streams without loading the schemas.
 */
export const streams = {
  'sessions.watch': resumePoint<'sessions.watch'>('after', (message) =>
    message.kind === 'event' ? message.event.seq : undefined,
  ),
  'sessions.changes': null,
} as const satisfies Record<StreamName, ResumePoint | null>;

export const isStreamName = (name: string): name is StreamName => Object.hasOwn(streams, name);
