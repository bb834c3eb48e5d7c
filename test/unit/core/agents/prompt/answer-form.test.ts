import { describe, expect, it } from 'vitest';
import { formPart } from '../../../../../core/agents/prompt/answer-form.ts';
import { turn } from '../../../../../core/contract/index.ts';

const turnKinds = turn.shape.kind.options;

describe('formPart', () => {
  it('asks no kind of turn for JSON unless it is wanted', () => {
    for (const kind of turnKinds) {
      if (kind === 'plan') continue;
      expect(formPart(kind, false, 'labelled').text).not.toContain('json');
      expect(formPart(kind, false, 'labelled-and-json').text).toContain('fenced by ```json');
    }
  });

  it('asks a planner for JSON alone, whatever the model', () => {
    const { text } = formPart('plan', false, 'labelled');
    expect(text).toContain('{"nodes": [');
    expect(formPart('plan', false, 'labelled-and-json').text).toBe(text);
  });

  it('asks for a ranking only where a ballot has to rank', () => {
    expect(formPart('vote', true, 'labelled').text).toContain('`**Ranking:** `');
    expect(formPart('vote', false, 'labelled').text).toContain('`**Vote:** `');
    expect(formPart('rebuttal', true, 'labelled').text).not.toContain('Ranking');
  });

  it('names the key of the decision in the JSON of those who decide', () => {
    expect(formPart('judgement', false, 'labelled-and-json').text).toContain('"decision"');
    expect(formPart('moderation', false, 'labelled-and-json').text).toContain('"next"');
    expect(formPart('vote', true, 'labelled-and-json').text).toContain('"ranking"');
  });

  it('is made once', () => {
    expect(formPart('closing', false, 'labelled')).toBe(formPart('closing', false, 'labelled'));
  });
});
