import { describe, expect, it } from 'vitest';
import { type GraphNode, readGraph } from '../../../../../../core/graph/index.ts';
import {
  agentOf,
  cardWords,
  kindWordOf,
  testWords,
} from '../../../../../../renderer/state/graph/flow/card-words.ts';

const nodeOf = (data: Record<string, unknown>) =>
  readGraph({ nodes: [{ id: 'n', ...data }] }).graph.nodes[0] as GraphNode;

describe('cardWords', () => {
  it('says title, agent without version, one line of the prompt and what is not as by default', () => {
    const words = cardWords(
      nodeOf({
        title: 'Name',
        prompt: 'Two\n  lines',
        agent: 'Apollo@1.0.0',
        retries: 2,
        timeout_s: 60,
        output: 'list',
      }),
    );
    expect(words).toEqual({
      title: 'Name',
      kind: 'Agent task',
      text: 'Two lines',
      agent: 'Apollo',
      facts: ['list', '3 tries', '60 s'],
    });
  });

  it('calls a node without title by its id, and cuts what nobody sees', () => {
    expect(cardWords(nodeOf({ prompt: 'x'.repeat(5000) }))).toMatchObject({ title: 'n', facts: [] });
    expect(cardWords(nodeOf({ prompt: 'x'.repeat(5000) })).text).toHaveLength(160);
  });

  it('says what a node without a prompt of its own does', () => {
    expect(cardWords(nodeOf({ kind: 'condition', test: { above: 3 } })).text).toBe(
      'What comes in is above 3',
    );
    expect(cardWords(nodeOf({ kind: 'subgraph', graph: 'part' })).text).toBe('Runs part');
    expect(cardWords(nodeOf({ kind: 'map', over: 'x', graph: 'part' })).text).toBe('Runs part for each item');
    expect(cardWords(nodeOf({ kind: 'loop', graph: 'part', max: 4 }))).toMatchObject({
      text: 'Runs part again and again',
      facts: ['at most 4 rounds'],
    });
    expect(cardWords(nodeOf({ disabled: true, pinned: 'x', budget: { usd: 0.5 } })).facts).toEqual([
      'disabled',
      'pinned',
      '$0.5',
    ]);
  });
});

describe('kindWordOf', () => {
  it('names a kind of a newer version as its file does', () => {
    expect(kindWordOf(nodeOf({ kind: 'teleport' }))).toBe('teleport');
  });

  it.each([
    ['debate', 'Debate'],
    ['consensus', 'Vote'],
    ['brainstorm', 'Brainstorm'],
    ['single', 'Session'],
  ])('calls a session of mode %s %s', (mode, word) => {
    expect(kindWordOf(nodeOf({ kind: 'session', prompt: 'x', session: { mode, agents: ['Athena'] } }))).toBe(
      word,
    );
  });
});

describe('agentOf', () => {
  it('is nobody where nobody answers', () => {
    expect(agentOf(nodeOf({ kind: 'approval', prompt: 'x' }))).toBeNull();
    expect(agentOf(nodeOf({ kind: 'map', over: 'x', graph: 'part' }))).toBeNull();
    expect(agentOf(nodeOf({ kind: 'delegate', prompt: 'x', planner: 'Chief' }))).toBe('Chief');
  });
});

describe('testWords', () => {
  it('ends a sentence for every test', () => {
    expect(
      [
        { kind: 'contains', text: 'a' },
        { kind: 'equals', text: 'a' },
        { kind: 'matches', text: 'a+' },
        { kind: 'above', number: 1 },
        { kind: 'below', number: 2 },
        { kind: 'empty' },
      ].map((test) => testWords(test as never)),
    ).toEqual(['contains "a"', 'is "a"', 'matches a+', 'is above 1', 'is below 2', 'is empty']);
  });
});
