import { expect, it } from 'vitest';
import { taskPrompt } from '../../../../../core/agents/prompt/task-prompt.ts';
import { createdWith } from '../../../../support/cast.ts';

it('holds topic and directive, and nothing of what others said', () => {
  const agent = createdWith().agents['Athena@1.0.0'];
  if (!agent) throw new Error('no Athena');
  const prompt = taskPrompt({ mode: 'debate', kind: 'rebuttal', topic: 'Leases at the edge', agent });
  expect(prompt.startsWith('Leases at the edge\n\n')).toBe(true);
  expect(prompt).toContain('a debate');
  expect(prompt).toContain('Athena');
});
