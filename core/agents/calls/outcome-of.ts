import { type CallOutcome, type EventData, type Usage, usage as usageSchema } from '../../contract/index.ts';
import type { GatheredAnswer } from './gather-answer.ts';

/** Why a running call was given up; the abort reason of its signal. */
export type GiveUpReason = Extract<CallOutcome, { kind: 'abandoned' }>['reason'];

/** Tokens of a text by a real tokenizer, for models that report no usage. */
export type CountTokens = (text: string) => Promise<number>;

/** What came of the call of a recorded intent. An abort of the signal must carry a `GiveUpReason`. */
export const outcomeOf = async (
  gathered: GatheredAnswer,
  intent: EventData<'call-started'>,
  countTokens: CountTokens,
  signal: AbortSignal,
): Promise<CallOutcome> => {
  const { text, reasoning, toolCalls, finish, error, firstTokenMs } = gathered;
  if (finish && !error) {
    return {
      finish_reason: finish.finishReason,
      first_token_ms: firstTokenMs,
      kind: 'answered',
      model: finish.model,
      reasoning,
      request_id: finish.requestId,
      text,
      tool_calls: [...toolCalls],
      usage: await completeUsage(countTokens, intent, text, finish.usage),
      warnings: [...finish.warnings],
    };
  }
  if (signal.aborted || !error) {
    return { kind: 'abandoned', reason: signal.reason as GiveUpReason, partial_text: text };
  }
  const { code, message, retryable } = error;
  const paid = paidUsage(gathered);
  return {
    kind: 'failed',
    error: { code, message: message.toWellFormed(), retryable },
    partial_text: text,
    ...(paid && { usage: await completeUsage(countTokens, intent, text, paid) }),
  };
};

/** What the provider counted although it gave no answer. */
export const paidUsage = ({ error, finish }: GatheredAnswer): Usage | undefined => {
  const paid = usageSchema.safeParse(error?.data['usage']);
  return paid.success ? paid.data : finish?.usage;
};

/** Counts what the provider did not report, and marks it as estimated. */
const completeUsage = async (
  countTokens: CountTokens,
  intent: EventData<'call-started'>,
  text: string,
  usage: Usage,
): Promise<Usage> => {
  if (usage.input !== undefined && usage.output !== undefined) return usage;
  const prompt = intent.messages.map((message) => message.content).join('\n');
  return {
    ...usage,
    input: usage.input ?? (await countTokens(prompt)),
    output: usage.output ?? (await countTokens(text)),
    estimated: true,
  };
};
