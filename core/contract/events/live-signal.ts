import * as z from 'zod';
import type { RunEvent } from './run-event.ts';
import { runEventEnvelope } from './run-event.ts';

/** Shown while it happens and not history. `offset` is the place of `text` in the call's text, in UTF-16 units. */
export const textDelta = z.object({
  kind: z.literal('text-delta'),
  task_id: z.string(),
  call_id: z.string(),
  round: z.number().int(),
  speaker_index: z.number().int(),
  agent: z.string(),
  offset: z.number().int(),
  text: z.string(),
});

export const liveSignal = z.discriminatedUnion('kind', [textDelta]);
export type LiveSignal = z.infer<typeof liveSignal>;

/** One message of a watched session: stored events first, then, after `caught-up`, what happens. */
export const watchMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), event: runEventEnvelope }),
  z.object({ kind: z.literal('signal'), signal: liveSignal }),
  z.object({ kind: z.literal('caught-up'), seq: z.number().int() }),
]);
export type WatchMessage =
  | { readonly kind: 'event'; readonly event: RunEvent }
  | { readonly kind: 'signal'; readonly signal: LiveSignal }
  | { readonly kind: 'caught-up'; readonly seq: number };
