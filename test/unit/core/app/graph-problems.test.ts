import { describe, expect, it } from 'vitest';
import { graphInputError } from '../../../../core/app/graph-problems.ts';
import type { GraphProblem } from '../../../../core/graph/index.ts';

const problem = (node: string | null, severity: 'error' | 'warning' = 'error'): GraphProblem => ({
  code: 'cycle',
  severity,
  node,
  message: `About ${node}.`,
  remedy: 'Mend it.',
});

describe('graphInputError', () => {
  it('is no error where there are only warnings', () => {
    expect(graphInputError([problem('a', 'warning')], 'g.yaml')).toBeNull();
  });

  it('holds every error with file and node', () => {
    const error = graphInputError([problem('a', 'warning'), problem('b.c'), problem(null)], 'g.yaml');
    expect(error).toMatchObject({
      code: 'input/invalid',
      message: 'About b.c. Mend it. And 1 more problem.',
      where: { file: 'g.yaml', path: 'nodes["b.c"]' },
      data: {
        problems: [{ where: { path: 'nodes["b.c"]' } }, { where: { file: 'g.yaml' } }],
        nodes: [
          { code: 'cycle', node: 'b.c' },
          { code: 'cycle', node: null },
        ],
      },
    });
  });

  it('tells at most a hundred', () => {
    const many = Array.from({ length: 150 }, (_, index) => problem(`n${index}`));
    expect(graphInputError(many, null)?.data['problems']).toHaveLength(100);
    expect(graphInputError(many, null)?.message).toContain('149 more problems');
  });
});
