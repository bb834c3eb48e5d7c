import {
  type CallOutcome,
  type EventData,
  type ToolCall,
  toAgentNetError,
  type Usage,
} from '../../contract/index.ts';
import type { Finish } from '../../providers/index.ts';
import type { RunPorts } from './ports.ts';

export type GiveUpReason = Extract<CallOutcome, { kind: 'abandoned' }>['reason'];

/** A call under way: the text so far, and the way to give it up. */
export interface RunningCall {
  readonly started: EventData<'call-started'>;
  text: string;
  readonly abort: AbortController;
}

interface Place {
  readonly round: number;
  readonly speakerIndex: number;
  readonly agent: string;
}

/**
 * Makes one call and says what came of it; never throws. Deltas are signalled as they come. The abort reason
 * is a `GiveUpReason`.
 */
export const runCall = async (ports: RunPorts, call: RunningCall, place: Place): Promise<CallOutcome> => {
  const { started, abort } = call;
  const begun = ports.effects.clock.elapsed();
  let firstTokenMs: number | null = null;
  let reasoning = '';
  const toolCalls: ToolCall[] = [];
  try {
    const model = await ports.openModel(started.model);
    let finish: Finish | undefined;
    for await (const part of model.stream(requestOf(started), abort.signal)) {
      if (part.kind !== 'finish') firstTokenMs ??= Math.round(ports.effects.clock.elapsed() - begun);
      switch (part.kind) {
        case 'text-delta':
          ports.signal(deltaOf(call, place, part.text));
          call.text += part.text;
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
    if (!finish) return failed('provider/cut', 'The answer ended without its end mark.', true, call.text);
    if (call.text === '' && toolCalls.length === 0) return emptyAnswer(finish);
    return {
      kind: 'answered',
      text: call.text,
      reasoning,
      tool_calls: toolCalls,
      finish_reason: finish.finishReason,
      usage: await completeUsage(ports, started, call.text, finish.usage),
      model: finish.model,
      request_id: finish.requestId,
      warnings: [...finish.warnings],
      first_token_ms: firstTokenMs,
    };
  } catch (thrown) {
    if (abort.signal.aborted) {
      return { kind: 'abandoned', reason: abort.signal.reason as GiveUpReason, partial_text: call.text };
    }
    const error = toAgentNetError(thrown);
    return failed(error.code, error.message, error.retryable, call.text);
  }
};

const requestOf = (started: EventData<'call-started'>) => ({
  messages: started.messages,
  maxOutputTokens: started.max_output_tokens,
  seed: started.seed,
  ...(started.temperature !== null && { temperature: started.temperature }),
});

const deltaOf = (call: RunningCall, place: Place, text: string) => ({
  kind: 'text-delta' as const,
  task_id: call.started.task_id,
  call_id: call.started.call_id,
  round: place.round,
  speaker_index: place.speakerIndex,
  agent: place.agent,
  offset: call.text.length,
  text,
});

const failed = (code: string, message: string, retryable: boolean, partial: string): CallOutcome => ({
  kind: 'failed',
  error: { code, message, retryable },
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
  ports: RunPorts,
  started: EventData<'call-started'>,
  text: string,
  usage: Usage,
): Promise<Usage> => {
  if (usage.input !== undefined && usage.output !== undefined) return usage;
  const prompt = started.messages.map((message) => message.content).join('\n');
  return {
    ...usage,
    input: usage.input ?? (await ports.countTokens(prompt)),
    output: usage.output ?? (await ports.countTokens(text)),
    estimated: true,
  };
};
