import type { CallWarning } from '../contract/index.ts';
import type { ChatRequest } from './chat-model.ts';

export type Setting = 'temperature' | 'seed' | 'tools' | 'schema';

const isAsked = (setting: Setting, request: ChatRequest): boolean => {
  switch (setting) {
    case 'temperature':
      return request.temperature !== undefined;
    case 'seed':
      return request.seed !== undefined;
    case 'tools':
      return request.tools !== undefined && request.tools.length > 0;
    case 'schema':
      return request.responseSchema !== undefined;
  }
};

const losses: Readonly<Record<Setting, string>> = {
  temperature: 'takes no temperature; it answers with its own',
  seed: 'takes no seed; the same prompt may be answered differently',
  tools: 'calls no tools',
  schema: 'cannot be held to a response schema; the answer may be any text',
};

/** A warning for each setting that the request has and the model does not take. */
export const unsupported = (
  model: string,
  request: ChatRequest,
  settings: readonly Setting[],
): readonly CallWarning[] =>
  settings
    .filter((setting) => isAsked(setting, request))
    .map((setting) => ({ code: `${setting}-unsupported`, message: `${model} ${losses[setting]}.` }));
