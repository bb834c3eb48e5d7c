import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { product } from '../../../cli/product.ts';

it('knows its version and where it lies', () => {
  const { version, folder } = product();
  expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toMatchObject({
    name: 'agentnet',
    version,
  });
});
