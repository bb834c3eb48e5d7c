import { describe, expect, it } from 'vitest';
import {
  agentName,
  agentReference,
  callId,
  modelName,
  sessionId,
  taskId,
} from '../../../../core/contract/ids.ts';

const accepts = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('ids', () => {
  it('takes UUIDs for sessions and tasks, and any text for calls', () => {
    for (const schema of [sessionId, taskId]) {
      expect(accepts(schema, '00000000-0000-4000-8000-000000000001')).toBe(true);
      expect(accepts(schema, 'system')).toBe(false);
      expect(accepts(schema, '../../etc/passwd')).toBe(false);
    }
    expect(accepts(callId, '3.1')).toBe(true);
    expect(accepts(callId, '')).toBe(false);
  });

  it.each(['Athena', 'a', 'A-b_9', 'x'.repeat(64)])('takes %s for the name of an agent', (name) => {
    expect(accepts(agentName, name)).toBe(true);
    expect(accepts(agentReference, name)).toBe(true);
    expect(accepts(agentReference, `${name}@1.0.0`)).toBe(true);
  });

  it.each(['', '9lives', 'a b', 'Athena@1.0.0', 'a/b', '..', 'x'.repeat(65), 'Ath\u00e9na', 'a\n'])(
    'does not take %j for the name of an agent',
    (name) => {
      expect(accepts(agentName, name)).toBe(false);
    },
  );

  it.each(['Athena@', 'Athena@1', 'Athena@1.0', 'Athena@1.0.0-beta', '@1.0.0', 'Athena@1.0.0\n'])(
    'does not take %j for a reference',
    (reference) => {
      expect(accepts(agentReference, reference)).toBe(false);
    },
  );

  it.each(['stub/debater', 'openai/gpt-4o', 'huggingface/meta/llama', 'lab/qwen2.5:7b', 'Lab_1/x'])(
    'takes %s for a model',
    (model) => {
      expect(accepts(modelName, model)).toBe(true);
    },
  );

  it.each(['gpt-4o', '/x', 'stub/', 'stub/a b', ' stub/x', '-/x'])(
    'does not take %j for a model',
    (model) => {
      expect(accepts(modelName, model)).toBe(false);
    },
  );
});
