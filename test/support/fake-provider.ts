import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server takes a call to a model; one that is `busy` says so once and then answers. */
export type FakeMood = 'answers' | 'repeats' | 'refuses' | 'hangs' | 'busy';

export interface FakeProvider {
  /** Address without a path. */
  readonly url: string;
  /** Keys it was sent, in their order. */
  readonly keys: readonly string[];
  /** A server that refuses repeats the key in every form it can think of, and so does one that `repeats` it in an answer. */
  mood: FakeMood;
  /** How long one that is busy asks for patience, in milliseconds. */
  busyMs: number;
  readonly close: () => Promise<void>;
}

const models = { object: 'list', data: [{ id: 'alpha' }, { id: 'beta' }] };

/** What a careless server tells of a key: as it is, and as logs and proxies rewrite it. */
const echo = (key: string): string => {
  const bytes = Buffer.from(key);
  return `Incorrect API key provided: ${key}, ${bytes.toString('base64')}, ${bytes.toString('hex')}, ${encodeURIComponent(key)}`;
};

const piecesOf = (text: string): readonly string[] => text.match(/.{1,7}/gs) ?? [];

/** In pieces of seven letters, so that a key in the text is cut. */
const chunks = (text: string, thought = ''): string =>
  [
    ...piecesOf(thought).map((piece) => ({
      choices: [{ index: 0, delta: { role: 'assistant', reasoning_content: piece }, finish_reason: null }],
    })),
    ...piecesOf(text).map((piece) => ({
      choices: [{ index: 0, delta: { role: 'assistant', content: piece }, finish_reason: null }],
    })),
    { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
    { choices: [], usage: { prompt_tokens: 5, completion_tokens: 4, total_tokens: 9 } },
  ]
    .map((part) => ({ id: 'chat-1', object: 'chat.completion.chunk', created: 1, model: 'alpha', ...part }))
    .map((part) => `data: ${JSON.stringify(part)}\n\n`)
    .join('')
    .concat('data: [DONE]\n\n');

const messages = (text: string, thought = ''): string =>
  [
    {
      type: 'message_start',
      message: {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'alpha',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: 5, output_tokens: 1 },
      },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '' } },
    ...piecesOf(thought).map((thinking) => ({
      ...{ type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking } },
    })),
    { type: 'content_block_stop', index: 0 },
    { type: 'content_block_start', index: 1, content_block: { type: 'text', text: '' } },
    ...piecesOf(text).map((piece) => ({
      ...{ type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: piece } },
    })),
    { type: 'content_block_stop', index: 1 },
    {
      type: 'message_delta',
      delta: { stop_reason: 'end_turn', stop_sequence: null },
      usage: { output_tokens: 4 },
    },
    { type: 'message_stop' },
  ]
    .map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
    .join('');

const keyIn = ({ headers }: IncomingMessage): string =>
  headers.authorization?.replace(/^Bearer /, '') ?? String(headers['x-api-key'] ?? headers['api-key'] ?? '');

/** A server on loopback that speaks the protocols of OpenAI and Anthropic well enough for a run. */
export const startFakeProvider = async (): Promise<FakeProvider> => {
  const keys: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse, mood: FakeMood) => {
    const key = keyIn(request);
    keys.push(key);
    if (mood === 'hangs') return;
    if (mood === 'busy') {
      provider.mood = 'answers';
      const headers = { 'content-type': 'application/json', 'retry-after-ms': String(provider.busyMs) };
      response.writeHead(429, headers);
      response.end(JSON.stringify({ error: { type: 'rate_limit_error', message: 'Too many requests.' } }));
      return;
    }
    if (mood === 'refuses') {
      response.writeHead(401, { 'content-type': 'application/json', 'x-request-id': `refused-${key}` });
      response.end(
        JSON.stringify({
          error: { type: 'invalid_request_error', code: 'invalid_api_key', message: echo(key) },
        }),
      );
      return;
    }
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(models));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const speaks = request.url?.includes('/messages') ? messages : chunks;
    const repeated = mood === 'repeats' ? echo(key) : '';
    response.end(speaks(`A plain answer of a server that was made for tests. ${repeated}`, repeated));
  };
  const provider = { keys, mood: 'answers' as FakeMood, busyMs: 50 };
  const server = createServer((request, response) => {
    request.resume().once('end', () => answer(request, response, provider.mood));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(provider, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
};
