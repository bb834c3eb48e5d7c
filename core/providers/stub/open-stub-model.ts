import { AgentNetError, type CallWarning, estimateTokens, unitsWithin } from '../../contract/index.ts';
import type { Effects } from '../../effects/index.ts';
import type { Answer, ChatModel, ChatRequest, Finish, ModelCapabilities, StreamPart } from '../chat-model.ts';
import { chooseFault, faultCounters } from './choose-fault.ts';
import { readPrompt } from './read-prompt.ts';
import { isStubModelName, type StubAuthor, stubAuthors } from './stub-models.ts';
import type { StubFault, StubSettings } from './stub-settings.ts';
import { atOnce, paced } from './stub-stream.ts';

export const stubCapabilities: ModelCapabilities = {
  local: true,
  stub: true,
  toolCalls: false,
  structuredOutput: false,
  seed: true,
};

const warningsOf = (request: ChatRequest): readonly CallWarning[] => {
  const warnings: CallWarning[] = [];
  if (request.tools && request.tools.length > 0) {
    warnings.push({ code: 'tools-unsupported', message: 'An offline stub calls no tools.' });
  }
  if (request.responseSchema) {
    warnings.push({
      code: 'schema-unsupported',
      message: 'An offline stub does not follow a response schema.',
    });
  }
  return warnings;
};

interface Prepared {
  readonly text: string;
  readonly finish: Finish;
  readonly fault: StubFault | undefined;
}

const fault = (code: StubFault['code'], name: string, what: string): AgentNetError =>
  new AgentNetError(code, `${name} ${what} (a fault set in the stub settings).`, {
    remedy: 'Remove it from stub.faults in config.yaml, or let the model chain handle it.',
    data: { injected: true },
  });

const aborted = (name: string): AgentNetError =>
  new AgentNetError('provider/aborted', `The call to ${name} was aborted.`);

/** Opens a built-in offline model: no language model, no network, the same answer for the same seed and messages. */
export const openStubModel = (name: string, settings: StubSettings, effects: Effects): ChatModel => {
  if (!isStubModelName(name)) {
    throw new AgentNetError('input/unknown-model', `There is no offline stub named ${name}.`, {
      remedy: `Use one of ${Object.keys(stubAuthors).join(', ')}.`,
    });
  }
  const author: StubAuthor = stubAuthors[name];
  const counters = faultCounters();
  const { clock } = effects;

  const prepare = (request: ChatRequest): Prepared => {
    const prompt = readPrompt(request.messages);
    const seed = request.seed ?? 0;
    const struck = chooseFault(settings.faults, prompt, seed, counters);
    const whole = struck?.kind === 'empty' ? '' : author(prompt, seed, settings);
    const tokens = estimateTokens(whole);
    const isCut = tokens > request.maxOutputTokens;
    const text = isCut ? whole.slice(0, unitsWithin(whole, request.maxOutputTokens)).toWellFormed() : whole;
    return {
      text,
      fault: struck,
      finish: {
        finishReason: isCut ? { raw: 'length', unified: 'length' } : { raw: 'stop', unified: 'stop' },
        usage: { estimated: true, input: prompt.tokens, output: isCut ? estimateTokens(text) : tokens },
        model: name,
        requestId: null,
        warnings: warningsOf(request),
      },
    };
  };

  async function* slowly(prepared: Prepared, signal: AbortSignal): AsyncGenerator<StreamPart> {
    const struck = prepared.fault;
    try {
      signal.throwIfAborted();
      const latency = settings.latencyMs + (struck?.kind === 'slow' ? struck.latencyMs : 0);
      if (struck?.kind === 'hang') await clock.sleep(Number.MAX_SAFE_INTEGER, signal);
      if (latency > 0) await clock.sleep(latency, signal);
      if (struck?.kind === 'error') throw fault(struck.code, name, 'failed');
      const text =
        struck?.kind === 'cut' ? prepared.text.slice(0, Math.ceil(prepared.text.length / 2)) : prepared.text;
      if (settings.tokensPerSecond > 0) yield* paced(text, settings.tokensPerSecond, clock, signal);
      else if (text !== '') yield { kind: 'text-delta', text };
      if (struck?.kind === 'cut')
        throw fault('provider/cut', name, 'was cut off in the middle of its answer');
      if (struck?.kind === 'malformed') throw fault('provider/malformed', name, 'sent something unreadable');
      signal.throwIfAborted();
      yield { kind: 'finish', ...prepared.finish };
    } catch (thrown) {
      if (signal.aborted) throw aborted(name);
      throw thrown;
    }
  }

  const immediate = (prepared: Prepared) =>
    settings.latencyMs === 0 && settings.tokensPerSecond === 0 && prepared.fault === undefined;

  return {
    name,
    capabilities: stubCapabilities,
    stream: (request, signal) => {
      const prepared = prepare(request);
      return immediate(prepared) && !signal.aborted
        ? atOnce(prepared.text, prepared.finish)
        : slowly(prepared, signal);
    },
    complete: async (request, signal): Promise<Answer> => {
      const prepared = prepare(request);
      if (!immediate(prepared) || signal.aborted)
        for await (const part of slowly(prepared, signal)) if (part.kind === 'finish') break;
      return { ...prepared.finish, text: prepared.text, reasoning: '', toolCalls: [] };
    },
  };
};
