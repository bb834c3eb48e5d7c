import { AgentNetError } from '../contract/index.ts';
import { cutAnswer, malformedAnswer } from './answer-errors.ts';
import type { Wire } from './http/index.ts';

export interface ErrorMap {
  /** An error of the SDK as ours; null when it is none of its own. */
  readonly mapError: (thrown: unknown, wire: Wire, nowMs: number) => AgentNetError | null;
}

/** Whatever a call has thrown, as the error of a provider. */
export const explainFailure = (
  thrown: unknown,
  wire: Wire,
  { mapError }: ErrorMap,
  nowMs: number,
): AgentNetError => {
  const known = wire.failure() ?? (thrown instanceof AgentNetError ? thrown : null);
  if (known) return known;
  if (thrown instanceof SyntaxError) {
    // The same error for an event that is no JSON and for one that the end of the body has cut.
    return wire.bodyEnded() ? cutAnswer(wire) : malformedAnswer(wire, 'a part of it is no JSON');
  }
  // What is left was thrown by an SDK that met a value of a type it did not expect.
  return mapError(thrown, wire, nowMs) ?? malformedAnswer(wire, 'it has an unknown shape', thrown);
};
