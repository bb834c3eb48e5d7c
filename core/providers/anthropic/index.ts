export { openAnthropicModel } from './open-anthropic-model.ts';
