export { inputError } from './input-error.ts';
export type { KnownNames } from './known-names.ts';
export { checkAgent, type ReadAgent, readAgentFile } from './read-agent-file.ts';
export {
  checkSpecification,
  type ReadSpecification,
  readSpecification,
  type SpecificationOptions,
} from './read-specification.ts';
export { resolveSpecification, type SpecificationNames } from './resolve-specification.ts';
export { type Setting, setPath } from './set-path.ts';
