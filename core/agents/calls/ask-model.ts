import type { CallOutcome, EventData } from '../../contract/index.ts';
import type { Clock } from '../../effects/index.ts';
import type { ChatRequest, StreamPart } from '../../providers/index.ts';
import { gatherAnswer } from './gather-answer.ts';
import { type CountTokens, outcomeOf } from './outcome-of.ts';

export interface ModelAccess {
  readonly clock: Clock;
  /** The parts of an answer, whatever it took to get them. */
  readonly stream: (request: ChatRequest, signal: AbortSignal) => AsyncIterable<StreamPart>;
  readonly countTokens: CountTokens;
}

/**
 * Makes the call of a recorded intent and says what came of it; never throws. `onText` gets the text as it
 * streams. An abort must carry a `GiveUpReason`.
 */
export const askModel = async (
  access: ModelAccess,
  intent: EventData<'call-started'>,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<CallOutcome> => {
  const parts = access.stream(requestOf(intent), signal);
  const gathered = await gatherAnswer(parts, access.clock, onText);
  return outcomeOf(gathered, intent, access.countTokens, signal);
};

/** What a recorded intent asks of a model. */
export const requestOf = (intent: EventData<'call-started'>): ChatRequest => ({
  messages: intent.messages,
  maxOutputTokens: intent.max_output_tokens,
  seed: intent.seed,
  ...(intent.temperature !== null && { temperature: intent.temperature }),
  ...(intent.response_schema && { responseSchema: intent.response_schema }),
  ...(intent.tools && {
    tools: intent.tools.map(({ name, description, input_schema }) => ({
      name,
      description,
      inputSchema: input_schema,
    })),
  }),
});
