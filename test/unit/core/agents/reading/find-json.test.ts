import { describe, expect, it } from 'vitest';
import { findJson } from '../../../../../core/agents/reading/find-json.ts';

const object = '{"position": "Keep {three}", "claims": [{"text": "a \\"b\\" }"}]}';

describe('findJson', () => {
  it.each([
    ['whole', object, ''],
    ['fenced', `\`\`\`json\n${object}\n\`\`\``, ''],
    ['after prose', `I think so.\n\n\`\`\`json\n${object}\n\`\`\`\n`, 'I think so.'],
    ['between prose', `Before.\n${object}\nAfter.`, 'Before.\n\nAfter.'],
    ['indented', `  ${object}`, ''],
    ['behind another object', `{"a": 1}\n${object}`, '{"a": 1}'],
    ['behind an unbalanced brace', `{ what\n${object}`, '{ what'],
  ])('finds it %s', (_, text, outside) => {
    const found = findJson(text);
    expect(found?.value['position']).toBe('Keep {three}');
    expect(found && `${text.slice(0, found.start)}${text.slice(found.end)}`.trim()).toBe(outside);
  });

  it('closes one that was cut off', () => {
    expect(findJson('{"position": "Keep three", "claims": [{"text": "it is ch')?.value).toEqual({
      position: 'Keep three',
      claims: [{ text: 'it is ch' }],
    });
  });

  it.each([
    '',
    '{}',
    '[1]',
    'a {"position": "x"} in a line',
    '{"colour": 1}',
    '"position"',
    'null',
    '{"position": }',
  ])('finds none in %j', (text) => {
    expect(findJson(text)).toBeUndefined();
  });

  it('gives up on texts made of braces', () => {
    for (const piece of ['[', '{', '{\n', '{"a":', '{"', '\n {', '}{\n', '{"position":[']) {
      expect(findJson(piece.repeat(Math.floor(1_000_000 / piece.length)))).toBeUndefined();
    }
  });
});
