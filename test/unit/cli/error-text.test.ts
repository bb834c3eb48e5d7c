import { describe, expect, it } from 'vitest';
import { errorText } from '../../../cli/error-text.ts';
import { AgentNetError } from '../../../core/contract/index.ts';

describe('errorText', () => {
  it('says place, words, what was kept and what to do', () => {
    const error = new AgentNetError('input/unreadable-file', 'It is a folder.', {
      where: { file: '/tmp' },
      kept: 'Nothing was started.',
      remedy: 'Name a file.',
    });
    expect(errorText(error)).toBe('agentnet: /tmp: It is a folder.\nNothing was started.\nName a file.');
    expect(errorText(new AgentNetError('internal', 'No idea.'))).toBe('agentnet: No idea.');
  });

  it('gives every problem a line with its place first', () => {
    const problems = [
      {
        code: 'input/invalid',
        message: 'Unknown key "a".',
        where: { file: 'x.yaml', line: 3, column: 1 },
        nearest: 'agents',
      },
      { code: 'input/invalid', message: 'No "b". Did you mean c?', where: { file: '--set' }, nearest: 'c' },
      { code: 'input/invalid', message: 'Without a place.', where: { path: 'p' } },
    ];
    const error = new AgentNetError('input/invalid', 'first', { data: { problems }, remedy: 'Mend it.' });
    expect(errorText(error).split('\n')).toEqual([
      'x.yaml:3:1: Unknown key "a". Did you mean agents?',
      '--set: No "b". Did you mean c?',
      'Without a place.',
      'Mend it.',
    ]);
  });

  it('lets nothing of a file steer the terminal', () => {
    expect(errorText(new AgentNetError('input/invalid', 'key \u001b[2J'))).toBe('agentnet: key [2J');
  });
});
