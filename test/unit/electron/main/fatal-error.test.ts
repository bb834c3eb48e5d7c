import { expect, it } from 'vitest';
import { AgentNetError } from '../../../../core/contract/index.ts';
import { showFatalError } from '../../../../electron/main/fatal-error.ts';
import { fakeElectron } from '../fake-electron.ts';

it('says what is wrong, where, what was kept and what to do, without a stack', () => {
  const electron = fakeElectron();
  showFatalError(
    electron.api,
    'AgentNet cannot start',
    new AgentNetError('storage/newer', 'The database is newer than this app.', {
      where: { file: '/home/agentnet.db' },
      kept: 'It was not touched.',
      remedy: 'Install the newest version.',
    }),
  );
  showFatalError(electron.api, 'AgentNet has to close', new TypeError('x is not a function'));
  expect(electron.errors[0]).toEqual([
    'AgentNet cannot start',
    'The database is newer than this app.\n\nIn /home/agentnet.db.\n\nIt was not touched.\n\nInstall the newest version.',
  ]);
  expect(electron.errors[1]?.[0]).toBe('AgentNet has to close');
  expect(electron.errors[1]?.[1]).not.toMatch(/\.ts| {4}at /);
});
