import { AgentNetError, type ToolCall } from '../contract/index.ts';
import type { Answer, Finish, StreamPart } from './chat-model.ts';

/** All parts of one answer put together. Throws `provider/cut` when there is no finish among them. */
export const collectAnswer = (parts: Iterable<StreamPart>): Answer => {
  let text = '';
  let reasoning = '';
  const toolCalls: ToolCall[] = [];
  let finish: Finish | undefined;
  for (const part of parts) {
    switch (part.kind) {
      case 'text-delta':
        text += part.text;
        break;
      case 'reasoning-delta':
        reasoning += part.text;
        break;
      case 'tool-call':
        toolCalls.push(part.call);
        break;
      case 'finish': {
        const { kind: _kind, ...rest } = part;
        finish = rest;
      }
    }
  }
  if (!finish) throw new AgentNetError('provider/cut', 'The answer ended before its finish.');
  return { text, reasoning, toolCalls, ...finish };
};
