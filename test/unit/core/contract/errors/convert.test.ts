import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../../core/contract/errors/agent-net-error.ts';
import { errorCodes, isErrorCode } from '../../../../../core/contract/errors/codes.ts';
import { fromWire, toAgentNetError, toProblemDocument } from '../../../../../core/contract/errors/convert.ts';
import { problemDocument, wireError } from '../../../../../core/contract/errors/wire-error.ts';

const full = new AgentNetError('input/invalid', 'Wrong.', {
  where: { file: 'f.yaml', line: 3 },
  kept: 'All.',
  remedy: 'Mend it.',
  data: { a: 1 },
});

describe('toAgentNetError', () => {
  it('leaves ours alone, and keeps the cause of any other', () => {
    expect(toAgentNetError(full)).toBe(full);
    const cause = new TypeError('x is undefined');
    const error = toAgentNetError(cause);
    expect(error).toMatchObject({ code: 'internal', cause });
    expect(error.message).toContain('x is undefined');
    expect(toAgentNetError('text').message).toContain('text');
    expect(toAgentNetError(undefined).code).toBe('internal');
  });
});

describe('fromWire', () => {
  it('brings back what toWire sent, for every code', () => {
    expect(fromWire(full.toWire()).toWire()).toEqual(full.toWire());
    for (const code of Object.keys(errorCodes).filter(isErrorCode)) {
      const wire = new AgentNetError(code, 'x').toWire();
      expect(wireError.parse(wire)).toEqual(wire);
      expect(fromWire(JSON.parse(JSON.stringify(wire))).toWire()).toEqual(wire);
    }
  });

  it('keeps the words of a code that it does not know', () => {
    expect(fromWire({ code: 'future/thing', message: 'New.', retryable: true })).toMatchObject({
      code: 'internal',
      message: 'New.',
    });
  });
});

describe('toProblemDocument', () => {
  it('is a problem document with the status of its code', () => {
    const document = toProblemDocument(full, '/api/v1/sessions');
    expect(problemDocument.parse(document)).toEqual(document);
    expect(document).toEqual({
      type: 'urn:agentnet:error:input:invalid',
      title: 'input/invalid',
      status: 422,
      detail: 'Wrong.',
      instance: '/api/v1/sessions',
      code: 'input/invalid',
      where: { file: 'f.yaml', line: 3 },
      kept: 'All.',
      remedy: 'Mend it.',
      data: { a: 1 },
    });
    expect(toProblemDocument(new AgentNetError('internal', 'x'))).not.toHaveProperty('instance');
  });
});
