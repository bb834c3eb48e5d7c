export { checkValue } from './check-value.ts';
export { editSettings, type SettingsChange } from './edit-settings.ts';
export { inputError } from './input-error.ts';
export type { KnownNames } from './known-names.ts';
export { checkAgent, readAgentFile } from './read-agent-file.ts';
export { dataAsYaml, readDataText } from './read-data-text.ts';
export { readSettingsFile } from './read-settings-file.ts';
export {
  checkSpecification,
  readSpecification,
} from './read-specification.ts';
export { type PlannedWorkflow, resolveSpecification } from './resolve-specification.ts';
export type { Setting } from './set-path.ts';
export type { SettingsFile } from './settings-schema.ts';
