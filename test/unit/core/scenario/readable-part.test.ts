import { describe, expect, it } from 'vitest';
import { readablePart } from '../../../../core/scenario/readable-part.ts';

describe('readablePart', () => {
  it('keeps what is right on its own, and agents by their places', () => {
    expect(
      readablePart({
        mode: 'debate',
        topic: 5,
        agents: ['Athena', 7, 'no name!', 'Apollo@1.0.0'],
        foo: 1,
        vote: {},
      }),
    ).toEqual({
      mode: 'debate',
      agents: ['Athena', undefined, undefined, 'Apollo@1.0.0'],
      vote: { method: 'majority', quorum: 0.5, fallback: 'plurality' },
    });
  });

  it('takes a model as it is written', () => {
    expect(readablePart({ model: 'gpt-4o' })).toEqual({ model: 'gpt-4o' });
    expect(readablePart({ model: '' })).toEqual({});
    expect(readablePart({ model: 'x'.repeat(1_000) })).toEqual({});
  });

  it.each([[null], ['text'], [3], [[]], [{ agents: 'Athena' }]])('is empty for %j', (value) => {
    expect(readablePart(value)).toEqual({});
  });
});
