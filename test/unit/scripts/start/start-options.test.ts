import { describe, expect, it } from 'vitest';
import { startOptions } from '../../../../scripts/start/start-options.mjs';

describe('startOptions', () => {
  it('opens a window or a browser and passes nothing on by default', () => {
    expect(startOptions([])).toEqual({ webBecause: undefined, open: true, passed: [] });
  });

  it('keeps its own flags and passes the others on in their order', () => {
    expect(startOptions(['--web', '--home', 'data', '--no-open'])).toEqual({
      webBecause: '--web',
      open: false,
      passed: ['--home', 'data'],
    });
  });

  it.each([['--port', '0'], ['--port=0'], ['--json'], ['--host', '127.0.0.1']])(
    'takes %s as a wish for the web host, the only one that has it',
    (...args) => {
      const options = startOptions(args);
      expect(options.webBecause).toBe(args[0]?.split('=')[0]);
      expect(options.passed).toEqual(args);
    },
  );
});
