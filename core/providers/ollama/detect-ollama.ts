import type { Clock } from '../../effects/index.ts';
import { withDeadline } from '../../resilience/index.ts';
import { fetchJson } from '../http/index.ts';
import { ollamaAddress } from './address.ts';

/** Whether an Ollama server answers, and which models it holds, as `ollama list` names them. */
export type OllamaState =
  | { readonly kind: 'running'; readonly address: string; readonly models: readonly string[] }
  | { readonly kind: 'absent'; readonly address: string; readonly reason: string };

/** A server on this machine answers at once; nobody waits for one that is not there. */
const LIMIT_MS = 800;

const modelNames = (body: unknown): readonly string[] | null => {
  if (typeof body !== 'object' || body === null || !('models' in body) || !Array.isArray(body.models))
    return null;
  return body.models
    .map((model: unknown) =>
      typeof model === 'object' && model !== null && 'name' in model ? model.name : undefined,
    )
    .filter((name) => typeof name === 'string');
};

/** Asks the server at `host` (the form of `OLLAMA_HOST`; empty is the standard address). Never rejects. */
export const detectOllama = async (
  host: string | undefined,
  signal: AbortSignal,
  clock: Clock,
): Promise<OllamaState> => {
  let address = host?.trim() ?? '';
  const deadline = withDeadline(signal, LIMIT_MS, clock);
  try {
    address = ollamaAddress(address || '127.0.0.1');
    const models = modelNames(await fetchJson(`${address}/api/tags`, deadline.signal));
    if (models) return { kind: 'running', address, models };
    return { kind: 'absent', address, reason: 'something else answers there' };
  } catch (thrown) {
    const reason = deadline.isOver() ? `no answer within ${LIMIT_MS} ms` : reasonOf(thrown);
    return { kind: 'absent', address, reason };
  } finally {
    deadline.release();
  }
};

const reasonOf = (thrown: unknown): string => {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && cause.code === 'ECONNREFUSED' ? 'nothing listens there' : cause.message;
};
