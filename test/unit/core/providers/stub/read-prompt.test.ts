import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../../../../core/contract/index.ts';
import { readPrompt } from '../../../../../core/providers/stub/read-prompt.ts';
import { sampleAgent, sampleTurn, sampleWords } from '../../agents/sample-brief.ts';
import { messagesFor, stubPrompt } from './stub-prompt.ts';

describe('readPrompt', () => {
  it('finds everything that a prompt of ours says', () => {
    const messages = messagesFor({
      kind: 'vote',
      agent: sampleAgent({ style: { logic: 0.9, humor: 0.1 } }),
      topic: 'Line one\n\n## Your turn\nLine two',
      ranked: true,
      heard: [
        sampleTurn({ agent: 'Athena', speakerIndex: 0, content: 'Mine.\n\nAll mine.', position: 'Mine.' }),
        sampleTurn({ confidence: null }),
      ],
      interjections: [
        sampleWords({ round: 2, text: 'One\n\ntwo: three' }),
        sampleWords({ from: 'user', text: 'Last' }),
        sampleWords({ from: 'user', text: 'Psst', to: 'Athena', whisper: true }),
      ],
      options: [
        { id: 'A', text: 'Begin small', by: 'Apollo' },
        { id: 'B', text: 'Wait (a year)', by: null },
      ],
      candidates: ['Apollo', 'Hermes'],
    });
    expect(readPrompt(messages)).toEqual({
      speaker: 'Athena',
      task: 'vote',
      round: 2,
      maxRounds: 6,
      topic: 'Line one\n\n## Your turn\nLine two',
      styles: [
        { name: 'logic', intensity: 'strong' },
        { name: 'humor', intensity: 'sparing' },
      ],
      speakers: ['Athena', 'Apollo', 'Hermes'],
      positions: [{ agent: 'Athena', round: 1, confidence: 0.64, text: 'Mine.' }],
      own: { agent: 'Athena', round: 1, confidence: null, text: 'Mine.\n\nAll mine.' },
      fresh: [
        {
          agent: 'Apollo',
          round: 1,
          confidence: null,
          text: '**Position:** Build on failover.\n\nIt recovers by itself.',
        },
      ],
      people: [
        { from: 'moderator', round: 2, whisper: false, text: 'One\n\ntwo: three' },
        { from: 'user', round: 1, whisper: false, text: 'Last' },
        { from: 'user', round: 1, whisper: true, text: 'Psst' },
      ],
      options: [
        { id: 'A', text: 'Begin small', by: 'Apollo' },
        { id: 'B', text: 'Wait (a year)', by: null },
      ],
      candidates: ['Apollo', 'Hermes'],
      results: [],
      planning: undefined,
      ranked: true,
      wantsJson: false,
      expects: 'text',
      tokens: messages.reduce((sum, message) => sum + estimateTokens(message.content) + 4, 0),
      lastUserMessage: messages[1]?.content,
    });
  });

  it('finds what a planner and a reviewer are told', () => {
    const work = {
      node: 'team',
      prompt: 'Move the office',
      results: [],
      context: [{ title: 'Scope (Athena)', text: 'Two floors.\n\nOne lift.' }],
      expects: 'text',
      correction: null,
      planning: {
        purpose: 'revise',
        team: [{ name: 'Athena', description: 'Argues: step by step.' }],
        maxNodes: 7,
        mayDelegate: true,
        remarks: { from: 'reviewer', text: 'Name the day.' },
      },
    } as const;
    const prompt = stubPrompt({ mode: 'delegation', kind: 'plan', work });
    expect(prompt).toMatchObject({
      task: 'plan',
      topic: 'Move the office',
      results: [{ title: 'Scope (Athena)', text: 'Two floors.\n\nOne lift.' }],
      planning: {
        team: [{ name: 'Athena', description: 'Argues: step by step.' }],
        maxNodes: 7,
        mayDelegate: true,
        again: true,
      },
    });
  });

  it('knows whether a JSON block is wanted', () => {
    expect(stubPrompt({ form: 'labelled-and-json' }).wantsJson).toBe(true);
  });

  it('takes any other prompt for a bare task', () => {
    expect(
      readPrompt([
        { role: 'user', content: 'First' },
        { role: 'assistant', content: 'Yes?' },
        { role: 'user', content: '## Plan\na party' },
      ]),
    ).toMatchObject({
      speaker: 'Assistant',
      task: 'answer',
      round: 1,
      topic: '## Plan\na party',
      fresh: [],
      styles: [],
    });
    expect(readPrompt([])).toMatchObject({ topic: '', lastUserMessage: '' });
  });

  it('is not led astray by headings in a role', () => {
    const role = 'You plan.\n\n## Style\n- risk (strong): no';
    expect(stubPrompt({ agent: sampleAgent({ role, style: { logic: 0.9 } }) }).styles).toEqual([
      { name: 'logic', intensity: 'strong' },
    ]);
  });
});
