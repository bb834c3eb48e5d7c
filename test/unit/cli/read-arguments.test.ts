import { describe, expect, it } from 'vitest';
import type { Command } from '../../../cli/command.ts';
import { noWords, oneWord, readArguments, wholeNumber } from '../../../cli/read-arguments.ts';

const command: Command = {
  summary: '',
  forms: [''],
  options: {
    json: { summary: '' },
    seed: { summary: '', value: 'N' },
    set: { summary: '', value: 'PATH=VALUE', repeatable: true },
  },
  load: () => Promise.reject(new Error('not asked for')),
};
const read = (...args: string[]) => readArguments('run', command, args);
const message = (use: () => unknown): string => {
  try {
    use();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'accepted';
};

describe('readArguments', () => {
  it('reads words and options in any order', () => {
    const invocation = read('--json', 'a.yaml', '--set', 'x=1', '--seed=7', '--set', 'y=--z', '--', '--odd');
    expect(invocation.words).toEqual(['a.yaml', '--odd']);
    expect(invocation.flag('json')).toBe(true);
    expect(invocation.text('seed')).toBe('7');
    expect(invocation.texts('set')).toEqual(['x=1', 'y=--z']);
    expect(invocation.flag('set')).toBe(true);
    expect(invocation.text('model')).toBeUndefined();
  });

  it('names what is wrong, and the nearest option', () => {
    expect(message(() => read('--jsno'))).toBe('`agentnet run` has no option --jsno. Did you mean --json?');
    expect(message(() => read('-j'))).toBe('`agentnet run` has no option -j.');
    expect(message(() => read('--seed'))).toBe('--seed needs a value: --seed N.');
    expect(message(() => read('--json=yes'))).toBe('--json takes no value.');
    expect(message(() => read('--seed', '1', '--seed', '2'))).toBe('--seed is given twice.');
  });
});

describe('words', () => {
  it('are one, or none', () => {
    expect(oneWord(read('a'), 'run', 'one FILE')).toBe('a');
    expect(message(() => oneWord(read(), 'run', 'one FILE'))).toBe('`agentnet run` needs one FILE.');
    expect(message(() => oneWord(read('a', 'b'), 'run', 'one FILE'))).toContain('not b too');
    expect(message(() => noWords(read(), 'doctor'))).toBe('accepted');
    expect(message(() => noWords(read('a'), 'doctor'))).toContain('does not take a');
  });
});

describe('wholeNumber', () => {
  it('is a number within its bounds', () => {
    const range = { min: 1, max: 9 };
    expect(wholeNumber(read('--seed', '7'), 'seed', range)).toBe(7);
    expect(wholeNumber(read(), 'seed', range)).toBeUndefined();
    for (const given of ['0', '10', '1.5', '-1', 'x', '', '1e0', '0x1']) {
      expect(message(() => wholeNumber(read(`--seed=${given}`), 'seed', range))).toContain('--seed must be');
    }
  });
});
