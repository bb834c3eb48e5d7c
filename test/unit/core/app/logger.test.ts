import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLogger } from '../../../../core/app/logger.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

it('writes JSON lines with the session as correlation id, and no keys', () => {
  const home = temporaryFolder();
  const log = createLogger(home, 'file');
  log.info(
    { correlation_id: 'session-1', key: 'sk-secret', headers: { authorization: 'Bearer x' } },
    'started',
  );
  const text = readFileSync(join(home, 'logs', 'agentnet.log'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ correlation_id: 'session-1', msg: 'started' });
  expect(text).not.toContain('sk-secret');
  expect(text).not.toContain('Bearer x');
  expect(statSync(join(home, 'logs')).mode & 0o077).toBe(0);
});
