import { describe, expect, it } from 'vitest';
import { hasComments } from '../../../../../../renderer/state/graph/text/has-comments.ts';

describe('hasComments', () => {
  it('finds comments of their own line and behind a value', () => {
    expect(hasComments('# who\nnodes: []\n')).toBe(true);
    expect(hasComments('nodes:\n  - id: a # first\n')).toBe(true);
    expect(hasComments('nodes: [] #')).toBe(true);
  });

  it('takes no sign within a text for one', () => {
    expect(hasComments('nodes: []\n')).toBe(false);
    expect(hasComments('nodes:\n  - prompt: "# no comment"\n  - prompt: a#b\n')).toBe(false);
    expect(hasComments('nodes:\n  - prompt: |\n      # A heading\n      text\n')).toBe(false);
    expect(hasComments('{"nodes": [{"id": "a", "prompt": "# x"}]}')).toBe(false);
    expect(hasComments('')).toBe(false);
  });
});
