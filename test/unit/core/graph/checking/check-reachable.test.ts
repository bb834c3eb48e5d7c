import { describe, expect, it } from 'vitest';
import { found, problemsOf } from './found-problems.ts';

describe('checkReachable', () => {
  it('finds what stands behind a way that is never taken, and what comes only from there', () => {
    const nodes = [
      { id: 'a' },
      { id: 'fixed', kind: 'condition', deps: ['a'], input: 'LGTM', test: { contains: 'lgtm' } },
      { id: 'broken', kind: 'condition', input: '{{a.output}}', test: { matches: '(?=x)' } },
      { id: 'ask', kind: 'approval', deps: ['a'], pinned: 'approved' },
      { id: 'open', kind: 'condition', input: '{{a.output}}', test: { contains: 'x' } },
      { id: 'x', deps: [{ node: 'fixed', port: 'no' }] },
      { id: 'y', deps: ['x'] },
      { id: 'joined', deps: ['x', 'a'] },
      { id: 'z', deps: [{ node: 'broken', port: 'yes' }, 'a'] },
      { id: 'w', deps: [{ node: 'ask', port: 'rejected' }] },
      { id: 'fine', deps: [{ node: 'fixed', port: 'yes' }, { node: 'open', port: 'no' }, 'joined'] },
      { id: 'later', kind: 'condition', input: '{{x.output}}', test: { empty: true } },
      { id: 'last', deps: [{ node: 'later', port: 'yes' }, 'a'] },
    ];
    const problems = problemsOf({ nodes });
    expect(found({ nodes })).toEqual([
      ['invalid-test', 'broken'],
      ['unreachable-node', 'x'],
      ['unreachable-node', 'z'],
      ['unreachable-node', 'w'],
      ['unreachable-node', 'y'],
      ['unreachable-node', 'later'],
      ['unreachable-node', 'last'],
    ]);
    expect(problems.find(({ node }) => node === 'x')?.message).toBe(
      'Node "x" can never run: "fixed" always goes the way "yes", never "no".',
    );
  });

  it('finds what stands behind a way that does not exist', () => {
    const nodes = [{ id: 'a' }, { id: 'b', deps: [{ node: 'a', port: 'yes' }] }, { id: 'c', deps: ['b'] }];
    expect(found({ nodes })).toEqual([
      ['unknown-port', 'b'],
      ['unreachable-node', 'b'],
      ['unreachable-node', 'c'],
    ]);
  });
});
