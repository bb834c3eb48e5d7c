import { Worker } from 'node:worker_threads';
import Anthropic from '@anthropic-ai/sdk';
import { Ollama } from 'ollama/browser';
import OpenAI from 'openai';
import { realEffects } from '../core/effects/index.ts';
import { type ChatModel, defaultStubSettings, openModel } from '../core/providers/index.ts';
import { show, spread } from './spread.ts';

/**
 * What our layer costs over the provider's SDK alone: the same 10,000 chunks from a server on loopback,
 * read by the SDK with its own fetch and by our model on the same SDK. Both put the text together. The
 * ratio is of two runs that follow each other, with the order turned round every time.
 */
const CHUNKS = 10_000;
const REPEATS = 31;
const WARM_UP = 4;
const GOAL = 1.05;

interface Body {
  readonly type: string;
  readonly events: readonly string[];
}

const words = Array.from({ length: CHUNKS }, (_, index) => `word${index % 97} `);
const sse = (events: readonly object[]): Body['events'] =>
  events.map((event) => {
    const name = 'type' in event ? `event: ${String(event.type)}\n` : '';
    return `${name}data: ${JSON.stringify(event)}\n\n`;
  });

const chunk = (delta: object, finish_reason: string | null) => ({
  id: 'chatcmpl-bench',
  object: 'chat.completion.chunk',
  created: 1_760_000_000,
  model: 'm',
  choices: [{ index: 0, delta, finish_reason }],
});
const bodies: Readonly<Record<string, Body>> = {
  '/v1/chat/completions': {
    type: 'text/event-stream',
    events: [
      ...sse([...words.map((content) => chunk({ content }, null)), chunk({}, 'stop')]),
      'data: [DONE]\n\n',
    ],
  },
  '/v1/responses': {
    type: 'text/event-stream',
    events: sse([
      ...words.map((delta, sequence_number) => ({
        type: 'response.output_text.delta',
        sequence_number,
        item_id: 'msg_bench',
        output_index: 0,
        content_index: 0,
        delta,
      })),
      { type: 'response.completed', response: { status: 'completed', model: 'm', output: [] } },
    ]),
  },
  '/v1/messages': {
    type: 'text/event-stream',
    events: sse([
      { type: 'message_start', message: { model: 'm', content: [], usage: { input_tokens: 1 } } },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      ...words.map((text) => ({
        type: 'content_block_delta',
        index: 0,
        delta: { type: 'text_delta', text },
      })),
      { type: 'content_block_stop', index: 0 },
      { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: CHUNKS } },
      { type: 'message_stop' },
    ]),
  },
  '/api/chat': {
    type: 'application/x-ndjson',
    events: [
      ...words.map((content) => ({ model: 'm', message: { role: 'assistant', content }, done: false })),
      { model: 'm', message: { role: 'assistant', content: '' }, done: true, done_reason: 'stop' },
    ].map((line) => `${JSON.stringify(line)}\n`),
  },
};

const messages = [{ role: 'user' as const, content: 'Write.' }];
const server = new Worker(new URL('./chunk-server.js', import.meta.url), { workerData: { bodies } });
const { port } = await new Promise<{ readonly port: number }>((resolve) => server.once('message', resolve));
const host = `http://127.0.0.1:${port}`;

/** Each SDK as its documentation shows it. */
const alone: Readonly<Record<string, () => Promise<string>>> = {
  openai: async () => {
    const client = new OpenAI({ baseURL: `${host}/v1`, apiKey: 'none' });
    let text = '';
    const events = await client.chat.completions.create({ model: 'm', messages, stream: true });
    for await (const event of events) text += event.choices[0]?.delta.content ?? '';
    return text;
  },
  responses: async () => {
    const client = new OpenAI({ baseURL: `${host}/v1`, apiKey: 'none' });
    let text = '';
    const events = await client.responses.create({ model: 'm', input: messages, stream: true });
    for await (const event of events) if (event.type === 'response.output_text.delta') text += event.delta;
    return text;
  },
  anthropic: async () => {
    const client = new Anthropic({ baseURL: host, apiKey: 'none' });
    let text = '';
    const events = await client.messages.create({ model: 'm', messages, max_tokens: 9, stream: true });
    for await (const event of events) {
      if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') text += event.delta.text;
    }
    return text;
  },
  ollama: async () => {
    const client = new Ollama({ host });
    let text = '';
    for await (const line of await client.chat({ model: 'm', messages, stream: true }))
      text += line.message.content;
    return text;
  },
};

const settings = {
  entries: {
    openai: { type: 'openai', base_url: `${host}/v1`, key: 'env:KEY' },
    responses: { type: 'openai', api: 'responses', base_url: `${host}/v1`, key: 'env:KEY' },
    anthropic: { type: 'anthropic', base_url: host, key: 'env:KEY' },
    ollama: { type: 'ollama', base_url: host },
  },
  environment: {},
  stub: defaultStubSettings,
  keyOf: async () => 'none',
} as const;

const ours = async (model: ChatModel): Promise<string> => {
  let text = '';
  const request = { messages, maxOutputTokens: CHUNKS };
  for await (const part of model.stream(request, new AbortController().signal)) {
    if (part.kind === 'text-delta') text += part.text;
  }
  return text;
};

/** Time on the clock, and time that this thread was at work, which other programs disturb less; both in ms. */
interface Times {
  readonly wall: number;
  readonly work: number;
}

const timed = async (run: () => Promise<string>): Promise<Times> => {
  globalThis.gc?.();
  const worked = process.threadCpuUsage();
  const started = performance.now();
  const text = await run();
  const wall = performance.now() - started;
  const { user, system } = process.threadCpuUsage(worked);
  if (text !== words.join('')) throw new Error('the text is not the one that was sent');
  return { wall, work: (user + system) / 1_000 };
};

console.log(
  `${CHUNKS} chunks; ours by the SDK alone, median (lowest to highest) of ${REPEATS} pairs; goal: at most ${GOAL}`,
);
for (const [name, sdk] of Object.entries(alone)) {
  const model = await openModel(`${name}/m`, settings, realEffects);
  const pairs: { readonly sdk: Times; readonly ours: Times }[] = [];
  for (let repeat = -WARM_UP; repeat < REPEATS; repeat += 1) {
    const isSdkFirst = repeat % 2 === 0;
    const early = isSdkFirst ? await timed(sdk) : await timed(() => ours(model));
    const late = isSdkFirst ? await timed(() => ours(model)) : await timed(sdk);
    if (repeat >= 0) pairs.push(isSdkFirst ? { sdk: early, ours: late } : { sdk: late, ours: early });
  }
  const ratio = (of: keyof Times) => show(spread(pairs.map((pair) => pair.ours[of] / pair.sdk[of])), 3);
  const sdkMs = show(spread(pairs.map((pair) => pair.sdk.wall)));
  console.log(
    `${name.padEnd(10)} time ${ratio('wall')}   work of the thread ${ratio('work')}   SDK ${sdkMs} ms`,
  );
}
await server.terminate();
