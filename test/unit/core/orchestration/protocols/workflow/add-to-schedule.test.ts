import { expect, it } from 'vitest';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { driveWorkflow } from './drive-workflow.ts';

const nodes = ['Athena', 'Apollo', 'Athena', 'Apollo', 'Athena', 'Apollo'].map((agent, index) => ({
  id: `n${index}`,
  agent,
}));
const widest = (parallel: Parameters<typeof createdWorkflow>[1] & object) =>
  driveWorkflow(createdWorkflow({ nodes }, parallel), { say: () => ({ content: 'done' }) }).widest;

it('runs no more at once than allowed: in all, of an agent, of a provider', () => {
  expect(widest({ parallel: { total: 8 } })).toBe(6);
  expect(widest({ parallel: { total: 3 } })).toBe(3);
  expect(widest({ parallel: { total: 8, agent: 1 } })).toBe(2);
  expect(widest({ parallel: { total: 8, provider: { stub: 2 } } })).toBe(2);
  expect(widest({ parallel: { total: 8, provider: { other: 1 } } })).toBe(6);
});
