import { describe, expect, it } from 'vitest';
import { chooseFault, faultCounters } from '../../../../../core/providers/stub/choose-fault.ts';
import { stubConfiguration, toStubSettings } from '../../../../../core/providers/stub/stub-settings.ts';
import { sampleAgent } from '../../agents/sample-brief.ts';
import { stubPrompt } from './stub-prompt.ts';

const faults = (...list: readonly object[]) =>
  toStubSettings(stubConfiguration.parse({ faults: list })).faults;
const athena = stubPrompt();
const apollo = stubPrompt({ agent: sampleAgent({ name: 'Apollo' }) });

const struck = (list: ReturnType<typeof faults>, prompts: readonly (typeof athena)[], seed = 7) => {
  const counters = faultCounters();
  return prompts.map((prompt) => chooseFault(list, prompt, seed, counters)?.kind ?? '-');
};

describe('chooseFault', () => {
  it('strikes every call without a condition', () => {
    expect(struck(faults({ kind: 'cut' }), [athena, apollo])).toEqual(['cut', 'cut']);
    expect(struck([], [athena])).toEqual(['-']);
  });

  it('counts the calls of each agent for itself', () => {
    const list = faults({ kind: 'error', at: [2] });
    expect(struck(list, [athena, apollo, apollo, athena, athena])).toEqual(['-', '-', 'error', 'error', '-']);
    expect(struck(faults({ kind: 'cut', every: 2 }), [athena, athena, athena, athena])).toEqual([
      '-',
      'cut',
      '-',
      'cut',
    ]);
  });

  it('spares other agents', () => {
    expect(struck(faults({ kind: 'hang', agent: 'Apollo' }), [athena, apollo])).toEqual(['-', 'hang']);
  });

  it('takes the first that strikes', () => {
    expect(struck(faults({ kind: 'cut', at: [2] }, { kind: 'slow' }), [athena, athena])).toEqual([
      'slow',
      'cut',
    ]);
  });

  it('draws by the seed, the same again, and anew for a repeat', () => {
    const list = faults({ kind: 'empty', probability: 0.5 });
    const rounds = Array.from({ length: 200 }, (_, round) => stubPrompt({ round: round + 1 }));
    const first = struck(list, rounds);
    expect(struck(list, rounds)).toEqual(first);
    expect(struck(list, rounds, 8)).not.toEqual(first);
    const share = first.filter((kind) => kind === 'empty').length / rounds.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.15);
    expect(
      new Set(
        struck(
          list,
          Array.from({ length: 40 }, () => athena),
        ),
      ).size,
    ).toBe(2);
  });

  it('joins a place and a probability', () => {
    expect(struck(faults({ kind: 'cut', every: 1, probability: 0 }), [athena])).toEqual(['-']);
    expect(struck(faults({ kind: 'cut', at: [1], probability: 1 }), [athena, athena])).toEqual(['cut', '-']);
  });
});

describe('faultCounters', () => {
  it('forgets the oldest of very many, so that it does not grow', () => {
    const counters = faultCounters();
    counters.repeatsOf('first');
    for (let index = 0; index < 10_000; index += 1) counters.repeatsOf(`request ${index}`);
    expect(counters.repeatsOf('request 9999')).toBe(1);
    expect(counters.repeatsOf('first')).toBe(0);
  });
});
