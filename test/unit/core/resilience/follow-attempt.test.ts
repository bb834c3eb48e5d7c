import { describe, expect, it } from 'vitest';
import { type BegunAttempt, followAttempt } from '../../../../core/resilience/follow-attempt.ts';

const begun = async (source: AsyncGenerator<string>, told: string[]): Promise<BegunAttempt<string>> => {
  const first = await source.next();
  return {
    first,
    parts: source,
    seen: (result) => told.push(result.done ? 'end' : result.value),
    failed: (thrown) => new Error(`told of ${String(thrown)}`),
    left: () => told.push('left'),
  };
};
const read = async (parts: AsyncIterable<string>, most = Number.POSITIVE_INFINITY): Promise<string[]> => {
  const got: string[] = [];
  for await (const part of parts) {
    got.push(part);
    if (got.length === most) break;
  }
  return got;
};

describe('followAttempt', () => {
  it('gives the first part and all that follow, and tells of each and of the end', async () => {
    const told: string[] = [];
    const source = async function* () {
      yield* ['a', 'b', 'c'];
    };
    expect(await read(followAttempt(() => begun(source(), told)))).toEqual(['a', 'b', 'c']);
    expect(told).toEqual(['a', 'b', 'c', 'end']);
  });

  it('ends at once where nothing was said', async () => {
    const told: string[] = [];
    const source = async function* (): AsyncGenerator<string> {};
    expect(await read(followAttempt(() => begun(source(), told)))).toEqual([]);
    expect(told).toEqual(['end']);
  });

  it('throws what the watcher makes of a failure, and what begin threw as it is', async () => {
    const broken = async function* () {
      yield 'a';
      throw new Error('it');
    };
    await expect(read(followAttempt(() => begun(broken(), [])))).rejects.toThrow('told of Error: it');
    await expect(read(followAttempt(() => Promise.reject(new Error('never began'))))).rejects.toThrow(
      'never began',
    );
  });

  it('closes the source when the reader goes away', async () => {
    const told: string[] = [];
    let closed = false;
    const source = async function* () {
      try {
        yield* ['a', 'b', 'c'];
      } finally {
        closed = true;
      }
    };
    expect(
      await read(
        followAttempt(() => begun(source(), told)),
        2,
      ),
    ).toEqual(['a', 'b']);
    expect({ closed, told }).toEqual({ closed: true, told: ['a', 'b', 'left'] });
  });
});
