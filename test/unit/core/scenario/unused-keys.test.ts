import { describe, expect, it } from 'vitest';
import { sessionSpecification } from '../../../../core/contract/index.ts';
import { unusedKeys } from '../../../../core/scenario/unused-keys.ts';

const unused = (change: object) => {
  const written = { mode: 'debate', topic: 'x', agents: ['Athena', 'Apollo'], ...change };
  return unusedKeys(written, sessionSpecification.parse(written)).map(({ path }) => path.join('.'));
};

describe('unusedKeys', () => {
  it.each([
    [{}, []],
    [{ moderator: 'Hermes' }, ['moderator']],
    [{ moderator: 'Hermes', strategy: 'moderated' }, []],
    [{ vote: {} }, ['vote']],
    [{ vote: {}, mode: 'consensus' }, []],
    [{ judge: 'Hermes' }, []],
    [{ judge: 'Hermes', mode: 'consensus' }, ['judge']],
    [{ judge: 'Hermes', mode: 'delegation' }, []],
    [{ judge: 'Hermes', mode: 'consensus', vote: { fallback: 'judge' } }, []],
    [{ convergence: { methods: ['lexical', 'vote'] } }, ['convergence.methods.1']],
    [{ convergence: { methods: ['vote'] }, mode: 'brainstorm' }, []],
    [{ convergence: { methods: ['vote'] }, mode: 'consensus' }, []],
    [{ graph: { nodes: [] } }, ['graph']],
    [
      { inputs: {}, parallel: 2, on_failure: 'stop', delegation: {}, planner: 'Planner' },
      ['inputs', 'planner', 'parallel', 'on_failure', 'delegation'],
    ],
    [{ mode: 'workflow', graph: {}, inputs: {}, parallel: 2, on_failure: 'stop', delegation: {} }, []],
    [{ mode: 'workflow', graph: {}, strategy: 'parallel', max_rounds: 2 }, ['strategy', 'max_rounds']],
    [{ mode: 'workflow', graph: {}, synthesizer: 'S', convergence: false }, ['synthesizer', 'convergence']],
    [{ mode: 'delegation', planner: 'Planner', max_rounds: 2, parallel: 2 }, []],
  ])('%j: %j', (change, paths) => {
    expect(unused(change)).toEqual(paths);
  });
});
