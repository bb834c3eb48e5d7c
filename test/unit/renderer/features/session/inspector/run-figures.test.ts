import { describe, expect, it } from 'vitest';
import { runFigures } from '../../../../../../renderer/features/session/inspector/run-figures.ts';
import { header, notice, snapshot } from '../../../state/session/sample-snapshot.ts';

describe('runFigures', () => {
  it('leaves out what is not known and counts what went wrong', () => {
    const view = snapshot({
      turns: [
        header('a', 1, 0, 'Athena', { first_token_ms: 40 }),
        header('b', 1, 1, 'Apollo', { first_token_ms: null, stub: false }),
      ],
      notices: [
        notice(1, 1, { kind: 'fallback' }),
        notice(2, 2, { kind: 'failure' }),
        notice(3, 3, { kind: 'retry' }),
        notice(4, 4),
      ],
    });
    expect(runFigures(view)).toEqual({
      firstTokens: [40],
      retries: 1,
      fallbacks: 1,
      failures: 1,
      stubTurns: 1,
    });
  });
});
