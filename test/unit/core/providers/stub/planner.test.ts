import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Planning, Work } from '../../../../../core/agents/index.ts';
import { readPlan } from '../../../../../core/graph/index.ts';
import { planOf, writePlan } from '../../../../../core/providers/stub/planner.ts';
import { readPrompt } from '../../../../../core/providers/stub/read-prompt.ts';
import { stubPrompt } from './stub-prompt.ts';

const team = [
  { name: 'Athena', description: 'Argues step by step from premises to conclusions.' },
  { name: 'Critic', description: 'Reviewer. Finds the weakest point of a case and says what would mend it.' },
  { name: 'Hermes', description: 'Speaks for the people affected.' },
];

const planPrompt = (changes: Partial<Planning> = {}, goal = 'Move the office') => {
  const planning = {
    purpose: 'plan',
    team,
    maxNodes: 12,
    mayDelegate: false,
    remarks: null,
    ...changes,
  } as const;
  const work: Work = {
    node: 'team',
    prompt: goal,
    results: [],
    context: [],
    expects: 'text',
    correction: null,
    planning,
  };
  return stubPrompt({ mode: 'delegation', kind: 'plan', work });
};

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

  it('gives the work to those on the team whose description fits', () => {
    const agents = new Map(planOf(planPrompt(), 3).nodes.map(({ id, agent }) => [id, agent]));
    expect(agents.get('review')).toBe('Critic');
    for (const agent of agents.values()) expect(team.map(({ name }) => name)).toContain(agent);
    const people = [1, 2, 3, 4, 5].flatMap((seed) => planOf(planPrompt(), seed).nodes);
    expect(people.find(({ id }) => id === 'people')?.agent).toBe('Hermes');
  });

  it('gives the work to shipped agents where a prompt names nobody', () => {
    const { nodes } = planOf(readPrompt([{ role: 'user', content: 'Plan a move' }]), 3);
    expect(new Set(nodes.map(({ agent }) => agent))).toEqual(new Set(['Planner', 'Critic', 'Synthesizer']));
  });

  it('never plans more than is allowed', () => {
    for (let maxNodes = 1; maxNodes <= 7; maxNodes += 1) {
      expect(planOf(planPrompt({ maxNodes }), 1).nodes).toHaveLength(Math.min(maxNodes, 6));
    }
  });

  it('plans only the rest when it is asked again', () => {
    const remarks = { from: 'reviewer', text: 'Name the day.' } as const;
    expect(planOf(planPrompt({ purpose: 'revise', remarks }), 1).nodes.map(({ id }) => id)).toEqual([
      'mend',
      'result',
    ]);
  });

  it('delegates again on some seeds, where it may', () => {
    const kinds = (mayDelegate: boolean) =>
      new Set(
        [1, 2, 3, 4, 5, 6].map((seed) =>
          planOf(planPrompt({ mayDelegate }), seed).nodes.some(({ kind }) => kind === 'delegate'),
        ),
      );
    expect(kinds(true)).toEqual(new Set([true, false]));
    expect(kinds(false)).toEqual(new Set([false]));
  });

  it('differs by seed and not otherwise', () => {
    const plans = [1, 2, 3, 4, 5, 6].map((seed) => writePlan(planPrompt(), seed));
    expect(new Set(plans).size).toBeGreaterThan(1);
    expect(writePlan(planPrompt(), 1)).toBe(plans[0]);
  });
});

describe('writePlan', () => {
  it('is JSON and nothing else', () => {
    expect(JSON.parse(writePlan(stubPrompt(), 1))).toEqual(planOf(stubPrompt(), 1));
  });

  it('is read as it is meant, with nothing to mend', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 12 }), fc.boolean(), (seed, maxNodes, mayDelegate) => {
        const text = writePlan(planPrompt({ maxNodes, mayDelegate }), seed);
        expect(readPlan(text, { team, maxNodes, mayDelegate, finished: [] })).toMatchObject({
          ok: true,
          problems: [],
        });
      }),
    );
  });
});
