import type { AnswerSchema, Planning } from '../turn-brief.ts';

const words = { type: 'string' } as const;

const object = (properties: Readonly<Record<string, unknown>>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** The form of a plan for models that can be held to one: closed, with all members required, as strict modes want. */
export const planSchema = ({ team, mayDelegate }: Planning): AnswerSchema => {
  const names = team.map(({ name }) => name);
  const node = object({
    id: words,
    title: words,
    prompt: words,
    ...(mayDelegate && { kind: { type: 'string', enum: ['task', 'delegate'] } }),
    agent: { type: 'string', enum: mayDelegate ? [...names, ''] : names },
    deps: { type: 'array', items: words },
  });
  return { name: 'plan', schema: object({ nodes: { type: 'array', items: node } }) };
};
