import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../core/contract/index.ts';
import { fakeEffects } from '../../../../core/effects/index.ts';
import {
  coolingDown,
  createCooldowns,
  keyRefused,
  leftAlone,
} from '../../../../core/resilience/cooldowns.ts';

describe('createCooldowns', () => {
  it('leaves one model of one account alone, as long as the longest wish', async () => {
    const effects = fakeEffects();
    const cooldowns = createCooldowns(effects.clock);
    cooldowns.cool('lab', 'lab/a', 5_000);
    cooldowns.cool('lab', 'lab/a', 1_000);
    await effects.advance(2_000);
    expect(cooldowns.leftMs('lab', 'lab/a')).toBe(3_000);
    expect(cooldowns.leftMs('lab', 'lab/b')).toBe(0);
    expect(cooldowns.leftMs('other', 'lab/a')).toBe(0);
    await effects.advance(3_000);
    expect(cooldowns.leftMs('lab', 'lab/a')).toBe(0);
  });
});

describe('the errors of calls that were not made', () => {
  it('say when it may be tried again', () => {
    expect(coolingDown('lab/a', 1_200.4)).toMatchObject({
      code: 'provider/rate-limited',
      message: 'lab/a asked for patience; it is left alone for 2 s.',
      data: { retry_after_ms: 1_201 },
    });
    expect(leftAlone('lab/a', 30_000)).toMatchObject({
      code: 'provider/overloaded',
      data: { retry_after_ms: 30_000 },
    });
  });

  it('say what to do about a key, in the words of the first refusal', () => {
    const refusal = new AgentNetError('provider/auth', 'no', { remedy: 'Check the key.' });
    expect(keyRefused('lab', 'lab/a', refusal)).toMatchObject({
      code: 'provider/auth',
      message: 'lab/a was not asked: lab has refused the key.',
      remedy: 'Check the key.',
    });
  });
});
