export { type EditedSettings, editSettings, type SettingsChange } from './edit-settings.ts';
export { inputError } from './input-error.ts';
export type { KnownNames } from './known-names.ts';
export { checkAgent, type ReadAgent, readAgentFile } from './read-agent-file.ts';
export { type ReadSettings, readSettingsFile } from './read-settings-file.ts';
export {
  checkSpecification,
  type ReadSpecification,
  readSpecification,
  type SpecificationOptions,
} from './read-specification.ts';
export { resolveSpecification, type SpecificationNames } from './resolve-specification.ts';
export type { Setting } from './set-path.ts';
export type { SettingsFile, SettingsParts } from './settings-schema.ts';
