import { describe, expect, it } from 'vitest';
import { convertGraphText } from '../../../../core/app/convert-graph-text.ts';

const yaml = '# why\nnodes:\n  - id: a # first\n    runtime_s: 3\n  - id: b\n    deps: [ a ]\n';

describe('convertGraphText', () => {
  it('goes to JSON and says that comments are lost', () => {
    const { text, commentsLost } = convertGraphText(yaml, 'g.yaml', 'json');
    expect(JSON.parse(text)).toEqual({
      nodes: [
        { id: 'a', runtime_s: 3 },
        { id: 'b', deps: ['a'] },
      ],
    });
    expect(commentsLost).toBe(true);
    expect(convertGraphText(text, 'g.json', 'yaml')).toMatchObject({ commentsLost: false });
    expect(convertGraphText(convertGraphText(text, 'g.json', 'yaml').text, 'g.yaml', 'json').text).toBe(text);
  });

  it('leaves YAML with comments as it is', () => {
    expect(convertGraphText(yaml, 'g.yaml', 'yaml').text).toBe(yaml);
  });

  it('refuses what is no graph', () => {
    expect(() => convertGraphText('[]', 'g.json', 'yaml')).toThrow(/no list of nodes/);
    expect(() => convertGraphText('{a: [', 'g.yaml', 'json')).toThrow();
  });
});
