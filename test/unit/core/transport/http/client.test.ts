import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../../core/contract/index.ts';
import { createHttpClient } from '../../../../../core/transport/http/client.ts';
import { problemResponse } from '../../../../../core/transport/http/problem.ts';

const client = (answer: (request: Request) => Response | Promise<Response>) => {
  const requests: Request[] = [];
  return {
    requests,
    api: createHttpClient({
      baseUrl: 'http://127.0.0.1:4310',
      token: 'secret',
      fetch: async (input, init) => {
        const request = new Request(input, init);
        requests.push(request);
        return answer(request);
      },
    }),
  };
};

describe('createHttpClient', () => {
  it('calls below /rpc with the token', async () => {
    const { api, requests } = client(() => Response.json({ json: { items: [] } }));
    expect(await api['agents.list']({})).toEqual({ items: [] });
    expect(requests[0]?.url).toBe('http://127.0.0.1:4310/rpc/agents.list');
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer secret');
  });

  it('takes refusals of the host itself', async () => {
    const refusal = new AgentNetError('host/unauthorized', 'The token is missing or wrong.', {
      remedy: 'Reload.',
    });
    const { api } = client(() => problemResponse(refusal, '/rpc/agents.list'));
    await expect(api['agents.list']({})).rejects.toMatchObject({
      code: 'host/unauthorized',
      remedy: 'Reload.',
    });
  });

  it('says when nobody answers, or somebody else', async () => {
    const nobody = client(() => Promise.reject(new TypeError('fetch failed')));
    await expect(nobody.api['agents.list']({})).rejects.toMatchObject({ code: 'host/unreachable' });
    const another = client(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }));
    await expect(another.api['agents.list']({})).rejects.toBeInstanceOf(AgentNetError);
  });
});
