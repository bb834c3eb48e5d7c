import { askModel } from '../agents/index.ts';
import { type CallOutcome, canonicalJson, type EventData } from '../contract/index.ts';
import type { Effects } from '../effects/index.ts';
import type { CallNoteDraft, CallSurroundings, RunPorts } from '../orchestration/index.ts';
import {
  accountOf,
  type ChatModel,
  type ChatRequest,
  type ProviderSettings,
  type StreamPart,
} from '../providers/index.ts';
import { type CallNote, createCallGuard, createTimedCache, type KeyGate } from '../resilience/index.ts';

type Intent = EventData<'call-started'>;
type Answered = Extract<CallOutcome, { kind: 'answered' }>;

interface CallLayerParts {
  readonly effects: Effects;
  readonly settings: () => ProviderSettings;
  readonly openModel: (name: string) => Promise<ChatModel>;
  readonly countTokens: (text: string) => Promise<number>;
  /** Absent: refusals are remembered by this process, until the settings change. */
  readonly keyGate?: KeyGate;
}

interface StreamSurroundings extends Omit<CallSurroundings, 'cacheMs'> {
  /** Called for each attempt that goes out on the wire. */
  readonly sent?: () => void;
}

/** Everything between a call's intent and the wire, shared by all calls of this process. */
export interface CallLayer {
  readonly ask: RunPorts['ask'];
  /** The parts of an answer, for callers that record calls themselves. */
  readonly stream: (
    intent: Intent,
    request: ChatRequest,
    signal: AbortSignal,
    around: StreamSurroundings,
  ) => AsyncIterable<StreamPart>;
}

/** Answers that are kept in memory for sessions that ask for it. */
const MOST_ANSWERS = 500;
/** Longest wait for a provider that asks for patience, in milliseconds: with and without another model to ask. */
const PATIENCE_MS = { fallback: 10_000, last: 60_000 };

export const createCallLayer = (parts: CallLayerParts): CallLayer => {
  const { effects, settings, openModel, countTokens } = parts;
  const { clock } = effects;
  const guard = createCallGuard(clock, parts.keyGate);
  const answers = createTimedCache<Answered>(MOST_ANSWERS, clock);
  let known: ProviderSettings | undefined;

  /** New settings: refused keys may be right now, and the same model may be another one. */
  const currentSettings = (): ProviderSettings => {
    const current = settings();
    if (known !== undefined && current !== known) {
      guard.forgive();
      answers.clear();
    }
    known = current;
    return current;
  };

  const stream: CallLayer['stream'] = (intent, request, signal, around) => {
    const { account, limits, isolated } = accountOf(intent.model, currentSettings());
    return guard.stream(
      {
        account,
        model: intent.model,
        limits,
        session: around.sessionId,
        tokens: intent.reserved_tokens,
        seed: intent.seed,
        id: `${intent.task_id} ${intent.call_id}`,
        patienceMs: around.hasFallback ? PATIENCE_MS.fallback : PATIENCE_MS.last,
        isolated,
        attempt: async (inner) => {
          around.sent?.();
          const model = await openModel(intent.model);
          return model.stream(request, inner);
        },
        tokensUsed: (part: StreamPart) => (part.kind === 'finish' ? tokensOf(part) : undefined),
        note: (note) => around.note(draftOf(note, intent, account)),
      },
      signal,
    );
  };

  return {
    stream,
    ask: async (intent, onText, signal, around) => {
      const key = around.cacheMs === null ? null : requestKey(intent);
      currentSettings();
      const found = key === null ? undefined : answers.get(key, around.cacheMs ?? 0);
      if (found) {
        onText(found.text);
        return { ...found, first_token_ms: null, cached: true };
      }
      const access = {
        clock,
        countTokens,
        stream: (request: ChatRequest, inner: AbortSignal) => stream(intent, request, inner, around),
      };
      const outcome = await askModel(access, intent, onText, signal);
      if (key !== null && outcome.kind === 'answered') answers.put(key, outcome);
      return outcome;
    },
  };
};

const tokensOf = ({ usage }: Extract<StreamPart, { kind: 'finish' }>): number | undefined =>
  usage.input === undefined || usage.output === undefined ? undefined : usage.input + usage.output;

/** All that an answer depends on. */
const requestKey = ({ model, messages, max_output_tokens, temperature, seed, tools }: Intent): string =>
  canonicalJson({ model, messages, max_output_tokens, temperature, seed, tools: tools ?? [] });

const draftOf = (note: CallNote, { call_id, task_id, model }: Intent, account: string): CallNoteDraft => {
  switch (note.kind) {
    case 'delayed': {
      const { reason, limit } = note;
      const wait_ms = Math.ceil(note.waitMs);
      return { type: 'call-delayed', data: { call_id, task_id, account, model, reason, limit, wait_ms } };
    }
    case 'admitted':
      return { type: 'call-admitted', data: { call_id, task_id, waited_ms: Math.round(note.waitedMs) } };
    case 'retry': {
      const { code, message, retryable } = note.error;
      return {
        type: 'call-retried',
        data: {
          call_id,
          task_id,
          attempt: note.attempt,
          model,
          error: { code, message: message.toWellFormed(), retryable },
          wait_ms: Math.round(note.waitMs),
        },
      };
    }
    case 'cooldown': {
      const for_ms = note.forMs === null ? null : Math.round(note.forMs);
      return {
        type: 'cooldown-started',
        data: { call_id, task_id, account, model, reason: note.reason, for_ms },
      };
    }
  }
};
