export { capabilitiesOf } from './capabilities-of.ts';
export type {
  Answer,
  ChatModel,
  ChatRequest,
  Finish,
  ModelCapabilities,
  StreamPart,
  ToolDeclaration,
} from './chat-model.ts';
export { checkModelName } from './check-model-name.ts';
export { collectAnswer } from './collect-answer.ts';
export { detectOllama, type OllamaState } from './ollama/detect-ollama.ts';
export { openModel } from './open-model.ts';
export {
  type ProviderEntries,
  type ProviderEntry,
  type ProviderSettings,
  type ProviderVariable,
  providerEntries,
  providerVariables,
} from './provider-settings.ts';
export {
  defaultStubSettings,
  type StubConfiguration,
  type StubSettings,
  stubConfiguration,
  stubModelNames,
  toStubSettings,
} from './stub/index.ts';
