import { describe, expect, it } from 'vitest';
import { agentFindings, modelFindings, nameOf } from '../../../../core/scenario/known-names.ts';

const versions = ['Athena@2.0.0', 'Athena@1.0.0', 'Apollo@1.0.0'];
const told = (reference: string, agents: readonly string[] | undefined) =>
  agentFindings(['agents', 0], reference, agents).map(({ message, nearest }) => [message, nearest]);

describe('agentFindings', () => {
  it.each([
    ['Athena', versions],
    ['Athena@1.0.0', versions],
    ['Athena@1.0.0', ['Athena']],
    ['Athena', ['Athena', 'Athena@1.0.0']],
    ['Nobody', undefined],
  ])('knows %s among %j', (reference, agents) => {
    expect(told(reference, agents)).toEqual([]);
  });

  it('names the nearest agent, the newest version, or the agents there are', () => {
    expect(told('Athna', versions)).toEqual([
      ['agents[0]: There is no agent "Athna". Did you mean Athena?', 'Athena'],
    ]);
    expect(told('Athena@3.0.0', versions)).toEqual([
      ['agents[0]: Athena has no version 3.0.0. Did you mean Athena@2.0.0?', 'Athena@2.0.0'],
    ]);
    expect(told('Athena@3.0.0', ['Athena', ...versions])[0]?.[1]).toBe('Athena@2.0.0');
    expect(told('Zeus', versions)).toEqual([
      ['agents[0]: There is no agent "Zeus". Agents are Athena, Apollo.', undefined],
    ]);
    expect(told('Zeus', [])).toEqual([['agents[0]: There is no agent "Zeus".', undefined]]);
  });
});

describe('modelFindings', () => {
  it('passes on what the one who knows the models says', () => {
    const models = (model: string) =>
      model === 'stub/debater'
        ? null
        : {
            code: 'input/unknown-model',
            message: 'There is no provider "opnai".',
            where: {},
            nearest: 'openai/x',
          };
    expect(modelFindings(['model'], 'stub/debater', models)).toEqual([]);
    expect(modelFindings(['model'], 'opnai/x', undefined)).toEqual([]);
    expect(modelFindings(['model'], 'opnai/x', models)).toEqual([
      {
        code: 'input/unknown-model',
        message: 'model: There is no provider "opnai". Did you mean openai/x?',
        path: ['model'],
        at: 'value',
        nearest: 'openai/x',
      },
    ]);
  });
});

describe('nameOf', () => {
  it('leaves the version out', () => {
    expect(nameOf('Athena@1.0.0')).toBe('Athena');
    expect(nameOf('Athena')).toBe('Athena');
  });
});
