import { describe, expect, it } from 'vitest';
import { apiCatalog, type RunEventOf } from '../../../../core/contract/index.ts';
import { turnHeaderOf } from '../../../../core/projections/turn-header.ts';
import { logOf, turn, turnEnded } from './session-log.ts';

describe('turnHeaderOf', () => {
  it('is the turn without its texts, with its place in the log', () => {
    const unknown = turn(2, 1, {
      output: {
        content: 'Yes.',
        confidence: null,
        style_insights: [],
        tokens: { input: null, output: null },
      },
      cost: { provider: 'openai', model: 'gpt-4o', usd: null },
    });
    const event = logOf([turnEnded(2, 1, unknown)], 41)[0] as RunEventOf<'turn-ended'>;
    const header = turnHeaderOf(event, 7);
    expect(apiCatalog['sessions.snapshot'].output.shape.turns.element.parse(header)).toEqual(header);
    expect(header).toMatchObject({
      seq: 41,
      index: 7,
      round: 2,
      speaker_index: 1,
      agent: 'Apollo',
      provider: 'openai',
      model: 'gpt-4o',
      usd: null,
      input_tokens: null,
      confidence: null,
      length: 4,
      completed_at: 1_700_000_001_250,
    });
  });
});
