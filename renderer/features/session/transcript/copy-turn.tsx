import type { Turn } from '../../../../core/contract/index.ts';
import { hrefOf } from '../../../state/index.ts';
import { turnAsText } from './turn-as-text.ts';

export const copyTurn = (turn: Turn): Promise<void> => navigator.clipboard.writeText(turnAsText(turn));

/** The address of a turn; the token is not in it. */
export const turnLink = (sessionId: string, taskId: string): string =>
  `${location.origin}${location.pathname}${hrefOf({ screen: 'session', id: sessionId, taskId })}`;
