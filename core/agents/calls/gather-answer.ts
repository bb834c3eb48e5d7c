import { AgentNetError, type ToolCall, toAgentNetError } from '../../contract/index.ts';
import type { Clock } from '../../effects/index.ts';
import type { Finish, StreamPart } from '../../providers/index.ts';

/** All that a call gave, whether it came to its end or broke off. */
export interface GatheredAnswer {
  readonly text: string;
  readonly reasoning: string;
  readonly toolCalls: readonly ToolCall[];
  /** Undefined where the answer broke off. */
  readonly finish: Finish | undefined;
  /** Why it is no answer; null for one. */
  readonly error: AgentNetError | null;
  /** Milliseconds from the call to its first token; null where none came. */
  readonly firstTokenMs: number | null;
}

/** Reads a stream to its end; never throws. `onText` gets the text as it streams. */
export const gatherAnswer = async (
  parts: AsyncIterable<StreamPart>,
  clock: Clock,
  onText: (text: string) => void,
): Promise<GatheredAnswer> => {
  const begun = clock.elapsed();
  let firstTokenMs: number | null = null;
  let text = '';
  let reasoning = '';
  const toolCalls: ToolCall[] = [];
  let finish: Finish | undefined;
  let error: AgentNetError | null = null;
  try {
    for await (const part of parts) {
      if (part.kind !== 'finish') firstTokenMs ??= Math.round(clock.elapsed() - begun);
      switch (part.kind) {
        case 'text-delta':
          text += part.text;
          onText(part.text);
          break;
        case 'reasoning-delta':
          reasoning += part.text;
          break;
        case 'tool-call':
          toolCalls.push(part.call);
          break;
        case 'finish':
          finish = part;
          break;
      }
    }
    if (!finish) error = new AgentNetError('provider/cut', 'The answer ended without its end mark.');
    else if (text === '' && toolCalls.length === 0) error = emptyAnswer(finish);
  } catch (thrown) {
    error = toAgentNetError(thrown);
  }
  return {
    text: text.toWellFormed(),
    reasoning: reasoning.toWellFormed(),
    toolCalls,
    finish,
    error,
    firstTokenMs,
  };
};

/** An empty success is no answer, though it was paid for. */
const emptyAnswer = ({ finishReason, usage }: Finish): AgentNetError =>
  new AgentNetError(
    'provider/empty',
    `The model answered with no text (finish reason ${finishReason.raw ?? finishReason.unified}).`,
    { data: { usage } },
  );
