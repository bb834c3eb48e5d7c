import { describe, expect, it } from 'vitest';
import { unknownGraph } from '../../../../core/app/unknown-graph.ts';

describe('unknownGraph', () => {
  it('tells a missing version from a missing graph', () => {
    expect(unknownGraph('g', 9, 3)).toMatchObject({ message: 'The graph g has no version 9.' });
    expect(unknownGraph('g', 9).message).toBe('There is no stored graph g.');
    expect(unknownGraph('x'.repeat(500)).message.length).toBeLessThan(120);
  });
});
