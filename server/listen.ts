import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AgentNetError } from '../core/contract/index.ts';
import { portOwner } from './port-owner.ts';

export const DEFAULT_PORT = 4310;
/** How many ports after the default one are tried before the system picks one. */
const NEIGHBOURS = 20;

/**
 * Listens and gives the port. Without a wish it is the default port or the next free one; a port that was asked
 * for and is taken is `host/port-in-use`, with its owner where that can be known.
 */
export const listen = async (server: Server, host: string, wanted?: number): Promise<number> => {
  const ports = wanted === undefined ? neighbours() : [wanted];
  for (const [index, port] of ports.entries()) {
    try {
      server.listen({ host, port, exclusive: true });
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const busy = codeOf(error) === 'EADDRINUSE';
      if (busy && index < ports.length - 1) continue;
      throw busy ? await portInUse(host, port) : cannotListen(host, port, error);
    }
  }
  throw new AgentNetError('internal', 'There was no port to try.');
};

const neighbours = (): readonly number[] => [
  ...Array.from({ length: NEIGHBOURS }, (_, index) => DEFAULT_PORT + index),
  0,
];

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const portInUse = async (host: string, port: number): Promise<AgentNetError> => {
  const owner = await portOwner(port);
  return new AgentNetError(
    'host/port-in-use',
    `Port ${port} on ${host} is in use by ${owner ?? 'another program'}.`,
    {
      kept: 'Nothing was started.',
      remedy:
        'End that program, choose another port with --port, or leave --port out to take the next free one.',
      data: { host, port, ...(owner !== undefined && { owner }) },
    },
  );
};

const cannotListen = (host: string, port: number, error: unknown): AgentNetError => {
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'ports below 1024 need rights that this user does not have',
    EADDRNOTAVAIL: 'this machine has no such address',
    ENOTFOUND: 'no address is known by that name',
    EAI_AGAIN: 'no address is known by that name',
  };
  const code = String(codeOf(error));
  return new AgentNetError(
    'input/usage',
    `Cannot listen on ${host}, port ${port}: ${reasons[code] ?? code}.`,
    {
      kept: 'Nothing was started.',
      remedy: 'Leave --host and --port out to serve this machine only, on the first free port.',
      cause: error,
    },
  );
};
