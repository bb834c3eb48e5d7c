import { execFile } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { realEffects } from '../../../../core/effects/index.ts';
import { openModel } from '../../../../core/providers/open-model.ts';
import { freshSettings } from './provider-test-settings.ts';

const run = promisify(execFile);

describe('openModel', () => {
  it('opens a model of each kind by its full name, without a key', async () => {
    for (const name of ['stub/debater', 'openai/gpt-4o', 'anthropic/claude-sonnet-4-5', 'ollama/llama3.2']) {
      expect((await openModel(name, freshSettings, realEffects)).name).toBe(name);
    }
  });

  it('refuses an unknown name', async () => {
    await expect(openModel('nobody/x', freshSettings, realEffects)).rejects.toMatchObject({
      code: 'input/unknown-model',
    });
  });

  it('loads neither an SDK nor the connection pool for a stub', async () => {
    const script = fileURLToPath(import.meta.resolve('./run-stub-model.ts'));
    const { stdout } = await run(execPath, [script]);
    expect(JSON.parse(stdout)).toEqual({ answered: true, packages: [] });
  });
});
