import { describe, expect, it } from 'vitest';
import { scriptedReply } from '../../../../../core/providers/stub/scripted.ts';
import { stubPrompt } from './stub-prompt.ts';

const reply = (text: string, where: { agent?: string; round?: number; kind?: string } = {}) => ({
  reply: text,
  agent: where.agent,
  round: where.round,
  kind: where.kind,
});

describe('scriptedReply', () => {
  const script = [
    reply('anybody'),
    reply('round two', { round: 2 }),
    reply('Athena', { agent: 'Athena' }),
    reply('Athena again', { agent: 'Athena' }),
    reply('Athena votes', { agent: 'Athena', kind: 'vote' }),
    reply('Hermes', { agent: 'Hermes', round: 9 }),
  ];

  it('takes the reply that says most exactly when it is due, and the first of equal ones', () => {
    expect(scriptedReply(script, stubPrompt())).toBe('Athena');
    expect(scriptedReply(script, stubPrompt({ kind: 'vote' }))).toBe('Athena votes');
    expect(scriptedReply(script.slice(0, 2), stubPrompt())).toBe('round two');
    expect(scriptedReply(script.slice(0, 2), stubPrompt({ round: 3 }))).toBe('anybody');
  });

  it('says what is missing where no reply fits', () => {
    expect(scriptedReply([], stubPrompt())).toMatch(
      /no reply for Athena in round 2 \(rebuttal\).*stub\.script/,
    );
  });
});
