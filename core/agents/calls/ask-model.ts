import {
  type CallOutcome,
  type EventData,
  type ToolCall,
  toAgentNetError,
  type Usage,
} from '../../contract/index.ts';
import type { Clock } from '../../effects/index.ts';
import type { ChatModel, Finish } from '../../providers/index.ts';

export interface ModelAccess {
  readonly clock: Clock;
  readonly openModel: (name: string) => Promise<ChatModel>;
  /** Tokens of a text by a real tokenizer, for models that report no usage. */
  readonly countTokens: (text: string) => Promise<number>;
}

/** Why a running call was given up; the abort reason of its signal. */
export type GiveUpReason = Extract<CallOutcome, { kind: 'abandoned' }>['reason'];

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
  const begun = access.clock.elapsed();
  let firstTokenMs: number | null = null;
  let text = '';
  let reasoning = '';
  const toolCalls: ToolCall[] = [];
  try {
    const model = await access.openModel(intent.model);
    let finish: Finish | undefined;
    for await (const part of model.stream(requestOf(intent), signal)) {
      if (part.kind !== 'finish') firstTokenMs ??= Math.round(access.clock.elapsed() - begun);
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
    if (!finish) return failed('provider/cut', 'The answer ended without its end mark.', true, text);
    if (text === '' && toolCalls.length === 0) return emptyAnswer(finish);
    return {
      kind: 'answered',
      text: text.toWellFormed(),
      reasoning: reasoning.toWellFormed(),
      tool_calls: toolCalls,
      finish_reason: finish.finishReason,
      usage: await completeUsage(access, intent, text, finish.usage),
      model: finish.model,
      request_id: finish.requestId,
      warnings: [...finish.warnings],
      first_token_ms: firstTokenMs,
    };
  } catch (thrown) {
    const partial = text.toWellFormed();
    if (signal.aborted) {
      return { kind: 'abandoned', reason: signal.reason as GiveUpReason, partial_text: partial };
    }
    const error = toAgentNetError(thrown);
    return failed(error.code, error.message, error.retryable, partial);
  }
};

const requestOf = (intent: EventData<'call-started'>) => ({
  messages: intent.messages,
  maxOutputTokens: intent.max_output_tokens,
  seed: intent.seed,
  ...(intent.temperature !== null && { temperature: intent.temperature }),
});

const failed = (code: string, message: string, retryable: boolean, partial: string): CallOutcome => ({
  kind: 'failed',
  error: { code, message: message.toWellFormed(), retryable },
  partial_text: partial,
});

/** An empty success is no answer: either a filter refused it or the model said nothing. */
const emptyAnswer = (finish: Finish): CallOutcome =>
  finish.finishReason.unified === 'content-filter'
    ? failed('provider/content-filter', 'The provider refused to answer (content filter).', false, '')
    : failed(
        'provider/empty',
        `The model answered with no text (finish reason ${finish.finishReason.raw ?? finish.finishReason.unified}).`,
        true,
        '',
      );

/** Counts what the provider did not report, and marks it as estimated. */
const completeUsage = async (
  access: ModelAccess,
  intent: EventData<'call-started'>,
  text: string,
  usage: Usage,
): Promise<Usage> => {
  if (usage.input !== undefined && usage.output !== undefined) return usage;
  const prompt = intent.messages.map((message) => message.content).join('\n');
  return {
    ...usage,
    input: usage.input ?? (await access.countTokens(prompt)),
    output: usage.output ?? (await access.countTokens(text)),
    estimated: true,
  };
};
