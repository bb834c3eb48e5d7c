import { expect, it } from 'vitest';
import { buildPrompt, type Work } from '../../../../../core/agents/index.ts';
import { readOutput } from '../../../../../core/graph/index.ts';
import { echoOf } from '../../../../../core/providers/stub/echo.ts';
import { readPrompt } from '../../../../../core/providers/stub/read-prompt.ts';
import { workBrief } from '../../../../support/work-brief.ts';

const echoed = (work: Partial<Work>): string => echoOf(readPrompt(buildPrompt(workBrief(work)).messages));

it('gives a task back in the form that it asks for', () => {
  const prompt = 'Name the risks.\nName the costs.';
  expect(echoed({ prompt })).toBe(prompt);
  const list = readOutput('list', echoed({ prompt, expects: 'list' }));
  expect(list).toEqual({ ok: true, value: ['Name the risks.', 'Name the costs.'] });
  expect(readOutput('json', echoed({ prompt, expects: 'json' }))).toEqual({
    ok: true,
    value: { task: prompt },
  });
});

it('gives back anything else as it came', () => {
  expect(echoOf(readPrompt([{ role: 'user', content: 'Just words.' }]))).toBe('Just words.');
});
