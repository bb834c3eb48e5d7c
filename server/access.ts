import type { IncomingHttpHeaders } from 'node:http';
import { AgentNetError } from '../core/contract/index.ts';
import { knownHost } from './host-names.ts';
import { bearerToken, sameToken } from './token.ts';

export interface AccessPolicy {
  readonly host: string;
  readonly port: number;
  readonly token: string;
}

export interface Access {
  /** Throws `host/forbidden-origin` for a request that comes by another name or from another page. */
  readonly checkSource: (headers: IncomingHttpHeaders) => void;
  /** Throws `host/unauthorized` without the right token. */
  readonly checkToken: (headers: IncomingHttpHeaders) => void;
}

export const createAccess = (policy: AccessPolicy): Access => {
  const isKnownHost = knownHost(policy.host, policy.port);
  return {
    checkSource: ({ host, origin }) => {
      if (!isKnownHost(host)) {
        throw new AgentNetError(
          'host/forbidden-origin',
          `AgentNet is not served as ${host ?? 'a host without a name'}.`,
          {
            remedy:
              'Open the address that `agentnet serve` printed, or start it with --host for another one.',
          },
        );
      }
      // Browsers send no Origin with simple reads of the same page; a foreign page cannot leave it out.
      if (origin === undefined || origin === `http://${host}`) return;
      throw new AgentNetError('host/forbidden-origin', `Pages of ${origin} may not call AgentNet.`, {
        remedy: 'Call it from its own page, or from a program that sends no Origin header.',
      });
    },
    checkToken: ({ authorization }) => {
      const token = bearerToken(authorization);
      if (token !== undefined && sameToken(token, policy.token)) return;
      throw new AgentNetError('host/unauthorized', `The access token is ${token ? 'wrong' : 'missing'}.`, {
        remedy: 'Open the address that `agentnet serve` printed, or send its token as Authorization: Bearer.',
      });
    },
  };
};
