import type { Finding } from './finding.ts';
import { type InputPath, parsePath } from './input-path.ts';
import { quoted } from './shown.ts';
import { readYaml } from './yaml-source.ts';

/** One `path=value` of the command line. */
export interface Setting {
  readonly path: string;
  /** Read as YAML, so that `3`, `true`, `[Athena, Apollo]` and `"3"` mean what they mean in a file. */
  readonly value: string;
}

export type SetResult =
  | { readonly ok: true; readonly value: unknown; readonly path: InputPath }
  | { readonly ok: false; readonly finding: Finding };

/**
 * A copy of `root` with one value set; mappings on the way are made, and one place after the end of a list
 * is added. Whether the path exists is left to the schema that is checked next.
 */
export const setPath = (root: unknown, setting: Setting): SetResult => {
  const path = parsePath(setting.path);
  const refuse = (message: string): SetResult => ({
    ok: false,
    finding: { code: 'input/invalid', message, path: path ?? [], at: 'value' },
  });
  if (!path) return refuse(`${quoted(setting.path)} is no path; write it like budget.tokens or agents[0].`);
  const reading = readYaml(setting.value, '--set');
  if (!reading.ok) {
    return refuse(`The value set for ${setting.path} cannot be read: ${quoted(setting.value)}.`);
  }
  const gap = firstGap(root, path);
  if (gap !== undefined) return refuse(`${setting.path} cannot be set: ${gap}.`);
  return { ok: true, value: withValue(root, path, reading.source.value), path };
};

const firstGap = (root: unknown, path: InputPath): string | undefined => {
  let value: unknown = root;
  for (const step of path) {
    if (Array.isArray(value)) {
      if (typeof step !== 'number') return `a list has places like [0], not ${step}`;
      if (step > value.length) return `the list has only ${value.length} items`;
      value = value[step];
    } else {
      value = isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    }
  }
  return undefined;
};

const isMapping = (value: unknown): value is Record<string | number, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const withValue = (root: unknown, path: InputPath, value: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(root) && typeof step === 'number') {
    const list: unknown[] = [...root];
    list[step] = withValue(list[step], rest, value);
    return list;
  }
  const mapping = isMapping(root) ? root : {};
  const member = Object.hasOwn(mapping, step) ? mapping[step] : undefined;
  return { ...mapping, [step]: withValue(member, rest, value) };
};
