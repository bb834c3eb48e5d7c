import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type AgentVersion, agentDefinition } from '../../../../../core/contract/index.ts';
import {
  blankDraft,
  definitionOf,
  draftOf,
  isChanged,
  textOfDefinition,
} from '../../../../../renderer/features/agents/definition.ts';

const athena: AgentVersion = {
  name: 'Athena',
  version: '1.0.0',
  description: 'Weighs evidence.',
  role: `You weigh evidence. ${'A long sentence about costs. '.repeat(12)}\n\nYou answer in short paragraphs.`,
  style: { logic: 0.9 },
  models: ['default'],
  temperature: 0.4,
  fingerprint: 'f',
  origin: 'shipped',
  created_at: 0,
};

describe('definitionOf', () => {
  it('sends what was written and nothing that was left out', () => {
    const definition = definitionOf({
      ...blankDraft,
      name: ' Zeno ',
      description: 'Doubts.',
      role: 'You doubt.',
    });
    expect(definition).toEqual({
      name: 'Zeno',
      description: 'Doubts.',
      role: 'You doubt.',
      style: blankDraft.style,
      models: ['default'],
    });
    expect(agentDefinition.safeParse(definition).success).toBe(true);
  });
});

describe('textOfDefinition', () => {
  it('reads back as the same agent, its long lines wrapped', () => {
    const text = textOfDefinition(definitionOf(draftOf(athena)));
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(100);
    expect(parse(text)).toMatchObject({ name: 'Athena', style: { logic: 0.9 }, temperature: 0.4 });
    expect(text.replace(/\s+/g, ' ')).toContain(athena.role.trim().replace(/\s+/g, ' '));
  });
});

describe('isChanged', () => {
  it('sees a change of any part, and none where there is none', () => {
    const draft = draftOf(athena);
    expect(isChanged(draft, athena)).toBe(false);
    expect(isChanged({ ...draft, role: `${draft.role} ` }, athena)).toBe(false);
    expect(isChanged({ ...draft, style: { logic: 0.8 } }, athena)).toBe(true);
    expect(isChanged({ ...draft, maxOutputTokens: 100 }, athena)).toBe(true);
    expect(isChanged({ ...draft, models: ['stub/debater'] }, athena)).toBe(true);
  });
});
