import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that speaks the chat API and counts 1,000 tokens in and 100 out for every answer. */
export interface ModelServer {
  /** `http://127.0.0.1:PORT/v1` */
  readonly address: string;
  /** Answers wait from now on, as if the model thought. */
  readonly hold: () => void;
  readonly release: () => void;
  /** The next requests are refused with this status, as often as said. */
  readonly failNext: (status: number, times: number) => void;
  readonly close: () => Promise<void>;
}

const WORDS =
  'A limit keeps the harbour calm. Claim: fewer ships mean quieter mornings. It costs some trade, and the town can bear that. Confidence: 0.8';

export const startModelServer = async (): Promise<ModelServer> => {
  let failures = { status: 503, left: 0 };
  let gate = Promise.resolve();
  let open = () => {};
  const server = createServer((request, response) => {
    request.resume().on('end', async () => {
      if (request.method !== 'POST') return json(response, 200, { data: [{ id: 'talker' }] });
      if (failures.left > 0) {
        failures = { ...failures, left: failures.left - 1 };
        return json(response, failures.status, { error: { message: 'The model is overloaded.' } });
      }
      await gate;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const word of WORDS.split(' ')) response.write(chunk({ delta: { content: `${word} ` } }));
      response.write(chunk({ delta: {}, finish_reason: 'stop' }));
      response.write(chunk(undefined, { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 }));
      response.end('data: [DONE]\n\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const release = () => open();
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    hold: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release,
    failNext: (status, times) => {
      failures = { status, left: times };
    },
    close: async () => {
      release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const json = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const chunk = (choice: object | undefined, usage?: object): string =>
  `data: ${JSON.stringify({
    id: 'answer-1',
    object: 'chat.completion.chunk',
    created: 1_700_000_000,
    model: 'talker',
    choices: choice === undefined ? [] : [{ index: 0, finish_reason: null, ...choice }],
    ...(usage !== undefined && { usage }),
  })}\n\n`;
