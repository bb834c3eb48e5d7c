import { describe, expect, it } from 'vitest';
import { runAround } from '../../../../../renderer/features/session/run-around.ts';

const parent = '00000000-0000-4000-8000-00000000000a';

describe('runAround', () => {
  it('is the session and the node of it in which one stands', () => {
    expect(runAround({ metadata: { parent, node: 'debate' } })).toEqual({ id: parent, node: 'debate' });
  });

  it('is nothing where metadata of a user only look like it', () => {
    expect(runAround({ metadata: {} })).toBeNull();
    expect(runAround({ metadata: { parent: 'company', node: 'x' } })).toBeNull();
    expect(runAround({ metadata: { parent } })).toBeNull();
  });
});
