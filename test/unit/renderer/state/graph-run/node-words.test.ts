import { describe, expect, it } from 'vitest';
import {
  describeNode,
  nodeStatuses,
  sourceWord,
  statusWord,
} from '../../../../../renderer/state/graph-run/node-words.ts';
import { nodeRun } from './node-run.ts';

describe('describeNode', () => {
  it('has a mark and a word of its own for every state', () => {
    const words = nodeStatuses.map((status) => describeNode(nodeRun('a', { status })).word);
    expect(new Set(words).size).toBe(nodeStatuses.length);
    expect(describeNode(nodeRun('a', { status: 'awaiting' }))).toEqual({
      mark: 'flagged',
      word: 'waits for you',
    });
  });

  it('puts the tape on an output that this run did not make', () => {
    expect(describeNode(nodeRun('a', { status: 'done', source: 'cached' }))).toEqual({
      mark: 'recorded',
      word: 'cached',
    });
    expect(describeNode(nodeRun('a', { status: 'done', source: 'run' })).mark).toBe('done');
    expect(sourceWord(nodeRun('a', { status: 'done', source: 'earlier' }))).toBe('earlier run');
  });

  it('says of a node that never ran what became of it, whatever its source', () => {
    expect(sourceWord(nodeRun('a', { status: 'skipped', source: 'run' }))).toBeNull();
    expect(statusWord('skipped').word).toBe('skipped');
  });
});
