import { describe, expect, it } from 'vitest';
import { checkGraphText } from '../../../../core/app/check-graph-text.ts';

const agents = { references: async () => ['Planner@1.0.0', 'Planner', 'Athena'] };
const check = (text: string) => checkGraphText(agents, text, 'g.yaml');

describe('checkGraphText', () => {
  it('takes the plain form in YAML and in JSON', async () => {
    const yaml = 'nodes:\n  - id: a\n  - { id: b, deps: [a], agent: Athena }\n';
    expect(await check(yaml)).toEqual({
      ok: true,
      problems: [],
      graph: { nodes: [{ id: 'a' }, { id: 'b', agent: 'Athena', deps: ['a'] }] },
    });
    expect((await check('{"nodes": [{"id": "a"}, {"id": "b"}]}')).ok).toBe(true);
  });

  it('says what is wrong with the nodes and with the text', async () => {
    const wrong = await check('nodes: [{ id: a, agent: Athene, deps: [a] }]');
    expect(wrong.ok).toBe(false);
    expect(wrong.problems.map(({ code }) => code)).toEqual(['unknown-agent', 'cycle']);
    expect(await check('nodes: [')).toMatchObject({
      ok: false,
      graph: null,
      problems: [{ code: 'invalid-file', where: { line: 1 } }],
    });
  });
});
