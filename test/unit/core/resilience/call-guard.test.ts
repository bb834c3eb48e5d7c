import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AgentNetError, type ErrorCode, toAgentNetError } from '../../../../core/contract/index.ts';
import { type FakeEffects, fakeEffects } from '../../../../core/effects/index.ts';
import { type CallGuard, createCallGuard } from '../../../../core/resilience/call-guard.ts';
import type { CallNote, GuardedCall } from '../../../../core/resilience/guarded-call.ts';

/** What one attempt does: parts, and how it ends. */
interface Attempt {
  readonly parts?: readonly string[];
  readonly error?: AgentNetError;
  /** Waits until it is aborted. */
  readonly hang?: true;
}

const failure = (code: ErrorCode, data: Record<string, unknown> = {}) =>
  new AgentNetError(code, code, { data });
const server: Attempt = { error: failure('provider/server', { status: 500 }) };
const cut: Attempt = { error: failure('provider/cut') };
const busy = (ms?: number): Attempt => ({
  error: failure('provider/rate-limited', ms === undefined ? {} : { retry_after_ms: ms }),
});
const answer: Attempt = { parts: ['Hel', 'lo'] };

interface Outcome {
  readonly parts: readonly string[];
  readonly error: AgentNetError | undefined;
  readonly sent: number;
  readonly notes: readonly CallNote[];
  /** Milliseconds it took by the clock. */
  readonly took: number;
}

const bench = () => {
  const effects = fakeEffects();
  return { effects, guard: createCallGuard(effects.clock) };
};

async function* partsOf({ clock }: FakeEffects, { parts = [], error, hang }: Attempt, signal: AbortSignal) {
  yield* parts;
  if (hang) await clock.sleep(1e9, signal);
  if (error) throw error;
}

const drain = async (
  { effects, guard }: { readonly effects: FakeEffects; readonly guard: CallGuard },
  script: readonly Attempt[],
  change: Partial<GuardedCall<string>> = {},
  signal = new AbortController().signal,
): Promise<Outcome> => {
  const notes: CallNote[] = [];
  const parts: string[] = [];
  let sent = 0;
  let error: AgentNetError | undefined;
  const begun = effects.clock.elapsed();
  const call: GuardedCall<string> = {
    account: 'lab',
    model: 'lab/a',
    limits: {},
    session: 's',
    tokens: 10,
    seed: 1,
    id: 'call',
    patienceMs: 60_000,
    isolated: false,
    attempt: async (inner) => {
      const next = script[Math.min(sent, script.length - 1)] as Attempt;
      sent += 1;
      return partsOf(effects, next, inner);
    },
    tokensUsed: () => undefined,
    note: (note) => notes.push(note),
    ...change,
  };
  let over = false;
  const reading = (async () => {
    for await (const part of guard.stream(call, signal)) parts.push(part);
  })()
    .catch((thrown: unknown) => {
      error = toAgentNetError(thrown);
    })
    .finally(() => {
      over = true;
    });
  let took = 0;
  for (let step = 0; !over && step < 4_000; step += 1) {
    await effects.advance(50);
    took = effects.clock.elapsed() - begun;
  }
  await reading;
  return { parts, error, sent, notes, took };
};

const retries = ({ notes }: Outcome) => notes.filter((note) => note.kind === 'retry');
const cooldowns = ({ notes }: Outcome) => notes.filter((note) => note.kind === 'cooldown');

describe('what a call waits for', () => {
  it('is told before it waits, and when it goes out', async () => {
    const shared = bench();
    const limits = { requestsPerMinute: 1 };
    expect((await drain(shared, [answer], { limits })).notes).toEqual([]);
    const { notes, took } = await drain(shared, [answer], { limits });
    expect(notes).toMatchObject([{ kind: 'delayed', reason: 'requests', limit: 1 }, { kind: 'admitted' }]);
    const [delayed, admitted] = notes as unknown as [{ waitMs: number }, { waitedMs: number }];
    expect(delayed.waitMs).toBe(admitted.waitedMs);
    expect(took).toBeGreaterThanOrEqual(delayed.waitMs);
  });

  it('is a cooldown that another call has met', async () => {
    const shared = bench();
    await drain(shared, [busy(4_000)], { patienceMs: 0 });
    const { notes } = await drain(shared, [answer]);
    expect(notes[0]).toMatchObject({ kind: 'delayed', reason: 'cooldown', limit: null });
    // One step of the bench, 50 ms, is over before the next call.
    const [short, moment] = [bench(), bench()];
    await drain(short, [busy(56)], { patienceMs: 0 });
    expect((await drain(short, [answer])).notes).toMatchObject([{ kind: 'delayed' }, { kind: 'admitted' }]);
    await drain(moment, [busy(54)], { patienceMs: 0 });
    expect(await drain(moment, [answer])).toMatchObject({ notes: [] });
    expect(notes[1]).toMatchObject({ kind: 'admitted' });
  });
});

