import { describe, expect, it } from 'vitest';
import { AgentNetError, problemDocument } from '../../../../../core/contract/index.ts';
import {
  errorFromProblem,
  PROBLEM_TYPE,
  problemResponse,
} from '../../../../../core/transport/http/problem.ts';

const error = new AgentNetError('input/unknown-agent', 'There is no agent Atena.', {
  where: { path: 'agents[0]' },
  kept: 'Nothing was started.',
  remedy: 'Did you mean Athena?',
  data: { nearest: 'Athena' },
});

describe('problem documents', () => {
  it('say what RFC 9457 and the contract ask for', async () => {
    const response = problemResponse(error, '/api/v1/sessions');
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe(PROBLEM_TYPE);
    const document: unknown = await response.json();
    expect(problemDocument.parse(document)).toEqual({
      type: 'urn:agentnet:error:input:unknown-agent',
      title: 'input/unknown-agent',
      status: 422,
      detail: 'There is no agent Atena.',
      instance: '/api/v1/sessions',
      code: 'input/unknown-agent',
      where: { path: 'agents[0]' },
      kept: 'Nothing was started.',
      remedy: 'Did you mean Athena?',
      data: { nearest: 'Athena' },
    });
    expect(errorFromProblem(document).toWire()).toEqual(error.toWire());
  });

  it('may have a finer status and headers of their own', async () => {
    const response = problemResponse(error, '/x', { status: 405, headers: { allow: 'GET' } });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
    expect(await response.json()).toMatchObject({ status: 405 });
  });

  it('do not repeat what was given in the place of a provider: it may be a key', async () => {
    const response = problemResponse(error, '/api/v1/keys/sk-canary/test');
    expect(await response.json()).toMatchObject({ instance: '/api/v1/keys/{provider}/test' });
  });

  it('of somebody else are not taken for ours', () => {
    for (const document of [null, 'text', { code: 'nginx' }, {}]) {
      expect(errorFromProblem(document).code).toBe('internal');
    }
  });
});
