import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCore } from '../../../../core/app/create-core.ts';
import { openCore } from '../../../support/open-core.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('the settings store', () => {
  it('keeps comments of the settings file, and refuses a wrong one with its place', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'config.yaml'), '# mine\ntheme: dark # at night\n');
    const core = await openCore({ home });
    await core.api['settings.set']({ theme: 'light' });
    const text = readFileSync(join(home, 'config.yaml'), 'utf8');
    expect(text).toContain('# mine');
    expect(text).toContain('theme: light # at night');
    expect(existsSync(join(home, 'config.yaml.new'))).toBe(false);
    await core.close();
    writeFileSync(join(home, 'config.yaml'), 'theme: blue\n');
    const opened = createCore({ home, host: 'cli', environment: {}, logTo: 'none' });
    await expect(opened).rejects.toMatchObject({ exitCode: 2, where: { line: 1 } });
  });
});
