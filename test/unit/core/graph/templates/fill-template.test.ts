import { describe, expect, it } from 'vitest';
import { fillTemplate, namedNodes } from '../../../../../core/graph/templates/fill-template.ts';
import { parseTemplate } from '../../../../../core/graph/templates/parse-template.ts';

describe('fillTemplate, namedNodes', () => {
  it('put values in their places and leave the others empty', () => {
    const template = parseTemplate('{{b.output}} {{inputs.x}} {{item}} {{a.output}}{{b.output}}');
    expect(fillTemplate(template, (source) => (source.kind === 'output' ? source.node : undefined))).toBe(
      'b   ab',
    );
    expect(namedNodes(template)).toEqual(['b', 'a']);
  });
});
