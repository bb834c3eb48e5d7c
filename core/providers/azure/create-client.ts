import OpenAI, { AzureOpenAI } from 'openai';
import type { Wire } from '../http/index.ts';
import { clientOptions } from '../openai/index.ts';
import { azureRoute } from './address.ts';
import { azureApiVersion } from './api-version.ts';

/** A client for one call. The deployment stands in the path, and with the newer routes in the body. */
export const createClient = (baseUrl: string, chosenVersion: string | undefined, wire: Wire): OpenAI => {
  const options = clientOptions(baseUrl, wire);
  const apiVersion = azureApiVersion(baseUrl, chosenVersion);
  if (apiVersion === undefined) return new OpenAI(options);
  return azureRoute(baseUrl) === 'deployments'
    ? new AzureOpenAI({ ...options, apiVersion })
    : new OpenAI({ ...options, defaultQuery: { 'api-version': apiVersion } });
};
