import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../../core/app/package-root.ts';

it('finds the folder of the product files', () => {
  expect(existsSync(join(packageRoot(), 'resources', 'agents'))).toBe(true);
  expect(existsSync(join(packageRoot(), 'scenarios'))).toBe(true);
});
