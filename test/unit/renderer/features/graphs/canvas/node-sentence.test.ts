import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import { nodeSentence } from '../../../../../../renderer/features/graphs/canvas/node-sentence.ts';
import { neighboursOf } from '../../../../../../renderer/state/graph/index.ts';

const { graph } = readGraph({
  nodes: [
    { id: 'a', title: 'Plan', agent: 'Athena' },
    { id: 'b', kind: 'approval', prompt: 'ok?', deps: ['a'], disabled: true },
    { id: 'c', deps: ['b'] },
  ],
});
const say = (id: string) => nodeSentence(graph, neighboursOf(graph), id);

describe('nodeSentence', () => {
  it('says what a node is, who does it and what stands around it', () => {
    expect(say('a')).toBe('Plan, agent task; by Athena; before b');
    expect(say('b')).toBe('b, approval; disabled; after Plan; before c');
    expect(say('nobody')).toBe('');
  });
});
