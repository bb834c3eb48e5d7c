import { describe, expect, it } from 'vitest';
import { npmCommand, npmMajorFromUserAgent } from '../../../../scripts/setup/npm-command.mjs';

const shell = process.platform === 'win32';

describe('npmCommand', () => {
  it('uses the npm at hand when it is new enough', async () => {
    const env = { npm_config_user_agent: 'npm/11.4.2 node/v20.19.0 linux x64 workspaces/false' };
    expect(await npmCommand(['ci'], env)).toEqual({ command: 'npm', args: ['ci'], shell });
  });

  it('goes through npx where npm is older', async () => {
    const env = { npm_config_user_agent: 'npm/10.8.2 node/v20.19.0 linux x64 workspaces/false' };
    expect(await npmCommand(['ci'], env)).toEqual({ command: 'npx', args: ['--yes', 'npm@11', 'ci'], shell });
  });
});

describe('npmMajorFromUserAgent', () => {
  it.each([
    ['npm/9.2.0 node/v18.0.0', 9],
    ['npm/12.0.0-pre.1 node/v26.0.0', 12],
  ])('reads %s', (userAgent, major) => {
    expect(npmMajorFromUserAgent(userAgent)).toBe(major);
  });

  it.each([undefined, '', 'pnpm/9.1.0 node/v20.0.0', 'yarn/1.22.0 npm/? node/v20.0.0'])(
    'does not know %s',
    (text) => {
      expect(npmMajorFromUserAgent(text)).toBeUndefined();
    },
  );
});
