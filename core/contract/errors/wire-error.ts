import * as z from 'zod';

/** Where something is wrong. Lines and columns count from 1. */
export const errorPlace = z.object({
  file: z.string().optional(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  /** Path of the key, like `convergence.threshold` or `agents[2]`. */
  path: z.string().optional(),
  session_id: z.string().optional(),
  seq: z.number().int().optional(),
});
export type ErrorPlace = z.infer<typeof errorPlace>;

/** One problem of an input that may have several; `nearest` is the closest valid name. */
export const inputProblem = z.object({
  code: z.string(),
  message: z.string(),
  where: errorPlace,
  nearest: z.string().optional(),
});
export type InputProblem = z.infer<typeof inputProblem>;

/** An `AgentNetError` as data. `data.problems` of an input error holds all problems found at once. */
export const wireError = z.object({
  code: z.string(),
  message: z.string(),
  retryable: z.boolean(),
  where: errorPlace.optional(),
  kept: z.string().optional(),
  remedy: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});
export type WireError = z.infer<typeof wireError>;

/** RFC 9457 problem document: the REST form of a `WireError`. */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string().optional(),
  code: z.string(),
  where: errorPlace.optional(),
  kept: z.string().optional(),
  remedy: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});
export type ProblemDocument = z.infer<typeof problemDocument>;
