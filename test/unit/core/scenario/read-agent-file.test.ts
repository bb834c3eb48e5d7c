import { describe, expect, it } from 'vitest';
import { checkAgent, readAgentFile } from '../../../../core/scenario/read-agent-file.ts';

const text = `name: Athena
version: 1.0.0
description: Weighs the evidence.
role: |
  You weigh the evidence.
style: { logic: 0.9 }
`;

describe('readAgentFile', () => {
  it('reads an agent with its defaults', () => {
    expect(readAgentFile(text, 'athena.yaml')).toEqual({
      ok: true,
      value: {
        name: 'Athena',
        version: '1.0.0',
        description: 'Weighs the evidence.',
        role: 'You weigh the evidence.\n',
        style: { logic: 0.9 },
        models: ['default'],
      },
    });
  });

  it('says all that is wrong, at its place', () => {
    const read = readAgentFile(
      'name: A b\nversion: 1.0\nrole: x\nstyle: {logic: 2}\nmodls: []\ntools: [x]\n',
      'a.yaml',
    );
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problems.map(({ code, where }) => [code, where.line, where.path])).toEqual([
      ['input/invalid', 1, 'description'],
      ['input/invalid', 1, 'name'],
      ['input/invalid', 2, 'version'],
      ['input/invalid', 4, 'style.logic'],
      ['input/invalid', 5, 'modls'],
      ['input/not-built', 6, 'tools'],
    ]);
    expect(read.value).toMatchObject({ role: 'x' });
  });

  it("asks whoever knows the models, except about the user's default", () => {
    const asked: string[] = [];
    const models = (model: string) => {
      asked.push(model);
      return { code: 'input/unknown-model', message: `No ${model}.`, where: {} };
    };
    const read = readAgentFile(`${text}models: [default, gpt/x]\n`, 'a.yaml', { models });
    expect(asked).toEqual(['gpt/x']);
    expect(read).toMatchObject({
      ok: false,
      problems: [{ code: 'input/unknown-model', where: { line: 7 } }],
    });
  });

  it('refuses a text that is no YAML', () => {
    expect(readAgentFile('a: [', 'a.yaml')).toMatchObject({
      ok: false,
      problems: [{ code: 'input/invalid-yaml' }],
    });
  });
});

describe('checkAgent', () => {
  it('checks data in the same way, with paths only', () => {
    expect(checkAgent({ name: 'Athena', description: 'x', role: 'y' })).toMatchObject({ ok: true });
    expect(checkAgent({ name: 'Athena', description: 'x', role: '' })).toMatchObject({
      ok: false,
      problems: [{ message: 'role must not be empty.', where: { path: 'role' } }],
    });
  });
});
