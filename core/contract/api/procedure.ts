import type * as z from 'zod';

type ObjectSchema = z.ZodType<Record<string, unknown>>;

/** A call with one answer. `path` is the REST path below `/api/v1`, with `{name}` for input keys. */
export interface UnaryProcedure<I extends ObjectSchema = ObjectSchema, O extends z.ZodType = z.ZodType> {
  readonly kind: 'unary';
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly input: I;
  readonly output: O;
}

/** A call answered by a stream of messages, ended by either side. Over REST: server-sent events. */
export interface StreamProcedure<I extends ObjectSchema = ObjectSchema, M extends z.ZodType = z.ZodType> {
  readonly kind: 'stream';
  readonly path: string;
  readonly summary: string;
  readonly input: I;
  readonly message: M;
}

export type Procedure = UnaryProcedure | StreamProcedure;

export const unary = <I extends ObjectSchema, O extends z.ZodType>(
  definition: Omit<UnaryProcedure<I, O>, 'kind'>,
): UnaryProcedure<I, O> => ({ kind: 'unary', ...definition });

export const stream = <I extends ObjectSchema, M extends z.ZodType>(
  definition: Omit<StreamProcedure<I, M>, 'kind'>,
): StreamProcedure<I, M> => ({ kind: 'stream', ...definition });

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** How a procedure is called, whatever carries it. Inputs are parsed at the border, outputs trusted. */
export type Callable<P extends Procedure> =
  P extends UnaryProcedure<infer I, infer O>
    ? (input: z.input<I>, options?: CallOptions) => Promise<z.output<O>>
    : P extends StreamProcedure<infer I, infer M>
      ? (input: z.input<I>, options?: CallOptions) => AsyncIterable<z.output<M>>
      : never;

export type Api<Catalog extends Record<string, Procedure>> = {
  readonly [Name in keyof Catalog]: Callable<Catalog[Name]>;
};
