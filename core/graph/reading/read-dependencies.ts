import { isRecord } from '../is-record.ts';
import { readName } from './field.ts';

export interface Dependencies {
  readonly deps: readonly string[];
  readonly ports: Readonly<Record<string, string>>;
  /** What could not be read, in words. */
  readonly problems: readonly string[];
}

/** Reads `[a, {node: check, port: "no"}]`; of a node that is named twice, the first place counts. */
export const readDependencies = (value: unknown): Dependencies => {
  if (value === undefined || value === null) return { deps: [], ports: {}, problems: [] };
  if (!Array.isArray(value)) return { deps: [], ports: {}, problems: ['are no list of ids'] };
  const deps = new Set<string>();
  const ports = new Map<string, string>();
  const problems: string[] = [];
  for (const entry of value) {
    const read = dependencyOf(entry);
    if (!read) {
      problems.push('hold something that is no id and no {node, port}');
      continue;
    }
    const before = ports.get(read.node);
    if (read.port !== undefined && before !== undefined && before !== read.port) {
      problems.push(`name two ways of "${read.node}", of which only one can be taken`);
    } else if (read.port !== undefined) ports.set(read.node, read.port);
    deps.add(read.node);
  }
  return { deps: [...deps], ports: Object.fromEntries(ports), problems: [...new Set(problems)] };
};

const dependencyOf = (entry: unknown): { readonly node: string; readonly port?: string } | undefined => {
  if (!isRecord(entry)) {
    const node = readName(entry);
    return node === undefined ? undefined : { node };
  }
  const { node: named, port: given, ...others } = entry;
  const node = readName(named);
  if (node === undefined || Object.keys(others).length > 0) return undefined;
  if (given === undefined || given === null) return { node };
  // An unquoted yes or no is a truth value in some notations.
  const port = given === true ? 'yes' : given === false ? 'no' : readName(given);
  return port === undefined ? undefined : { node, port };
};
