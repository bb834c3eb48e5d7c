import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Core, createCore } from '../../../core/app/index.ts';
import type { RunEvent } from '../../../core/contract/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A busy machine is no failure. */
const PATIENT = { timeout: 20_000 };

const openHome = (budgets: string, latencyMs = 120): string => {
  const home = temporaryFolder();
  writeFileSync(
    join(home, 'config.yaml'),
    `stub: { latency_ms: ${latencyMs}, tokens_per_s: 0 }\nbudgets: ${budgets}\n`,
  );
  return home;
};
const openCore = async (home: string): Promise<Core> => {
  const core = await createCore({ home, host: 'cli', environment: {}, logTo: 'none' });
  onTestFinished(() => core.close());
  return core;
};
const long = {
  ...{ mode: 'debate', topic: 'Designing a resilient edge network', agents: ['Athena', 'Apollo'] },
  ...{ max_rounds: 400, convergence: false, model: 'stub/debater' },
} as Parameters<Core['api']['sessions.create']>[0];

const eventsOf = async (core: Core, id: string): Promise<readonly RunEvent[]> =>
  (await core.api['sessions.events']({ id, after: 0, limit: 5_000 })).items as RunEvent[];
/** Caps in seconds with what is used of them, when everything has been counted. */
const timeOf = async (core: Core) =>
  (await core.api['cost.summary']({ by: 'day' })).budgets.filter(({ unit }) => unit === 'seconds');

describe('caps in seconds over day and project', { timeout: 60_000 }, () => {
  it('end sessions of several processes with exit code 4, and are used to the millisecond', async () => {
    const home = openHome('{ day: { seconds: 2 } }');
    const cores = [await openCore(home), await openCore(home)];
    const ended = await Promise.all(
      [...cores, ...cores].map(async (core) => {
        const { id } = await core.api['sessions.create'](long);
        return { core, id, end: await core.whenEnded(id) };
      }),
    );
    for (const { core, id, end } of ended) {
      expect(end).toMatchObject({ outcome: 'budget-exhausted', exit_code: 4 });
      expect(end.reason).toMatch(/^The cap of the day \d{4}-\d\d-\d\d of 2 seconds was reached\.$/);
      const events = await eventsOf(core, id);
      expect(events.find(({ type }) => type === 'limit-reached')?.data).toMatchObject({
        ...{ limit: 'seconds', scope: 'day', cap: 2 },
      });
      expect(await core.api['sessions.replay']({ id })).toMatchObject({ equal: true });
      expect(await core.api['sessions.verify']({ id })).toMatchObject({ projection_problem: null });
    }
    const [state] = await timeOf(cores[0] as Core);
    expect(state).toMatchObject({ scope: 'day', cap: 2, reserved: 0 });
    // What another session gave back at its end stays: a tenth of a second for each of them, and time for the writer.
    expect(state?.spent).toBeLessThanOrEqual(2);
    expect(state?.spent).toBeGreaterThan(1.5);
    const [first] = cores as [Core];
    const { id } = await first.api['sessions.create'](long);
    await first.whenEnded(id);
    expect((await timeOf(first))[0]?.spent).toBeLessThanOrEqual(2);
  });

  it('end a session at once when nothing is left, before any call', async () => {
    const core = await openCore(openHome('{ project: { seconds: 3 } }', 60));
    for (const calls of [/[1-9]/, /^0$/]) {
      const { id } = await core.api['sessions.create']({ ...long, metadata: { project: 'edge' } });
      const end = await core.whenEnded(id);
      expect(end).toMatchObject({ exit_code: 4 });
      expect(end.reason).toContain('of the project edge of 3 seconds');
      expect(String(end.totals.calls)).toMatch(calls);
      expect(await core.api['sessions.replay']({ id })).toMatchObject({ equal: true });
    }
    const { id } = await core.api['sessions.create']({ ...long, max_rounds: 1 });
    expect((await core.whenEnded(id)).exit_code).toBe(0);
  });

  it('stand still while a session is paused, and count what ran before they were set', async () => {
    const core = await openCore(openHome('{}'));
    const { id } = await core.api['sessions.create'](long);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await core.api['sessions.pause']({ id, when: 'now' });
    await expect.poll(async () => (await core.api['sessions.get']({ id })).status, PATIENT).toBe('paused');
    await core.api['settings.set']({ budgets: { day: { seconds: 100 } } });
    await expect.poll(async () => (await timeOf(core))[0]?.spent, PATIENT).toBeGreaterThan(0.25);
    const before = (await timeOf(core))[0]?.spent;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await timeOf(core))[0]).toMatchObject({ spent: before, reserved: 0 });
    await core.api['sessions.resume']({ id });
    await expect.poll(async () => (await timeOf(core))[0]?.reserved, PATIENT).toBe(1);
    await core.api['sessions.stop']({ id });
    await core.whenEnded(id);
  });
});
