import { describe, expect, it } from 'vitest';
import type { Invocation } from '../../../cli/command.ts';
import { withCore } from '../../../cli/with-core.ts';
import type { Core } from '../../../core/app/index.ts';
import { newHome, testTerminal } from './stand-ins.ts';

const on = (home: string): Invocation => ({
  words: [],
  flag: () => false,
  text: (name) => (name === 'home' ? home : undefined),
  texts: () => [],
});

describe('withCore', { timeout: 30_000 }, () => {
  it('opens the data folder that is asked for, and closes it', async () => {
    const home = newHome();
    let used: Core | undefined;
    const code = await withCore(on(home), testTerminal(), async (core) => {
      used = core;
      expect(core.home).toBe(home);
      return 3;
    });
    expect(code).toBe(3);
    await expect(used?.api['sessions.list']({})).rejects.toThrow();
  });

  it('closes it after an error too, and keeps the error', async () => {
    const failing = withCore(on(newHome()), testTerminal(), () => Promise.reject(new RangeError('mine')));
    await expect(failing).rejects.toThrow('mine');
  });

  it('answers an interruption with its code, whatever the command was doing', async () => {
    const terminal = testTerminal();
    const running = withCore(on(newHome()), terminal, async (core) => {
      terminal.interrupt('SIGTERM');
      for (;;) await core.api['sessions.list']({});
    });
    await expect(running).rejects.toMatchObject({ code: 'session/interrupted', exitCode: 6 });
    const late = withCore(on(newHome()), terminal, async () => 0);
    await expect(late).rejects.toMatchObject({ code: 'session/interrupted' });
  });
});
