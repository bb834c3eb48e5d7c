import { describe, expect, it } from 'vitest';
import { realEffects } from '../../../../core/effects/index.ts';
import { createWaitingLine } from '../../../../core/ledger/waiting-line.ts';

const never = new AbortController().signal;

describe('calls that wait for room', () => {
  it('ask one after the other, each until it has an answer', async () => {
    const line = createWaitingLine(realEffects.clock);
    const asked: string[] = [];
    let room = 0;
    const ask = (name: string) => async () => {
      asked.push(name);
      if (room === 0) return null;
      room -= 1;
      return name;
    };
    const first = line.inTurn(never, ask('a'));
    const second = line.inTurn(never, ask('b'));
    await new Promise((resolve) => setImmediate(resolve));
    room = 1;
    line.wake();
    expect(await first).toBe('a');
    room = 1;
    line.wake();
    expect(await second).toBe('b');
    expect(asked.lastIndexOf('a')).toBeLessThan(asked.indexOf('b'));
  });

  it('look by themselves for what another process gave back', async () => {
    const line = createWaitingLine(realEffects.clock);
    let looks = 0;
    expect(
      await line.inTurn(never, async () => {
        looks += 1;
        return looks > 1 ? 'room' : null;
      }),
    ).toBe('room');
  });

  it('leave the line when they are given up, and hold nobody up', async () => {
    const line = createWaitingLine(realEffects.clock);
    const leave = new AbortController();
    const first = line.inTurn(leave.signal, async () => null);
    const second = line.inTurn(never, async () => 'mine');
    leave.abort(new Error('given up'));
    await expect(first).rejects.toThrow('given up');
    expect(await second).toBe('mine');
  });
});
