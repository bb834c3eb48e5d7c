import { webAddress } from '../http/index.ts';

/**
 * An Azure address as people copy it: the resource alone, its `/openai`, the whole target of a deployment
 * with its query, the new `/openai/v1`, or the `/models` of a resource with models of others. Ends with
 * `/openai`, `/v1` or `/models`. Throws `input/invalid`.
 */
export const azureAddress = (text: string): string => {
  const url = new URL(webAddress(text));
  const path = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/(chat\/completions|responses|embeddings)$/, '')
    .replace(/\/deployments\/[^/]+$/, '');
  return `${url.origin}${/\/(openai|v1|models)$/.test(path) ? path : `${path}/openai`}`;
};

/** Which of Azure's three APIs an address leads to. */
export type AzureRoute = 'deployments' | 'v1' | 'models';

export const azureRoute = (baseUrl: string): AzureRoute => {
  if (baseUrl.endsWith('/v1')) return 'v1';
  return baseUrl.endsWith('/models') ? 'models' : 'deployments';
};
