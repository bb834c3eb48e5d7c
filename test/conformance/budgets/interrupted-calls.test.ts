import { describe, expect, it, onTestFinished } from 'vitest';
import { createCore } from '../../../core/app/index.ts';
import { openPricedCore, pricedDebate } from '../../support/priced-core.ts';

describe('a call that its process gave up as it ended', { timeout: 30_000 }, () => {
  it('is counted in the budgets when the session is resumed, like every other', async () => {
    const { core, asked } = await openPricedCore('budgets: { day: { usd: 1 } }\n', { delayMs: 1_500 });
    const { id } = await core.api['sessions.create'](pricedDebate({ max_rounds: 1 }) as never);
    await expect.poll(() => asked.length, { interval: 20, timeout: 20_000 }).toBe(1);
    const { home } = core;
    await core.close();
    const environment = { LAB_KEY: 'key' };
    const next = await createCore({ home, host: 'cli', environment, logTo: 'none' });
    onTestFinished(() => next.close());
    await next.api['sessions.resume']({ id });
    const { totals } = await next.whenEnded(id);
    const summary = await next.api['cost.summary']({ by: 'session' });
    expect(summary.total_usd).toBe(totals.usd);
    const [day] = summary.budgets;
    expect(day).toMatchObject({ scope: 'day', unit: 'usd', reserved: 0 });
    expect(day?.spent).toBe(totals.usd);
    expect(await next.api['sessions.verify']({ id })).toMatchObject({
      ...{ ok: true, projections_equal: true, projection_problem: null },
    });
  });
});
