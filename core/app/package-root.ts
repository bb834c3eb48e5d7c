import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AgentNetError } from '../contract/index.ts';

const isPackageRoot = (folder: string): boolean => {
  const file = join(folder, 'package.json');
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'agentnet';
};

/** The folder that holds `resources/` and `scenarios/`: the nearest one above this file that is the package. */
export const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (isPackageRoot(folder)) return folder;
    const parent = dirname(folder);
    if (parent === folder) {
      throw new AgentNetError('internal', 'The product files (resources, scenarios) were not found.', {
        remedy: 'Install AgentNet again.',
      });
    }
    folder = parent;
  }
};
