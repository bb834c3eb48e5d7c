import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { AgentNetError, type ErrorCode, errorCodes } from '../../../../core/contract/index.ts';
import { fromRpcError, toRpcError } from '../../../../core/transport/rpc-error.ts';

const there = (error: unknown) =>
  new ORPCError(
    'x',
    JSON.parse(JSON.stringify(toRpcError(error).toJSON())) as { status: number; data: unknown },
  );

describe('errors of the RPC library', () => {
  it.each(Object.keys(errorCodes) as ErrorCode[])('carry %s there and back', (code) => {
    const error = new AgentNetError(code, 'words', {
      where: { path: 'a' },
      kept: 'k',
      remedy: 'r',
      data: { n: 1 },
    });
    expect(toRpcError(error).status).toBe(errorCodes[code].status);
    expect(fromRpcError(there(error)).toWire()).toEqual(error.toWire());
  });

  it('leave one that is already in our form alone', () => {
    const once = toRpcError(new AgentNetError('storage/locked', 'busy'));
    expect(toRpcError(once)).toBe(once);
  });

  it('give the library’s own refusals one of our codes', () => {
    const codeOf = (name: string) => fromRpcError(toRpcError(new ORPCError(name))).code;
    expect(codeOf('NOT_FOUND')).toBe('input/unknown-route');
    expect(codeOf('BAD_REQUEST')).toBe('input/usage');
    expect(codeOf('INTERNAL_SERVER_ERROR')).toBe('internal');
  });

  it('do not carry the stack or the cause of what was not foreseen', () => {
    const text = JSON.stringify(toRpcError(new TypeError('broken')).toJSON());
    expect(text).toContain('broken');
    expect(text).not.toContain('rpc-error.test');
  });
});
