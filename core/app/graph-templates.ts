import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { GraphTemplate } from '../contract/index.ts';
import { readDataText } from '../scenario/index.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The graphs that ship with the product, by file name. */
export const readGraphTemplates = (packageRoot: string): readonly GraphTemplate[] => {
  const folder = join(packageRoot, 'resources', 'graphs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => ['.yaml', '.json'].includes(extname(file)))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const read = readDataText(text, file);
      if (!read.ok || !isRecord(read.value)) return [];
      const { name, says, nodes } = read.value;
      const id = basename(file, extname(file));
      return [
        {
          id,
          name: typeof name === 'string' ? name : id,
          says: typeof says === 'string' ? says : '',
          text,
          nodes: Array.isArray(nodes) ? nodes.length : 0,
        },
      ];
    });
};
