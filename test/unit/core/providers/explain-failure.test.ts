import { expect, it } from 'vitest';
import { AgentNetError } from '../../../../core/contract/index.ts';
import { explainFailure } from '../../../../core/providers/explain-failure.ts';
import { idleWire } from './idle-wire.ts';

const explain = (thrown: unknown, changes = {}, mapped: AgentNetError | null = null) =>
  explainFailure(thrown, { ...idleWire(), ...changes }, { mapError: () => mapped }, 0);

it('lets what broke the transfer win over what the SDK made of it', () => {
  const broken = new AgentNetError('provider/timeout', 'late');
  expect(explain(new TypeError('fetch failed'), { failure: () => broken })).toBe(broken);
});

it('tells an unreadable part from one that the end has cut', () => {
  expect(explain(new SyntaxError('x')).code).toBe('provider/malformed');
  expect(explain(new SyntaxError('x'), { bodyEnded: () => true }).code).toBe('provider/cut');
});

it('takes the word of the adapter, and calls the rest malformed', () => {
  const own = new AgentNetError('provider/auth', 'no');
  expect(explain(new Error('x'), {}, own)).toBe(own);
  expect(explain(own)).toBe(own);
  expect(explain(new TypeError('x'))).toMatchObject({
    code: 'provider/malformed',
    cause: expect.any(TypeError),
  });
});