describe('what a call does about a failure', () => {
  it('makes a call at most twice again after a failure of the server, with jittered waits', async () => {
    const saved = await drain(bench(), [server, server, answer]);
    expect(saved).toMatchObject({ parts: ['Hel', 'lo'], sent: 3, error: undefined });
    const waits = retries(saved).map(({ waitMs }) => waitMs);
    expect(waits[0]).toBeGreaterThanOrEqual(250);
    expect(waits[1]).toBeGreaterThanOrEqual(500);
    expect(retries(saved).map(({ attempt }) => attempt)).toEqual([1, 2]);
    const lost = await drain(bench(), [server]);
    expect(lost).toMatchObject({ sent: 3, error: { code: 'provider/server' } });
  });

  it('waits the same again for the same seed, and otherwise for another', async () => {
    const waits = async (seed: number) =>
      retries(await drain(bench(), [server, server, answer], { seed })).map(({ waitMs }) => waitMs);
    expect(await waits(7)).toEqual(await waits(7));
    expect(await waits(7)).not.toEqual(await waits(8));
  });

  it('obeys a server that asks to wait, tries once more, and then gives up', async () => {
    const saved = await drain(bench(), [busy(4_000), answer]);
    expect(saved).toMatchObject({ sent: 2, error: undefined });
    expect(retries(saved)).toMatchObject([{ waitMs: 4_000 }]);
    expect(saved.took).toBeGreaterThanOrEqual(4_000);
    expect(cooldowns(saved)).toEqual([{ kind: 'cooldown', reason: 'rate-limited', forMs: 4_000 }]);
    expect(await drain(bench(), [busy(1_000)])).toMatchObject({
      sent: 2,
      error: { code: 'provider/rate-limited' },
    });
  });

  it('does not wait longer than it has patience, and leaves the model alone for as long as it was asked', async () => {
    const { effects, guard } = bench();
    const first = await drain({ effects, guard }, [busy(90_000)]);
    expect(first).toMatchObject({ sent: 1, error: { code: 'provider/rate-limited' } });
    expect(first.took).toBeLessThan(200);
    const second = await drain({ effects, guard }, [answer]);
    expect(second).toMatchObject({ sent: 0, error: { code: 'provider/rate-limited' } });
    expect(second.error?.data['retry_after_ms']).toBeGreaterThan(89_000);
    expect(await drain({ effects, guard }, [answer], { model: 'lab/b' })).toMatchObject({ sent: 1 });
    await effects.advance(40_000);
    const third = await drain({ effects, guard }, [answer]);
    expect(third).toMatchObject({ sent: 1, error: undefined });
    expect(third.took).toBeGreaterThan(40_000);
  });

  it.each([
    'provider/invalid-request',
    'provider/auth',
    'provider/content-filter',
    'provider/context-length',
    'provider/malformed',
    'provider/empty',
    'provider/timeout',
    'provider/quota',
    'provider/no-key',
  ] as const)('does not try again after %s', async (code) => {
    expect(await drain(bench(), [{ error: failure(code) }])).toMatchObject({ sent: 1, error: { code } });
  });

  it('stops a key that was refused, and asks again once something was changed', async () => {
    const both = bench();
    const first = await drain(both, [{ error: failure('provider/auth', { status: 401 }) }]);
    expect(cooldowns(first)).toEqual([{ kind: 'cooldown', reason: 'key-refused', forMs: null }]);
    const second = await drain(both, [answer], { model: 'lab/b' });
    expect(second).toMatchObject({ sent: 0, error: { code: 'provider/auth' } });
    expect(await drain(both, [answer], { account: 'other' })).toMatchObject({ sent: 1, error: undefined });
    both.guard.forgive();
    expect(await drain(both, [answer])).toMatchObject({ sent: 1, error: undefined });
  });

  it('goes on using a key that may not use one model', async () => {
    const both = bench();
    await drain(both, [{ error: failure('provider/auth', { status: 403 }) }]);
    expect(await drain(both, [answer], { model: 'lab/b' })).toMatchObject({ sent: 1, error: undefined });
  });

  it('makes a call once again that was cut before its first token, and never one that had begun', async () => {
    expect(await drain(bench(), [cut, answer])).toMatchObject({ sent: 2, error: undefined });
    expect(await drain(bench(), [cut])).toMatchObject({ sent: 2, error: { code: 'provider/cut' } });
    const begun = await drain(bench(), [{ parts: ['Hel'], error: failure('provider/cut') }, answer]);
    expect(begun).toMatchObject({ parts: ['Hel'], sent: 1, error: { code: 'provider/cut' }, notes: [] });
    const late = await drain(bench(), [{ parts: ['Hel'], error: failure('provider/server') }, answer]);
    expect(late).toMatchObject({ parts: ['Hel'], sent: 1 });
  });
});

