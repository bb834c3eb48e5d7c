import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf, writePlan } from '../../../../../core/providers/stub/planner.ts';
import { readPrompt } from '../../../../../core/providers/stub/read-prompt.ts';
import { stubPrompt } from './stub-prompt.ts';

describe('planOf', () => {
  it('is an acyclic graph whose dependencies stand before what needs them', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.nat(), (goal, seed) => {
        const { nodes } = planOf(readPrompt([{ role: 'user', content: goal }]), seed);
        const done = new Set<string>();
        for (const node of nodes) {
          expect(done.has(node.id)).toBe(false);
          expect(node.deps.every((dep) => done.has(dep))).toBe(true);
          expect(node.prompt.length).toBeGreaterThan(10);
          done.add(node.id);
        }
        expect(nodes.at(-1)?.id).toBe('result');
      }),
    );
  });

  it('gives the work to the speakers, else to shipped agents', () => {
    const names = (prompt: Parameters<typeof planOf>[0]) =>
      new Set(planOf(prompt, 3).nodes.map((node) => node.agent));
    for (const name of names(stubPrompt())) expect(['Athena', 'Apollo', 'Hermes']).toContain(name);
    expect(names(readPrompt([{ role: 'user', content: 'Plan a move' }]))).toEqual(
      new Set(['Planner', 'Critic', 'Synthesizer']),
    );
  });

  it('differs by seed and not otherwise', () => {
    const plans = [1, 2, 3, 4, 5, 6].map((seed) => writePlan(stubPrompt(), seed));
    expect(new Set(plans).size).toBeGreaterThan(1);
    expect(writePlan(stubPrompt(), 1)).toBe(plans[0]);
  });
});

describe('writePlan', () => {
  it('is JSON and nothing else', () => {
    expect(JSON.parse(writePlan(stubPrompt(), 1))).toEqual(planOf(stubPrompt(), 1));
  });
});
