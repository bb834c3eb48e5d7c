/** How each kind of API writes an answer, an error and its end; for servers that fail on purpose. */
export interface ApiBodies {
  readonly contentType: string;
  /** Path that an answer is asked for; other requests are questions about the server. */
  readonly asks: RegExp;
  readonly opening: readonly string[];
  readonly token: (text: string) => string;
  readonly closing: readonly string[];
  /** Closing of an answer that a filter refused. */
  readonly refusal: readonly string[];
  readonly errorEvent: string;
  readonly malformed: string;
  /** Bytes that say nothing but that the server lives. */
  readonly keepAlive: string;
  readonly error: (type: string, message: string) => string;
}

const json = (value: unknown): string => JSON.stringify(value);
const data = (value: unknown): string => `data: ${json(value)}\n\n`;
const named = (value: { readonly type: string }): string => `event: ${value.type}\n${data(value)}`;

const chunk = (delta: object, finish: string | null = null) =>
  data({
    id: 'c1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'served',
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
const chatUsage = data({
  id: 'c1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'served',
  choices: [],
  usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 },
});

const chat: ApiBodies = {
  contentType: 'text/event-stream',
  asks: /chat\/completions/,
  opening: [],
  token: (text) => chunk({ content: text }),
  closing: [chunk({}, 'stop'), chatUsage, 'data: [DONE]\n\n'],
  refusal: [chunk({}, 'content_filter'), chatUsage, 'data: [DONE]\n\n'],
  errorEvent: data({ error: { message: 'It broke.', type: 'server_error', code: null } }),
  malformed: 'data: {"id": "c1", "choices": [{"delta" \n\n',
  keepAlive: ': still here\n\n',
  error: (type, message) => json({ error: { message, type, code: type } }),
};

const part = { item_id: 'm1', output_index: 0, content_index: 0 };
const completed = (status: string, extra: object = {}) =>
  named({
    type: `response.${status}`,
    response: {
      id: 'r1',
      model: 'served',
      status,
      output: [],
      usage: { input_tokens: 12, output_tokens: 3, total_tokens: 15 },
      ...extra,
    },
  } as { type: string });

const responses: ApiBodies = {
  ...chat,
  asks: /responses/,
  opening: [
    named({ type: 'response.created', response: { id: 'r1', model: 'served', status: 'in_progress' } } as {
      type: string;
    }),
  ],
  token: (text) => named({ type: 'response.output_text.delta', ...part, delta: text } as { type: string }),
  closing: [completed('completed')],
  refusal: [completed('incomplete', { incomplete_details: { reason: 'content_filter' } })],
  errorEvent: named({ type: 'error', code: 'server_error', message: 'It broke.' } as { type: string }),
  malformed: 'event: response.output_text.delta\ndata: {"type": "response.output_text.delta", \n\n',
};

const anthropic: ApiBodies = {
  ...chat,
  asks: /messages/,
  opening: [
    named({
      type: 'message_start',
      message: {
        id: 'm1',
        type: 'message',
        role: 'assistant',
        model: 'served',
        content: [],
        stop_reason: null,
        usage: { input_tokens: 12, output_tokens: 1 },
      },
    } as { type: string }),
    named({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } } as {
      type: string;
    }),
  ],
  token: (text) =>
    named({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } } as { type: string }),
  closing: [
    named({ type: 'content_block_stop', index: 0 } as { type: string }),
    named({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 3 } } as {
      type: string;
    }),
    named({ type: 'message_stop' }),
  ],
  refusal: [
    named({ type: 'content_block_stop', index: 0 } as { type: string }),
    named({ type: 'message_delta', delta: { stop_reason: 'refusal' }, usage: { output_tokens: 3 } } as {
      type: string;
    }),
    named({ type: 'message_stop' }),
  ],
  errorEvent: named({ type: 'error', error: { type: 'api_error', message: 'It broke.' } } as {
    type: string;
  }),
  malformed: 'event: content_block_delta\ndata: {"type": "content_block_delta", \n\n',
  keepAlive: 'event: ping\ndata: {"type": "ping"}\n\n',
  error: (type, message) => json({ type: 'error', error: { type, message } }),
};

const line = (value: object): string => `${json({ model: 'served', ...value })}\n`;
const ollamaEnd = (reason: string) =>
  line({
    message: { role: 'assistant', content: '' },
    done: true,
    done_reason: reason,
    prompt_eval_count: 12,
    eval_count: 3,
  });

const ollama: ApiBodies = {
  contentType: 'application/x-ndjson',
  asks: /api\/chat/,
  opening: [],
  token: (text) => line({ message: { role: 'assistant', content: text }, done: false }),
  closing: [ollamaEnd('stop')],
  refusal: [ollamaEnd('content_filter')],
  errorEvent: `${json({ error: 'It broke.' })}\n`,
  malformed: '{"model": "served", "message": {\n',
  keepAlive: '\n',
  error: (_type, message) => json({ error: message }),
};

/** Every type of provider, with the entry of config.yaml that leads to a server at an address. */
export const providers = {
  openai: { bodies: chat, entry: { type: 'openai', key: 'env:K' }, path: '/v1' },
  responses: { bodies: responses, entry: { type: 'openai', api: 'responses', key: 'env:K' }, path: '/v1' },
  azure: { bodies: chat, entry: { type: 'azure', key: 'env:K' }, path: '' },
  anthropic: { bodies: anthropic, entry: { type: 'anthropic', key: 'env:K' }, path: '' },
  huggingface: { bodies: chat, entry: { type: 'huggingface', key: 'env:K' }, path: '/v1' },
  ollama: { bodies: ollama, entry: { type: 'ollama' }, path: '' },
  compatible: { bodies: chat, entry: { type: 'openai-compatible', key: 'env:K' }, path: '/v1' },
} as const satisfies Record<
  string,
  { readonly bodies: ApiBodies; readonly entry: object; readonly path: string }
>;
export type ProviderName = keyof typeof providers;
