import { type Document, isMap, isNode } from 'yaml';
import type {
  SettingsChange as ContractChange,
  DowngradeRule,
  InputProblem,
  Settings,
} from '../contract/index.ts';
import { readSettingsFile } from './read-settings-file.ts';
import type { SettingsParts } from './settings-schema.ts';
import { readYaml } from './yaml-source.ts';

/** What the settings screen can change; what is absent or undefined stays. */
export interface SettingsChange {
  readonly theme?: Settings['theme'] | undefined;
  readonly default_model?: string | undefined;
  readonly stub?: { readonly [Key in keyof Settings['stub']]?: number | undefined } | undefined;
  /** Null takes a cap away. */
  readonly budgets?: ContractChange['budgets'];
}

export type EditedSettings =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/**
 * The text of `config.yaml` with some settings changed and everything else as it was: comments, order, keys
 * of other programs' making, line ends. A text that cannot be read is not touched, and a change that the
 * schema refuses is not made; the problems say why.
 */
export const editSettings = <Providers, Stub>(
  text: string,
  change: SettingsChange,
  file: string,
  parts: SettingsParts<Providers, Stub>,
): EditedSettings => {
  const before = readSettingsFile(text, file, parts);
  if (!before.ok) return before;
  const reading = readYaml(text.replaceAll('\r\n', '\n'), file);
  if (!reading.ok) return reading;
  const { document } = reading.source;
  const leaves = leavesOf(change);
  if (leaves.length === 0) return { ok: true, text };
  if (!isMap(document.contents)) document.contents = document.createNode({});
  for (const { path, value } of leaves) setLeaf(document, path, value);

  const plain = document.toString({ lineWidth: 0 });
  const edited = text.includes('\r\n') ? plain.replaceAll('\n', '\r\n') : plain;
  const after = readSettingsFile(edited, file, parts);
  return after.ok ? { ok: true, text: edited } : after;
};

interface Leaf {
  readonly path: readonly string[];
  /** Null deletes it; a list is written anew. */
  readonly value: string | number | readonly DowngradeRule[] | null;
}

const leavesOf = ({ theme, default_model, stub, budgets }: SettingsChange): readonly Leaf[] => {
  const { downgrade, ...scopes } = budgets ?? {};
  const all: readonly { readonly path: readonly string[]; readonly value: Leaf['value'] | undefined }[] = [
    { path: ['theme'], value: theme },
    { path: ['default_model'], value: default_model },
    ...Object.entries(stub ?? {}).map(([key, value]) => ({ path: ['stub', key], value })),
    { path: ['budgets', 'downgrade'], value: downgrade },
    ...Object.entries(scopes).flatMap(([scope, caps]) =>
      Object.entries(caps ?? {}).map(([key, value]) => ({ path: ['budgets', scope, key], value })),
    ),
  ];
  return all.flatMap(({ path, value }) => (value === undefined ? [] : [{ path, value }]));
};

const setLeaf = (document: Document, path: readonly string[], value: Leaf['value']): void => {
  if (value === null) {
    if (document.hasIn(path)) document.deleteIn(path);
    return;
  }
  for (let depth = 1; depth < path.length; depth += 1) makeMapping(document, path.slice(0, depth));
  document.setIn(path, typeof value === 'object' ? document.createNode(value) : value);
};

const makeMapping = (document: Document, path: readonly string[]): void => {
  const before = document.getIn(path, true);
  if (isMap(before)) return;
  // Empty, or an alias: what it stands for is written out, so that the anchor's other users keep theirs.
  const mapping = document.createNode(plainAt(document, path) ?? {});
  if (isNode(before)) {
    mapping.commentBefore = before.commentBefore ?? null;
    mapping.comment = before.comment ?? null;
  }
  document.setIn(path, mapping);
};

const plainAt = (document: Document, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined,
    document.toJS(),
  );
