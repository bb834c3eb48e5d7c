import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAsYaml } from '../../../../core/app/plan-as-yaml.ts';
import { readDataText } from '../../../../core/scenario/index.ts';

const dataOf = (text: string) => {
  const read = readDataText(text, 'plan.yaml');
  return read.ok ? read.value : read.problems;
};

describe('planAsYaml', () => {
  it('says what it is for, and the title of each task above it', () => {
    const nodes = [
      { id: 'a', title: 'Look', prompt: 'Look around.' },
      { id: 'b', deps: ['a'], prompt: 'Leap.' },
    ];
    expect(planAsYaml({ nodes }, ['Goal: move'])).toBe(
      [
        '# Goal: move',
        '',
        'nodes:',
        '  # Look',
        '  - id: a',
        '    title: Look',
        '    prompt: Look around.',
        '',
        '  - id: b',
        '    deps:',
        '      - a',
        '    prompt: Leap.',
        '',
      ].join('\n'),
    );
  });

  it('reads back as it was, whatever a model wrote', () => {
    const words = fc
      .string({ unit: 'binary', maxLength: 60 })
      .map((text) => text.toWellFormed().replaceAll('\u0000', ''));
    fc.assert(
      fc.property(words, words, words, (title, prompt, goal) => {
        const graph = { nodes: [{ id: 'a', title, prompt }] };
        expect(dataOf(planAsYaml(graph, [`Goal: ${goal}`]))).toEqual(graph);
      }),
    );
    const hostile = 'x\nnodes: []\n- id: b\r\u2028# y\u0085z';
    expect(dataOf(planAsYaml({ nodes: [{ id: 'a', title: hostile }] }, [hostile]))).toEqual({
      nodes: [{ id: 'a', title: hostile }],
    });
  });
});
