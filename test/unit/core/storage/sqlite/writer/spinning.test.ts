import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../../../core/effects/index.ts';
import type { ToWriter } from '../../../../../../core/storage/sqlite/messages.ts';
import { spinning } from '../../../../../../core/storage/sqlite/writer/spinning.ts';

const message: ToWriter = { kind: 'request', id: 1, request: { kind: 'refold' } };

/** An inbox whose message comes at the given look; a clock on which a look takes 0.03 ms. */
const open = (comesAt: number) => {
  let looks = 0;
  let elapsed = 0;
  const inbox = {
    receive: () => {
      looks += 1;
      return looks === comesAt ? message : undefined;
    },
    waitForPart: () => message,
  };
  const clock: Clock = {
    now: () => 0,
    elapsed: () => {
      elapsed += 0.03;
      return elapsed;
    },
    sleep: () => Promise.resolve(),
    schedule: () => () => {},
    breathe: () => null,
    stagger: () => null,
  };
  return { next: spinning(inbox, clock), looks: () => looks };
};

describe('spinning', () => {
  it('finds a message that comes a moment later', () => {
    const { next, looks } = open(3);
    expect(next()).toBe(message);
    expect(looks()).toBe(3);
  });

  it('gives up after a moment', () => {
    const { next, looks } = open(1_000);
    expect(next()).toBeUndefined();
    expect(looks()).toBeLessThan(10);
  });

  it('looks longer more and more rarely when it was in vain, and often again when it was not', () => {
    const { next, looks } = open(60);
    let rounds = 0;
    while (next() === undefined) rounds += 1;
    // Few looks for many rounds: most are a single one.
    expect(looks()).toBe(60);
    expect(rounds).toBeGreaterThan(25);
    const before = looks();
    next();
    expect(looks() - before).toBeGreaterThan(1);
  });
});
