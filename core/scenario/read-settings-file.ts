import type { InputProblem } from '../contract/index.ts';
import { checkValue } from './check-value.ts';
import type { InputWords } from './explain-issues.ts';
import { toProblems } from './finding.ts';
import { type SettingsFile, type SettingsParts, settingsSchema } from './settings-schema.ts';
import { readYaml } from './yaml-source.ts';

export type ReadSettings<Providers, Stub> =
  | { readonly ok: true; readonly value: SettingsFile<Providers, Stub> }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

const words: InputWords = {
  whole: 'the settings file',
  notBuiltKeys: [],
  notBuiltValues: {},
  // Somebody may have written a key where a reference to one belongs.
  isSecret: (path) => path[0] === 'providers',
};

/**
 * Reads `config.yaml`; an empty text is a fresh install. All problems at once, with their places. No
 * problem repeats a value out of `providers`.
 */
export const readSettingsFile = <Providers, Stub>(
  text: string,
  file: string,
  parts: SettingsParts<Providers, Stub>,
): ReadSettings<Providers, Stub> => {
  const reading = readYaml(text, file);
  if (!reading.ok) return reading;
  const { source } = reading;
  const checked = checkValue(settingsSchema(parts), withoutEmpty(source.value), words);
  if (!checked.ok) return { ok: false, problems: toProblems(checked.findings, source.placeOf) };
  return { ok: true, value: checked.value };
};

/** A heading whose lines are all commented out says nothing. */
const withoutEmpty = (value: unknown): unknown => {
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
};
