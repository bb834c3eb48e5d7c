import { MessageChannel } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { CoreApi } from '../../../../../core/contract/index.ts';
import { createMessagePortClient } from '../../../../../core/transport/message-port/client.ts';
import { serveMessagePort } from '../../../../../core/transport/message-port/serve.ts';

it('fails its calls when the other end closes', async () => {
  const { port1, port2 } = new MessageChannel();
  serveMessagePort({ 'agents.list': () => new Promise(() => undefined) } as unknown as CoreApi, port1);
  const call = createMessagePortClient(port2)['agents.list']({});
  await new Promise((resolve) => setTimeout(resolve, 0));
  port1.close();
  await expect(call).rejects.toMatchObject({ code: 'host/unreachable' });
});
