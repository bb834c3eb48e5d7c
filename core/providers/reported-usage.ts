import type { Usage } from '../contract/index.ts';
import { locateModel } from './locate-model.ts';
import type { ProviderSettings } from './provider-settings.ts';

/** APIs that count what came from the cache and what was written into it beside their input, not within it. */
const countsCacheApart: ReadonlySet<string> = new Set(['anthropic']);

/** Usage as the provider of a model counts it; what it did not report stays undefined. */
export const reportedUsage = (
  name: string,
  usage: Usage,
  settings: Pick<ProviderSettings, 'entries'>,
): Usage => {
  const location = locateModel(name, settings);
  if (location.kind !== 'entry' || !countsCacheApart.has(location.entry.type)) return usage;
  if (usage.input === undefined) return usage;
  const { cached_read: read = 0, cached_write: written = 0 } = usage;
  return { ...usage, input: Math.max(0, usage.input - read - written) };
};