describe('what calls learn from each other', () => {
  it('leaves a model alone after five failures in a row, within a call too, and probes it later', async () => {
    const both = bench();
    expect((await drain(both, [server])).sent).toBe(3);
    const second = await drain(both, [server]);
    expect(second).toMatchObject({ sent: 2, error: { code: 'provider/server' } });
    expect(retries(second)).toHaveLength(1);
    expect(cooldowns(second)).toEqual([{ kind: 'cooldown', reason: 'failures', forMs: 30_000 }]);
    expect(await drain(both, [answer])).toMatchObject({ sent: 0, error: { code: 'provider/overloaded' } });
    await both.effects.advance(30_000);
    expect(await drain(both, [answer])).toMatchObject({ sent: 1, error: undefined });
    expect(await drain(both, [answer])).toMatchObject({ sent: 1, error: undefined });
  });

  it('learns nothing from stubs, which stand for no service', async () => {
    const both = bench();
    for (let call = 0; call < 4; call += 1) {
      expect((await drain(both, [server], { isolated: true })).sent).toBe(3);
    }
    const refused = await drain(both, [{ error: failure('provider/auth') }], { isolated: true });
    expect(cooldowns(refused)).toEqual([]);
    expect(await drain(both, [answer], { isolated: true })).toMatchObject({ sent: 1, error: undefined });
  });

  it('keeps the requests of an account to its limits, attempts included', async () => {
    const both = bench();
    const limits = { requestsPerMinute: 2 };
    const first = await drain(both, [server, answer], { limits });
    expect(first.took).toBeLessThan(1_000);
    const second = await drain(both, [answer], { limits });
    expect(second.took).toBeGreaterThan(59_000);
  });

  it('takes what was really used for what was reserved', async () => {
    const both = bench();
    const change = { limits: { tokensPerMinute: 100 }, tokens: 90 };
    await drain(both, [answer], {
      ...change,
      tokensUsed: (part: string) => (part === 'lo' ? 20 : undefined),
    });
    expect((await drain(both, [answer], { ...change, tokens: 80 })).took).toBeLessThan(200);
    expect((await drain(both, [answer], { ...change, tokens: 10 })).took).toBeGreaterThan(50_000);
  });
});

describe('a call that is given up', () => {
  it('ends at once while it waits to try again, and leaves no timer', async () => {
    const both = bench();
    const abort = new AbortController();
    both.effects.clock.schedule(2_000, () => abort.abort('paused'));
    const given = await drain(both, [busy(30_000), answer], {}, abort.signal);
    expect(given).toMatchObject({ sent: 1, parts: [] });
    expect(given.took).toBeLessThan(2_200);
    expect(both.effects.pendingTimers()).toBe(0);
  });

  it('is no failure of its service', async () => {
    const both = bench();
    for (let call = 0; call < 6; call += 1) {
      const abort = new AbortController();
      both.effects.clock.schedule(100, () => abort.abort('stopped'));
      await drain(both, [{ hang: true }], {}, abort.signal);
    }
    expect(await drain(both, [answer])).toMatchObject({ sent: 1, error: undefined });
    expect(both.effects.pendingTimers()).toBe(0);
  });
});

describe('any failures in any order', () => {
  const attempt = fc.constantFrom<Attempt>(
    server,
    cut,
    busy(500),
    busy(),
    busy(120_000),
    answer,
    { parts: ['Hel'], error: failure('provider/cut') },
    { error: failure('provider/auth', { status: 401 }) },
    { error: failure('provider/malformed') },
    { error: failure('provider/timeout', { status: 504 }) },
  );
  it('end, never repeat what has begun, and are told of one by one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(attempt, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0 }),
        async (script, seed) => {
          const both = bench();
          const outcome = await drain(both, script, { seed });
          const last = script[Math.min(outcome.sent, script.length) - 1] as Attempt;
          expect(outcome.sent).toBeLessThanOrEqual(5);
          expect(retries(outcome)).toHaveLength(outcome.sent - 1);
          expect(outcome.parts).toEqual(last.parts ?? []);
          expect(outcome.error?.code).toBe(last.error?.code);
          expect(both.effects.pendingTimers()).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
