import { describe, expect, it } from 'vitest';
import { readPlainCalls } from '../../../../core/app/read-plain-calls.ts';
import type { AgentNetError, InputProblem } from '../../../../core/contract/index.ts';

const line = (change: Record<string, unknown> = {}) =>
  JSON.stringify({ model: 'stub/echo', messages: [{ role: 'user', content: 'Hello' }], ...change });
const read = (text: string, model?: string) =>
  readPlainCalls(text, { file: 'calls.jsonl', model, settings: { entries: {} } });

const problemsOf = (text: string): readonly InputProblem[] => {
  try {
    read(text);
  } catch (error) {
    return (error as AgentNetError).data['problems'] as readonly InputProblem[];
  }
  return [];
};

describe('readPlainCalls', () => {
  it('reads a call a line, passes over empty lines, and numbers those without an id', () => {
    const calls = read(`${line({ id: 'a' })}\n\n${line()}\r\n${line({ id: 7 })}\n`);
    expect(calls.map(({ id }) => id)).toEqual(['a', '3', '7']);
  });

  it('takes the given model for lines that name none', () => {
    const [first, second] = read(`${line({ model: undefined })}\n${line()}`, 'stub/voter');
    expect([first?.model, second?.model]).toEqual(['stub/voter', 'stub/echo']);
  });

  it('names every problem with its line, and reads nothing then', () => {
    const problems = problemsOf(
      [line(), '{broken', line({ modle: 'x' }), line({ model: 'opnai/gpt' }), '[1]'].join('\n'),
    );
    expect(problems.map(({ where }) => where.line)).toEqual([2, 3, 4, 5]);
    expect(problems[1]).toMatchObject({ code: 'input/invalid', nearest: 'model' });
    expect(problems[2]).toMatchObject({
      code: 'input/unknown-model',
      where: { file: 'calls.jsonl', line: 4, path: 'model' },
    });
  });

  it('refuses a file without a call', () => {
    expect(problemsOf('\n \n')).toMatchObject([{ message: expect.stringContaining('no call') }]);
  });
});
