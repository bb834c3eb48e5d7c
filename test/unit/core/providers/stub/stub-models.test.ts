import { describe, expect, it } from 'vitest';
import {
  isStubModelName,
  stubAuthors,
  stubModelNames,
} from '../../../../../core/providers/stub/stub-models.ts';
import { defaultStubSettings } from '../../../../../core/providers/stub/stub-settings.ts';
import { stubPrompt } from './stub-prompt.ts';

describe('stub models', () => {
  it('are five, known by their full names', () => {
    expect(stubModelNames).toEqual([
      'stub/debater',
      'stub/voter',
      'stub/planner',
      'stub/echo',
      'stub/scripted',
    ]);
    expect(isStubModelName('stub/debater')).toBe(true);
    expect(isStubModelName('stub/other')).toBe(false);
    expect(isStubModelName('constructor')).toBe(false);
  });

  it('write from prompt, seed and settings alone', () => {
    for (const name of stubModelNames) {
      const write = () => stubAuthors[name](stubPrompt(), 5, { ...defaultStubSettings, script: [] });
      expect(write()).toBe(write());
      expect(write()).not.toBe('');
    }
  });

  it('echo repeats the last user message', () => {
    const prompt = stubPrompt();
    expect(stubAuthors['stub/echo'](prompt, 1, defaultStubSettings)).toBe(prompt.lastUserMessage);
  });
});
