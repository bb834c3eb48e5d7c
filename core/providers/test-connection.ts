import { AgentNetError, nearestName, toAgentNetError } from '../contract/index.ts';
import type { Effects } from '../effects/index.ts';
import { withDeadline } from '../resilience/index.ts';
import { apiError } from './api-error.ts';
import { openWire, type Wire } from './http/index.ts';
import { builtInProviders, locateModel } from './locate-model.ts';
import { modelKey } from './model-key.ts';
import { providerAddress } from './provider-address.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { registry } from './registry.ts';
import { serverMessage } from './server-message.ts';
import { stubModelNames } from './stub/index.ts';

/** What a try of a provider's address and key gave. */
export interface ConnectionResult {
  readonly ok: boolean;
  /** From the question to the whole answer, good or bad, in milliseconds; null where none came. */
  readonly latencyMs: number | null;
  /** Models that the key may use, as they stand behind the slash of a model name. */
  readonly models: readonly string[];
  /** What is wrong and what to do, in sentences; null when it works. */
  readonly problem: string | null;
}

/** A person waits for the answer. */
const LIMIT_MS = 20_000;
/** Longer than any list of models; more is no list. */
const LONGEST_BODY = 16_000_000;

const inSentences = ({ message, remedy }: AgentNetError): string =>
  remedy === undefined ? message : `${message}${/[.!?]$/.test(message) ? '' : '.'} ${remedy}`;

/** Address and key of a provider by its name alone. Throws what a call would throw for want of them. */
const targetOf = async (provider: string, settings: ProviderSettings) => {
  const location = locateModel(`${provider}/any`, settings);
  if (location.kind !== 'entry') {
    const names = [...Object.keys(settings.entries), ...Object.keys(builtInProviders)];
    const near = nearestName(provider, names);
    throw new AgentNetError('input/invalid', `There is no provider "${provider}".`, {
      remedy: near === undefined ? `There are ${names.join(', ')}.` : `Did you mean ${near}?`,
    });
  }
  const definition = registry[location.entry.type];
  const baseUrl = providerAddress(location, definition, settings);
  const key = await modelKey({ ...location, name: provider }, definition, settings);
  return {
    url: definition.modelList.url(baseUrl, location.entry.api_version),
    list: definition.modelList,
    credentials: key === undefined ? {} : definition.keyHeaders(key),
  };
};

const bodyOf = async (response: Response): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > LONGEST_BODY) return text;
  }
  return text + decoder.decode();
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const notTheApi = (wire: Wire): AgentNetError =>
  new AgentNetError('provider/malformed', `What answers at ${wire.host} lists no models.`, {
    remedy: 'Check that the address is that of the right API (base_url in config.yaml, or its variable).',
  });

/**
 * Asks a provider (a built-in one or an entry of config.yaml) for its models, which costs nothing, to see
 * whether the address and the key work. Never rejects: what is wrong comes back in words, without the key.
 */
export const testConnection = async (
  provider: string,
  settings: ProviderSettings,
  effects: Effects,
  signal: AbortSignal,
): Promise<ConnectionResult> => {
  if (provider === 'stub') {
    const models = stubModelNames.map((name) => name.slice('stub/'.length));
    return { ok: true, latencyMs: 0, models, problem: null };
  }
  const { clock } = effects;
  const limit = withDeadline(signal, LIMIT_MS, clock);
  let wire: Wire | null = null;
  let latencyMs: number | null = null;
  try {
    const { url, list, credentials } = await targetOf(provider, settings);
    const limits = { headersMs: LIMIT_MS, firstByteMs: LIMIT_MS, idleMs: LIMIT_MS };
    wire = openWire({ signal: limit.signal, clock, model: provider, baseUrl: url, credentials, ...limits });
    const asked = clock.elapsed();
    const response = await wire.fetch(url, {
      headers: { ...list.headers, accept: 'application/json' },
    });
    const text = await bodyOf(response);
    latencyMs = Math.round(clock.elapsed() - asked);
    const body = parsed(text);
    if (!response.ok)
      throw apiError({ ...serverMessage(body, text), status: response.status }, wire, clock.now());
    const models = list.read(body);
    if (!models) throw notTheApi(wire);
    return { ok: true, latencyMs, models, problem: null };
  } catch (thrown) {
    const problem = limit.isOver()
      ? `${provider} did not answer within ${LIMIT_MS / 1_000} s. Check the address and the network.`
      : inSentences(wire?.failure() ?? toAgentNetError(thrown));
    return { ok: false, latencyMs, models: [], problem };
  } finally {
    wire?.close();
    limit.release();
  }
};
