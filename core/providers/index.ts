export { capabilitiesOf } from './capabilities-of.ts';
export type { Answer, ChatModel, ChatRequest, Finish, StreamPart } from './chat-model.ts';
export { checkModelName } from './check-model-name.ts';
export { collectAnswer } from './collect-answer.ts';
export { detectOllama, type OllamaState } from './ollama/detect-ollama.ts';
export { openModel } from './open-model.ts';
export { type ProviderSettings, providerEntries, providerVariables } from './provider-settings.ts';
export { defaultStubSettings, stubConfiguration, stubModelNames, toStubSettings } from './stub/index.ts';
