import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgentNetError, type Settings } from '../contract/index.ts';
import {
  type ProviderSettings,
  providerEntries,
  providerVariables,
  stubConfiguration,
  toStubSettings,
} from '../providers/index.ts';
import {
  editSettings,
  inputError,
  readSettingsFile,
  type SettingsChange,
  type SettingsFile,
} from '../scenario/index.ts';

type SettingsPrices = SettingsFile<unknown, unknown>['prices'];

const FILE = 'config.yaml';
const parts = { providers: providerEntries, stub: stubConfiguration };
const REMEDY = 'Correct the settings file; it was left as it is.';

interface CurrentSettings {
  readonly settings: Settings;
  readonly providers: ProviderSettings;
  /** Money caps of the data folder that are set, by their keys. */
  readonly moneyCaps: readonly string[];
  /** Prices by the user's own word. */
  readonly prices: SettingsPrices;
}

/** `config.yaml` of the data folder: read when it is opened, edited in place so that comments stay. */
export interface SettingsStore {
  readonly current: () => CurrentSettings;
  /** Writes the change and answers with all settings; the file is replaced as a whole or not at all. */
  readonly change: (change: SettingsChange) => Settings;
  /** The same settings as a new value, so that whoever keeps something opened with them starts over. */
  readonly renew: () => void;
}

/** Throws an input error with line and column when `config.yaml` is wrong; the file is left as it is. */
export const createSettingsStore = (
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
  keyOf: ProviderSettings['keyOf'],
): SettingsStore => {
  const path = join(home, FILE);
  let current = interpret(readText(path), path, environment, keyOf);
  return {
    current: () => current,
    change: (change) => {
      const edited = editSettings(readText(path), change, path, parts);
      if (!edited.ok) throw inputError(edited.problems, REMEDY);
      const next = interpret(edited.text, path, environment, keyOf);
      const draft = `${path}.new`;
      writeFileSync(draft, edited.text, { mode: 0o600 });
      renameSync(draft, path);
      current = next;
      return next.settings;
    },
    renew: () => {
      current = { ...current, providers: { ...current.providers } };
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
  const { theme, default_model, stub, providers, budgets, prices } = read.value;
  return {
    settings: {
      theme,
      default_model,
      stub: { latency_ms: stub.latency_ms, tokens_per_s: stub.tokens_per_s },
      budgets,
    },
    providers: {
      entries: providers,
      environment: Object.fromEntries(providerVariables.map((name) => [name, environment[name]])),
      stub: toStubSettings(stub),
      keyOf,
    },
    moneyCaps: (['day', 'project'] as const)
      .filter((scope) => budgets[scope]?.usd !== undefined)
      .map((scope) => `budgets.${scope}.usd`),
    prices,
  };
};
