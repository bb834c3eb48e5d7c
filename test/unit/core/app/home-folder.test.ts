import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { homeFolder } from '../../../../core/app/home-folder.ts';

describe('homeFolder', () => {
  it('takes what is asked for, then the environment, then the usual folder of the system', () => {
    const environment = { AGENTNET_HOME: 'from-environment', HOME: '/home/somebody', APPDATA: 'roaming' };
    expect(homeFolder('asked', environment)).toBe(resolve('asked'));
    expect(homeFolder(undefined, environment)).toBe(resolve('from-environment'));
    const bare = { HOME: '/home/somebody', APPDATA: 'roaming' };
    expect(homeFolder(undefined, bare, 'linux')).toBe(join('/home/somebody', '.local', 'share', 'agentnet'));
    expect(homeFolder(undefined, { ...bare, XDG_DATA_HOME: '/data' }, 'linux')).toBe(
      join('/data', 'agentnet'),
    );
    expect(homeFolder(undefined, bare, 'darwin')).toContain(join('Application Support', 'AgentNet'));
    expect(homeFolder(undefined, bare, 'win32')).toBe(join('roaming', 'AgentNet'));
  });
});
