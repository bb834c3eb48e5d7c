import { describe, expect, it } from 'vitest';
import { answeredObjection, ballot, claim, reasoningTree } from '../../../../core/contract/reasoning.ts';

describe('reasoningTree', () => {
  const tree = {
    position: 'For.',
    claims: [{ text: 'It is cheap.', support: ['Prices fell.'] }],
    objections: [{ from: null, objection: 'It is slow.', answer: 'Not any more.' }],
    confidence: 0.8,
    answer: 'Build it.',
    source: 'text',
  };

  it('says where it was read from, and may lack a confidence but never pass 1', () => {
    expect(reasoningTree.parse(tree)).toEqual(tree);
    expect(reasoningTree.safeParse({ ...tree, confidence: null }).success).toBe(true);
    expect(reasoningTree.safeParse({ ...tree, confidence: 80 }).success).toBe(false);
    expect(reasoningTree.safeParse({ ...tree, source: 'guessed' }).success).toBe(false);
  });

  it('is made of claims and answered objections', () => {
    expect(claim.parse(tree.claims[0])).toEqual(tree.claims[0]);
    expect(answeredObjection.parse(tree.objections[0])).toEqual(tree.objections[0]);
  });
});

describe('ballot', () => {
  it('is a choice, with a ranking where the method asks for one', () => {
    expect(ballot.parse({ choice: 'A', reason: '' })).toEqual({ choice: 'A', reason: '' });
    expect(ballot.parse({ choice: 'A', ranking: ['A', 'B'], reason: '' }).ranking).toEqual(['A', 'B']);
  });
});
