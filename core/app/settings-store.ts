import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgentNetError, type Settings } from '../contract/index.ts';
import { openKeyStore } from '../keys/index.ts';
import {
  type ProviderSettings,
  providerEntries,
  providerVariables,
  stubConfiguration,
  toStubSettings,
} from '../providers/index.ts';
import { editSettings, inputError, readSettingsFile, type SettingsChange } from '../scenario/index.ts';

const FILE = 'config.yaml';
const parts = { providers: providerEntries, stub: stubConfiguration };
const REMEDY = 'Correct the settings file; it was left as it is.';

interface CurrentSettings {
  readonly settings: Settings;
  readonly providers: ProviderSettings;
  /** Money caps of the data folder that are set, by their keys. */
  readonly moneyCaps: readonly string[];
}

/** `config.yaml` of the data folder: read when it is opened, edited in place so that comments stay. */
export interface SettingsStore {
  readonly current: () => CurrentSettings;
  /** Writes the change and answers with all settings; the file is replaced as a whole or not at all. */
  readonly change: (change: SettingsChange) => Settings;
}

/** Throws an input error with line and column when `config.yaml` is wrong; the file is left as it is. */
export const createSettingsStore = (
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
): SettingsStore => {
  const path = join(home, FILE);
  const keys = openKeyStore(environment);
  let current = interpret(readText(path), path, environment, keys.keyOf);
  return {
    current: () => current,
    change: (change) => {
      const edited = editSettings(readText(path), change, path, parts);
      if (!edited.ok) throw inputError(edited.problems, REMEDY);
      const next = interpret(edited.text, path, environment, keys.keyOf);
      const draft = `${path}.new`;
      writeFileSync(draft, edited.text, { mode: 0o600 });
      renameSync(draft, path);
      current = next;
      return next.settings;
    },
  };
};

const readText = (path: string): string => {
  if (!existsSync(path)) return '';
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AgentNetError('input/unreadable-file', `The settings file ${path} cannot be read.`, {
      where: { file: path },
      kept: 'It was left as it is.',
      remedy: 'Check that it is a file and that you may read it.',
      cause,
    });
  }
};

const interpret = (
  text: string,
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
  keyOf: ProviderSettings['keyOf'],
): CurrentSettings => {
  const read = readSettingsFile(text, path, parts);
  if (!read.ok) throw inputError(read.problems, REMEDY);
  const { theme, default_model, stub, providers, budgets } = read.value;
  return {
    settings: {
      theme,
      default_model,
      stub: { latency_ms: stub.latency_ms, tokens_per_s: stub.tokens_per_s },
    },
    providers: {
      entries: providers,
      environment: Object.fromEntries(providerVariables.map((name) => [name, environment[name]])),
      stub: toStubSettings(stub),
      keyOf,
    },
    moneyCaps: Object.keys(budgets).map((name) => `budgets.${name}.usd`),
  };
};
