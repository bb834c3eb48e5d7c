import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPrompt, type Planning } from '../../../../../core/agents/index.ts';
import { planningParts } from '../../../../../core/agents/prompt/planning-parts.ts';
import { promptText, sampleBrief } from '../sample-brief.ts';

const planning = (changes: Partial<Planning> = {}): Planning => ({
  purpose: 'plan',
  team: [
    { name: 'Athena', description: 'Argues step by step.' },
    { name: 'Critic', description: 'Finds the weakest point.' },
  ],
  maxNodes: 12,
  mayDelegate: false,
  remarks: null,
  ...changes,
});
const text = (changes: Partial<Planning> = {}, room = 2_000) =>
  planningParts(planning(changes), room)
    .map((part) => part.text)
    .join('\n\n');

describe('planningParts', () => {
  it('names the team with its descriptions and the bounds', () => {
    expect(text()).toBe(
      '## Team\n- Athena: Argues step by step.\n- Critic: Finds the weakest point.\n\n## Bounds\nPlan the whole goal. At most 12 tasks.',
    );
    expect(text({ mayDelegate: true, maxNodes: 1 })).toContain('At most 1 task. A task that is too large');
  });

  it('says why it is asked again, and whose words it should mind', () => {
    const revise = text({ purpose: 'revise', remarks: { from: 'reviewer', text: 'Name\nthe day.' } });
    expect(revise).toContain('## Remarks\n| Name\n| the day.');
    expect(revise).toContain('deps` may name results');
    expect(text({ remarks: { from: 'person', text: 'Smaller.' } })).toContain('## From people\n| Smaller.');
    expect(text({ purpose: 'change' })).toContain('failed for good');
  });

  it('keeps every name and stays inside of its room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 900, max: 4_000 }), (count, room) => {
        const team = Array.from({ length: count }, (_, index) => ({
          name: `Agent${index}`,
          description: 'word '.repeat(100),
        }));
        const parts = planningParts(
          planning({ team, remarks: { from: 'run', text: 'x'.repeat(50_000) } }),
          room,
        );
        for (const { name } of team) expect(parts[0]?.text).toContain(`- ${name}:`);
        expect(parts.reduce((sum, { tokens }) => sum + tokens, 0)).toBeLessThanOrEqual(room + 8);
      }),
    );
  });

  it('stands in the prompt of a planner, behind the goal', () => {
    const work = {
      node: 'team',
      prompt: 'Move the office',
      results: [],
      context: [{ title: 'scope (Athena)', text: 'Two floors.' }],
      expects: 'text',
      correction: 'A cycle.',
      planning: planning(),
    } as const;
    const prompt = promptText(buildPrompt(sampleBrief({ mode: 'delegation', kind: 'plan', work })));
    for (const words of [
      '| Move the office',
      '## Team',
      '## Bounds',
      'scope (Athena)',
      'A cycle.',
      '{"nodes": [',
    ]) {
      expect(prompt).toContain(words);
    }
    expect(prompt.indexOf('## Task')).toBeLessThan(prompt.indexOf('## Team'));
  });
});
