import { azureRoute } from './address.ts';

/** Versions that are out of preview. Source: API lifecycle page of Azure OpenAI, read 2026-11-21. */
const standardVersions = {
  deployments: '2024-10-21',
  models: '2024-05-01-preview',
  v1: undefined,
} as const;

/** The `api-version` to send: that of the entry, else the standard one; the v1 API needs none. */
export const azureApiVersion = (baseUrl: string, chosen: string | undefined): string | undefined =>
  chosen ?? standardVersions[azureRoute(baseUrl)];
