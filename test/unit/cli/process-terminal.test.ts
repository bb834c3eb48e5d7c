import { describe, expect, it } from 'vitest';
import { processTerminal } from '../../../cli/process-terminal.ts';

describe('processTerminal', () => {
  it('turns the first signal into an interruption', () => {
    const before = process.listeners('SIGTERM');
    const terminal = processTerminal();
    const [listener] = process.listeners('SIGTERM').filter((one) => !before.includes(one));
    expect(terminal.interrupted.aborted).toBe(false);
    listener?.('SIGTERM');
    expect(terminal.interrupted.reason).toBe('SIGTERM');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      for (const added of process.listeners(signal).filter((one) => !before.includes(one)))
        process.off(signal, added);
    }
  });
});
