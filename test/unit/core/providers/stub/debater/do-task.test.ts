import { describe, expect, it } from 'vitest';
import { buildPrompt, type Work } from '../../../../../../core/agents/index.ts';
import { readOutput } from '../../../../../../core/graph/index.ts';
import { doTask } from '../../../../../../core/providers/stub/debater/do-task.ts';
import { matterOf } from '../../../../../../core/providers/stub/debater/matter.ts';
import { readPrompt } from '../../../../../../core/providers/stub/read-prompt.ts';
import { workBrief } from '../../../../../support/work-brief.ts';

const done = (work: Partial<Work>, seed = 7): string =>
  doTask(matterOf(readPrompt(buildPrompt(workBrief(work)).messages), seed));

describe('a task done offline', () => {
  it('answers in words and says what it builds on', () => {
    const context = [{ title: 'scope', text: 'The network has **nine** sites.' }];
    const text = done({ context });
    expect(text).toContain('This builds on scope ("The network has nine sites.").');
    expect(text).toMatch(/\*\*Confidence:\*\* 0\.\d\d$/);
    expect(done({ context })).toBe(text);
    expect(done({ context }, 8)).not.toBe(text);
  });

  it('gives as many items as the task names, where a list is asked for', () => {
    const list = readOutput('list', done({ expects: 'list' }));
    expect(list.ok && list.value).toHaveLength(3);
    const more = readOutput('list', done({ expects: 'list', prompt: 'List 7 options.' }));
    expect(more.ok && more.value).toHaveLength(7);
    const free = readOutput('list', done({ expects: 'list', prompt: 'List options.' }));
    expect(free.ok && Array.isArray(free.value) && free.value.length).toBeGreaterThanOrEqual(3);
  });

  it('gives JSON where JSON is asked for', () => {
    const json = readOutput('json', done({ expects: 'json' }));
    expect(json.ok && json.value).toMatchObject({ answer: expect.any(String), points: expect.any(Array) });
  });
});
