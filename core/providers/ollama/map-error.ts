import type { AgentNetError } from '../../contract/index.ts';
import { noStream } from '../answer-errors.ts';
import type { Wire } from '../http/index.ts';

/** The SDK has bare errors only; the one it throws of itself is that the last line never came. */
export const mapError = (thrown: unknown, wire: Wire): AgentNetError | null =>
  thrown instanceof Error && thrown.message.startsWith('Did not receive done') ? noStream(wire) : null;
