import { describe, expect, it } from 'vitest';
import { buildPrompt, type Planning, requestOf } from '../../../../../core/agents/index.ts';
import { planSchema } from '../../../../../core/agents/prompt/plan-schema.ts';
import type { EventData } from '../../../../../core/contract/index.ts';
import { sampleBrief } from '../sample-brief.ts';

const planning: Planning = {
  purpose: 'plan',
  team: [{ name: 'Athena', description: 'Argues.' }],
  maxNodes: 3,
  mayDelegate: false,
  remarks: null,
};
const work = {
  node: 'team',
  prompt: 'Move',
  results: [],
  context: [],
  expects: 'text',
  correction: null,
  planning,
} as const;

/** Every object closed, with all of its members required. */
const isStrict = (schema: unknown): boolean => {
  if (typeof schema !== 'object' || schema === null) return true;
  const { type, properties, required, additionalProperties } = schema as Readonly<Record<string, unknown>>;
  const isClosed =
    type !== 'object' ||
    (additionalProperties === false &&
      JSON.stringify(required) === JSON.stringify(Object.keys(properties as object)));
  return isClosed && Object.values(schema).every(isStrict);
};

describe('planSchema', () => {
  it('is strict, and names who may be given a task', () => {
    for (const mayDelegate of [false, true]) {
      const { schema } = planSchema({ ...planning, mayDelegate });
      expect(isStrict(schema)).toBe(true);
      expect(JSON.stringify(schema).includes('delegate')).toBe(mayDelegate);
      expect(JSON.stringify(schema)).toContain('"enum":["Athena"');
    }
  });

  it('goes to models that can be held to it, and to no others', () => {
    const brief = { mode: 'delegation', kind: 'plan', work } as const;
    expect(buildPrompt(sampleBrief({ ...brief, form: 'labelled-and-json' })).answerSchema?.name).toBe('plan');
    expect(buildPrompt(sampleBrief(brief)).answerSchema).toBeUndefined();
    expect(buildPrompt(sampleBrief({ form: 'labelled-and-json' })).answerSchema).toBeUndefined();
  });

  it('is part of the request that an intent stands for', () => {
    const intent = {
      messages: [],
      max_output_tokens: 10,
      seed: 1,
      temperature: null,
    } as unknown as EventData<'call-started'>;
    const response_schema = planSchema(planning);
    expect(requestOf({ ...intent, response_schema })).toMatchObject({ responseSchema: { name: 'plan' } });
    expect(requestOf(intent)).not.toHaveProperty('responseSchema');
  });
});
