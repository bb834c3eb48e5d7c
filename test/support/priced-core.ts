import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Core, createCore } from '../../core/app/index.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Tokens that every answer of the server is said to have used. */
const USED = { prompt_tokens: 100, completion_tokens: 20 };
/** Micro-USD of such an answer of `lab/dear`, at 10 and 20 dollars a million; `lab/cheap` costs a tenth. */
export const COST = 1_400;

/** A real core whose models `lab/dear` and `lab/cheap` answer on loopback and have prices. */
export const openPricedCore = async (
  settings = '',
  { delayMs = 0 }: { readonly delayMs?: number } = {},
): Promise<{ readonly core: Core; readonly asked: string[] }> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', async () => {
      const { model } = JSON.parse(body);
      asked.push(model);
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const chunk = (data: object) =>
        response.write(
          `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model, ...data })}\n\n`,
        );
      chunk({ choices: [{ index: 0, delta: { role: 'assistant', content: 'Position: go on.' } }] });
      chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
      chunk({ choices: [], usage: { ...USED, total_tokens: 120 } });
      response.end('data: [DONE]\n\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const home = temporaryFolder();
  writeFileSync(
    join(home, 'config.yaml'),
    `providers:
  lab: { type: openai-compatible, base_url: http://127.0.0.1:${port}/v1, key: env:LAB_KEY }
prices:
  lab/dear: { input_usd_per_million: 10, output_usd_per_million: 20 }
  lab/cheap: { input_usd_per_million: 1, output_usd_per_million: 2 }
${settings}`,
  );
  const environment = { LAB_KEY: 'key', OLLAMA_HOST: 'http://127.0.0.1:9' };
  const core = await createCore({ home, host: 'cli', environment, logTo: 'none' });
  onTestFinished(() => core.close());
  return { core, asked };
};

/** A debate of two without an end of its own before its rounds are used. */
export const pricedDebate = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  mode: 'debate',
  topic: 'Designing a resilient edge network',
  agents: ['Athena', 'Apollo'],
  max_rounds: 2,
  convergence: false,
  model: 'lab/dear',
  max_output_tokens: 50,
  ...change,
});
