import {
  AgentNetError,
  type CallOutcome,
  type EventData,
  type ToolCall,
  toAgentNetError,
  type Usage,
  usage as usageSchema,
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
    if (!finish) throw new AgentNetError('provider/cut', 'The answer ended without its end mark.');
    if (text === '' && toolCalls.length === 0) throw emptyAnswer(finish);
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
    const { code, message, retryable, data } = toAgentNetError(thrown);
    const paid = usageSchema.safeParse(data?.['usage']);
    return {
      kind: 'failed',
      error: { code, message: message.toWellFormed(), retryable },
      partial_text: partial,
      ...(paid.success && { usage: await completeUsage(access, intent, text, paid.data) }),
    };
  }
};

const requestOf = (intent: EventData<'call-started'>) => ({
  messages: intent.messages,
  maxOutputTokens: intent.max_output_tokens,
  seed: intent.seed,
  ...(intent.temperature !== null && { temperature: intent.temperature }),
});

/** An empty success is no answer, though it was paid for. */
const emptyAnswer = ({ finishReason, usage }: Finish): AgentNetError =>
  new AgentNetError(
    'provider/empty',
    `The model answered with no text (finish reason ${finishReason.raw ?? finishReason.unified}).`,
    { data: { usage } },
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
