import { describe, expect, it } from 'vitest';
import { costCsv } from '../../../../../renderer/features/costs/cost-csv.ts';
import { group } from './sample-groups.ts';

describe('costCsv', () => {
  it('writes a line a group with money to the micro-dollar', () => {
    const text = costCsv(
      [
        group('openai/gpt-4o', {
          usd: 1.2345,
          calls: 3,
          unknown_calls: 1,
          tokens: { input: 10, output: 20, cached_read: 3, cached_write: 4, reasoning: 5 },
        }),
      ],
      'model',
    );
    expect(text).toBe(
      '"model","label","known_usd","calls","calls_of_unknown_cost","calls_of_estimated_cost","cached_calls","input_tokens","output_tokens","cached_read_tokens","cached_write_tokens","reasoning_tokens"\r\n' +
        '"openai/gpt-4o","openai/gpt-4o",1.234500,3,1,0,0,10,20,3,4,5\r\n',
    );
  });

  it('says unknown where nothing is known, and zero where it cost nothing', () => {
    const [, unknown, free] = costCsv(
      [group('lab/x', { calls: 2, unknown_calls: 2 }), group('stub/debater')],
      'model',
    ).split('\r\n');
    expect(unknown).toContain('"unknown",2,2');
    expect(free).toContain('0.000000,1,0');
  });

  it('guards the names people gave', () => {
    expect(costCsv([group('1', { label: '=cmd|calc' })], 'session')).toContain(`"'=cmd|calc"`);
  });

  it('is a head without groups', () => {
    expect(costCsv([], 'day').split('\r\n')).toHaveLength(2);
  });
});
