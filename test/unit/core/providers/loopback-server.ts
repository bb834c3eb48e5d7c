import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Runs a test against a server on loopback and closes it whatever happens. */
export const withServer = async (
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  test: (address: string) => Promise<void>,
): Promise<void> => {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await test(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
};
