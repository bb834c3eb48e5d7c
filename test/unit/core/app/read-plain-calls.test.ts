import { describe, expect, it } from 'vitest';
import { readPlainCalls } from '../../../../core/app/read-plain-calls.ts';
import type { AgentNetError, InputProblem } from '../../../../core/contract/index.ts';

const line = (change: Record<string, unknown> = {}) =>
  JSON.stringify({ model: 'stub/echo', messages: [{ role: 'user', content: 'Hello' }], ...change });
const read = (text: string, ...models: readonly string[]) =>
  readPlainCalls(text, { file: 'calls.jsonl', models, settings: { entries: {} } });

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

  it('takes a chain of models, of the line or else of the command', () => {
    const chain = ['stub/voter', 'stub/echo'];
    const [own, given, single] = read(
      [line({ model: undefined, models: chain }), line({ model: undefined }), line()].join('\n'),
      'stub/echo',
      'stub/voter',
    );
    expect(own).toMatchObject({ model: 'stub/voter', models: chain });
    expect(given).toMatchObject({ model: 'stub/echo', models: ['stub/echo', 'stub/voter'] });
    expect(single?.models).toBeUndefined();
  });

  it('refuses a model beside a chain, an empty chain, and an unknown model within one', () => {
    const problems = problemsOf(
      [
        line({ models: ['stub/voter'] }),
        line({ model: undefined, models: [] }),
        line({ model: undefined, models: ['stub/echo', 'opnai/gpt'] }),
      ].join('\n'),
    );
    expect(problems.map(({ where }) => [where.line, where.path])).toEqual([
      [1, 'models'],
      [2, 'model'],
      [2, 'models'],
      [3, 'models.1'],
    ]);
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
