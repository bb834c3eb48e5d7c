import type { TurnBrief } from '../turn-brief.ts';
import { directiveOf } from './directives.ts';

/**
 * The task of a turn without its context: what `input.prompt` of the turn says. The whole request, with
 * role, style and conversation, is in the call's intent.
 */
export const taskPrompt = (brief: Pick<TurnBrief, 'mode' | 'kind' | 'topic' | 'agent'>): string =>
  `${brief.topic}\n\n${directiveOf(brief.mode, brief.kind, brief.agent.name)}`;
