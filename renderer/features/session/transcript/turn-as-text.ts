import type { Turn } from '../../../../core/contract/index.ts';
import { STUB_LABEL, turnKindWord } from '../../../state/index.ts';
import { fullModel } from './turn-title.ts';

/** A turn as Markdown that says whose words they are. */
export const turnAsText = (turn: Turn): string => {
  const { agent, round, kind, output, cost, stub } = turn;
  const confidence = output.confidence === null ? '' : `, confidence ${output.confidence.toFixed(2)}`;
  const model = stub ? `${fullModel(cost)}, ${STUB_LABEL}` : fullModel(cost);
  return `**${agent}** (${model}; round ${round}, ${turnKindWord(kind)}${confidence})\n\n${output.content}\n`;
};
