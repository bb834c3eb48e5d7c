import { describe, expect, it } from 'vitest';
import { knownTopic } from '../../../../../../core/providers/stub/debater/known-topics.ts';
import { lenses } from '../../../../../../core/providers/stub/debater/lenses.ts';

describe('knownTopic', () => {
  it('reads a topic once', () => {
    expect(knownTopic('Designing a resilient edge network')).toBe(
      knownTopic('Designing a resilient edge network'),
    );
  });

  it('has the demand of every lens on the topic', () => {
    const { clauses } = knownTopic('Designing a resilient edge network');
    expect([...clauses.keys()]).toEqual(lenses);
    expect([...clauses.values()]).toContain(
      'begin with one region with three sites and widen only after it holds',
    );
  });

  it('does not keep topics without end', () => {
    const first = knownTopic('topic 0');
    for (let index = 1; index <= 300; index += 1) knownTopic(`topic ${index}`);
    expect(knownTopic('topic 0')).not.toBe(first);
    expect(knownTopic('topic 0')).toEqual(first);
  });
});
