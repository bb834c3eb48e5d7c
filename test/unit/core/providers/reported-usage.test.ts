import { describe, expect, it } from 'vitest';
import { reportedUsage } from '../../../../core/providers/reported-usage.ts';

const settings = {
  entries: { proxy: { type: 'anthropic' as const, base_url: 'http://127.0.0.1:1' } },
};
const usage = { input: 100, output: 5, cached_read: 60, cached_write: 30 };

describe('reportedUsage', () => {
  it('leaves cached tokens out of the input where the API counts them apart', () => {
    expect(reportedUsage('anthropic/claude-x', usage, settings)).toEqual({ ...usage, input: 10 });
    expect(reportedUsage('proxy/claude-x', usage, settings)).toEqual({ ...usage, input: 10 });
  });

  it('changes nothing for the others, and makes nothing up', () => {
    expect(reportedUsage('openai/gpt-4o', usage, settings)).toEqual(usage);
    expect(reportedUsage('anthropic/claude-x', { output: 5 }, settings)).toEqual({ output: 5 });
  });
});
