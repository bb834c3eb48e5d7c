import type { EventData } from '../../contract/index.ts';
import { withoutProvider } from '../without-provider.ts';
import type { Attributes } from './span.ts';

/**
 * Names of the OpenTelemetry conventions for generative AI where they have one, read in version 1.41; ours begin with
 * `agentnet.`. Prompts and answers are left out: a trace is often handed on.
 */
export const askedAttributes = (data: EventData<'call-started'>): Attributes => ({
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': data.provider,
  'gen_ai.request.model': withoutProvider(data.provider, data.model),
  'gen_ai.request.max_tokens': data.max_output_tokens,
  'gen_ai.request.temperature': data.temperature === null ? null : { double: data.temperature },
  'gen_ai.request.seed': data.seed,
  'gen_ai.request.stream': true,
  'gen_ai.output.type': data.response_schema ? 'json' : 'text',
  'agentnet.call.id': data.call_id,
  'agentnet.call.attempt': data.attempt,
  'agentnet.call.link': data.link,
  'agentnet.call.repeated': data.repeated ? true : null,
  'agentnet.call.compressed': data.compressed,
  'agentnet.call.downgraded_from': data.downgraded_from,
  'agentnet.call.downgrade_rule': data.downgrade_rule,
});

export const answeredAttributes = ({ outcome }: EventData<'call-ended'>): Attributes => {
  if (outcome.kind === 'abandoned') return { 'agentnet.call.abandoned': outcome.reason };
  const usage = outcome.usage ?? {};
  const counted: Attributes = {
    'gen_ai.usage.input_tokens': usage.input,
    'gen_ai.usage.output_tokens': usage.output,
    'gen_ai.usage.cache_read.input_tokens': usage.cached_read,
    'gen_ai.usage.cache_creation.input_tokens': usage.cached_write,
    'gen_ai.usage.reasoning.output_tokens': usage.reasoning,
    'agentnet.usage.estimated': usage.estimated,
  };
  if (outcome.kind === 'failed') return counted;
  const { model, finish_reason: reason, first_token_ms: first, request_id: request, cached } = outcome;
  return {
    ...counted,
    'gen_ai.response.model': model,
    'gen_ai.response.finish_reasons': [reason.unified],
    'gen_ai.response.time_to_first_chunk': first === null ? null : { double: first / 1000 },
    'agentnet.call.request_id': request,
    'agentnet.call.cached': cached,
  };
};

export const paidAttributes = (data: EventData<'cost-recorded'>): Attributes => ({
  'agentnet.cost.micro_usd': data.micro_usd,
  'agentnet.cost.price_table': data.price_table,
});
