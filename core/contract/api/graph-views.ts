import * as z from 'zod';
import { errorPlace } from '../errors/wire-error.ts';

/** One problem of a task graph; an `error` keeps it from running, a `warning` is only said. */
const graphProblem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  /** Id of the node, or null where the whole graph or its file is meant. */
  node: z.string().nullable(),
  message: z.string(),
  remedy: z.string(),
  /** Place in the text, of problems of the text itself. */
  where: errorPlace.optional(),
});

export const graphCheck = z.object({
  /** No problem of severity `error`. */
  ok: z.boolean(),
  problems: z.array(graphProblem),
  /** The graph as data in its plain form, as far as it could be read; null where the text is no data at all. */
  graph: z.record(z.string(), z.unknown()).nullable(),
});
export type GraphCheck = z.infer<typeof graphCheck>;
