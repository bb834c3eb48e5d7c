import {
  type PositionReading,
  readPosition,
} from '../../../../../../core/orchestration/protocols/convergence/position-reading.ts';

/** A position as the measures see it, among Athena, Apollo and Hermes. */
export const position = (agent: string, text: string, decision: string | null = null): PositionReading =>
  readPosition(agent, text, decision, new Set(['athena', 'apollo', 'hermes']));
