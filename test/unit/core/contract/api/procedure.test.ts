import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { stream, unary } from '../../../../../core/contract/api/procedure.ts';

describe('procedures', () => {
  it('are plain data with their kind', () => {
    const input = z.object({ id: z.string() });
    const call = { method: 'GET', path: '/x/{id}', summary: 'X.', input, output: z.number() } as const;
    expect(unary(call)).toEqual({ kind: 'unary', ...call });
    const flow = { path: '/x', summary: 'X.', input, message: z.number() };
    expect(stream(flow)).toEqual({ kind: 'stream', ...flow });
  });
});
