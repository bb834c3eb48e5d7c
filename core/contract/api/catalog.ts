import * as z from 'zod';
import { agentDefinition, agentVersion } from '../agent.ts';
import { inputProblem } from '../errors/wire-error.ts';
import { watchMessage } from '../events/live-signal.ts';
import { runEventEnvelope } from '../events/run-event.ts';
import { sessionOutcome } from '../events/session-lifecycle.ts';
import { agentName } from '../ids.ts';
import { mode } from '../modes.ts';
import { turn } from '../turn.ts';
import { costDimension, costForecast, costSummary } from './cost-views.ts';
import { graphCatalog } from './graph-catalog.ts';
import { keyCatalog } from './key-catalog.ts';
import { type Api, stream, unary } from './procedure.ts';
import { sessionSnapshot } from './session-snapshot.ts';
import {
  replayReport,
  sessionDetail,
  sessionStatus,
  sessionSummary,
  turnHit,
  verification,
} from './session-views.ts';
import { spanDocument } from './span-views.ts';
import {
  doctorCheck,
  healthReport,
  modelOffer,
  providerHealth,
  settings,
  settingsChange,
  systemInformation,
} from './system-views.ts';

const id = z.object({ id: z.string() });
const none = z.object({});
const page = { limit: z.coerce.number().int().min(1).max(1000).default(100), cursor: z.string().optional() };

/** Every procedure of the core. A host serves all of them; a face may use some. */
export const apiCatalog = {
  'sessions.create': unary({
    method: 'POST',
    path: '/sessions',
    summary: 'Start a session from a specification; answers as soon as it is recorded.',
    // Parsed by core/scenario, which names line and column where the text is known.
    input: z.looseObject({}),
    output: sessionSummary,
  }),
  'sessions.list': unary({
    method: 'GET',
    path: '/sessions',
    summary: 'List sessions, newest first.',
    input: z.object({
      ...page,
      query: z.string().max(500).optional(),
      mode: mode.optional(),
      status: sessionStatus.optional(),
      outcome: sessionOutcome.optional(),
      /** Sessions inside of nodes of this one; absent: only those that stand by themselves. */
      parent: z.string().optional(),
    }),
    output: z.object({
      items: z.array(sessionSummary),
      next_cursor: z.string().nullable(),
      total: z.number().int(),
    }),
  }),
  'sessions.get': unary({
    method: 'GET',
    path: '/sessions/{id}',
    summary: 'One session with all its finished turns.',
    input: id,
    output: sessionDetail,
  }),
  'sessions.summary': unary({
    method: 'GET',
    path: '/sessions/{id}/summary',
    summary: 'One session as a row of the list.',
    input: id,
    output: sessionSummary,
  }),
  'sessions.snapshot': unary({
    method: 'GET',
    path: '/sessions/{id}/snapshot',
    summary: 'The state a screen draws, without long texts; go on with `watch` after its `last_seq`.',
    input: id,
    output: sessionSnapshot,
  }),
  'sessions.turns': unary({
    method: 'GET',
    path: '/sessions/{id}/turns',
    summary: 'Finished turns in order of completion, a page at a time.',
    input: z.object({
      id: z.string(),
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ items: z.array(turn), total: z.number().int() }),
  }),
  'sessions.events': unary({
    method: 'GET',
    path: '/sessions/{id}/events',
    summary: 'Events after a sequence number; the same path streams with Accept: text/event-stream.',
    input: z.object({
      id: z.string(),
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(10_000).default(1000),
    }),
    output: z.object({ items: z.array(runEventEnvelope), last_seq: z.number().int() }),
  }),
  'sessions.spans': unary({
    method: 'GET',
    path: '/sessions/{id}/spans',
    summary:
      'What a session and all inside of it did and when, as one OTLP/JSON trace; what runs is left out.',
    input: id,
    output: spanDocument,
  }),
  'sessions.watch': stream({
    path: '/sessions/{id}/watch',
    summary: 'Stored events after a sequence number, then everything that happens.',
    input: z.object({ id: z.string(), after: z.coerce.number().int().min(0).default(0) }),
    message: watchMessage,
  }),
  'sessions.changes': stream({
    path: '/changes',
    summary: 'A summary whenever a session of this data folder changes, at most a few a second each.',
    input: none,
    message: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('changed'), session: sessionSummary }),
      z.object({ kind: z.literal('deleted'), id: z.string() }),
      z.object({
        kind: z.literal('spend-alert'),
        window_s: z.number(),
        usd: z.number(),
        limit_usd: z.number(),
      }),
    ]),
  }),
  'sessions.advance': unary({
    method: 'POST',
    path: '/sessions/{id}/advance',
    summary: 'Run one turn of a paused session, then pause again.',
    input: id,
    output: sessionSummary,
  }),
  'sessions.pause': unary({
    method: 'POST',
    path: '/sessions/{id}/pause',
    summary: 'Pause after the running turns, or now; text seen so far is kept.',
    input: z.object({ id: z.string(), when: z.enum(['after-turn', 'now']).default('after-turn') }),
    output: sessionSummary,
  }),
  'sessions.resume': unary({
    method: 'POST',
    path: '/sessions/{id}/resume',
    summary: 'Go on with a paused or interrupted session.',
    input: id,
    output: sessionSummary,
  }),
  'sessions.stop': unary({
    method: 'POST',
    path: '/sessions/{id}/stop',
    summary: 'End a session with what there is, with or without a synthesis.',
    input: z.object({ id: z.string(), synthesis: z.boolean().default(true) }),
    output: sessionSummary,
  }),
  'sessions.interject': unary({
    method: 'POST',
    path: '/sessions/{id}/interject',
    summary: 'Say something to all agents or, as a whisper, to one.',
    input: z.object({
      id: z.string(),
      // Half of a surrogate pair has no canonical form, so it could not be recorded.
      text: z
        .string()
        .min(1)
        .max(20_000)
        .refine(
          (text) => text.isWellFormed() && !text.includes('\u0000'),
          'must be whole text without NUL bytes',
        ),
      from: z.enum(['user', 'moderator']).default('moderator'),
      to: z.string().default('all'),
    }),
    output: sessionSummary,
  }),
  'sessions.skip': unary({
    method: 'POST',
    path: '/sessions/{id}/skip',
    summary: 'Pass over a speaker in this round; a running turn of his is given up.',
    input: z.object({ id: z.string(), agent: z.string() }),
    output: sessionSummary,
  }),
  'sessions.extend': unary({
    method: 'POST',
    path: '/sessions/{id}/extend',
    summary: 'Add rounds to a session that has not ended.',
    input: z.object({ id: z.string(), rounds: z.number().int().min(1).max(1000) }),
    output: sessionSummary,
  }),
  'sessions.fork': unary({
    method: 'POST',
    path: '/sessions/{id}/fork',
    summary: 'Copy the events up to a point into a new session and go on live from there.',
    // Without `seq`: before the turn whose failure ended the session.
    input: z.object({ id: z.string(), seq: z.number().int().min(1).optional() }),
    output: sessionSummary,
  }),
  'sessions.delete': unary({
    method: 'DELETE',
    path: '/sessions/{id}',
    summary: 'Delete a session and all its rows.',
    input: id,
    output: z.object({ id: z.string(), events: z.number().int(), other_chains_intact: z.boolean() }),
  }),
  'sessions.verify': unary({
    method: 'POST',
    path: '/sessions/{id}/verify',
    summary: 'Check the hash chain and refold the projections.',
    input: id,
    output: verification,
  }),
  'sessions.replay': unary({
    method: 'POST',
    path: '/sessions/{id}/replay',
    summary: 'Replay the recorded inputs without a call and compare byte by byte.',
    input: id,
    output: replayReport,
  }),
  'sessions.search': unary({
    method: 'GET',
    path: '/search',
    summary: 'Full-text search over finished turns.',
    input: z.object({
      query: z.string().min(1).max(500),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ items: z.array(turnHit) }),
  }),
  'specifications.check': unary({
    method: 'POST',
    path: '/specifications/check',
    summary: 'Check the YAML text of a session specification; all problems at once, with their places.',
    input: z.object({ text: z.string(), file: z.string().default('specification.yaml') }),
    output: z.object({
      ok: z.boolean(),
      problems: z.array(inputProblem),
      /** The specification as data where it could be read; for the form beside the text. */
      value: z.unknown().optional(),
    }),
  }),
  'specifications.samples': unary({
    method: 'GET',
    path: '/specifications/samples',
    summary: 'The sample specifications that ship with the product.',
    input: none,
    output: z.object({
      items: z.array(
        z.object({
          file: z.string(),
          name: z.string(),
          mode,
          topic: z.string(),
          agents: z.array(z.string()),
          text: z.string(),
        }),
      ),
    }),
  }),
  'agents.list': unary({
    method: 'GET',
    path: '/agents',
    summary: 'The newest version of every agent.',
    input: none,
    output: z.object({ items: z.array(agentVersion) }),
  }),
  'agents.get': unary({
    method: 'GET',
    path: '/agents/{name}',
    summary: 'One agent with all its versions, newest first; `name` may carry a version.',
    input: z.object({ name: z.string() }),
    output: z.object({ agent: agentVersion, versions: z.array(agentVersion) }),
  }),
  'agents.create': unary({
    method: 'POST',
    path: '/agents',
    summary: 'Create an agent or a new version of one; stored versions never change.',
    input: agentDefinition,
    output: agentVersion,
  }),
  'agents.infer': unary({
    method: 'POST',
    path: '/agents/{name}/infer',
    summary: 'Ask one agent one thing: a session of mode single, answered with its turn.',
    input: z.object({
      name: agentName.or(z.string()),
      prompt: z.string().min(1).max(20_000),
      model: z.string().optional(),
      seed: z.number().int().min(0).optional(),
      max_output_tokens: z.number().int().positive().optional(),
    }),
    output: turn,
  }),
  ...graphCatalog,
  'models.list': unary({
    method: 'GET',
    path: '/models',
    summary: 'Models that can be picked: offline stubs, what a local Ollama has, named entries.',
    input: none,
    output: z.object({ items: z.array(modelOffer), providers: z.array(providerHealth) }),
  }),
  ...keyCatalog,
  'cost.summary': unary({
    method: 'GET',
    path: '/cost/summary',
    summary: 'What was spent, by a dimension and within a time; with what is reserved and the caps.',
    input: z.object({
      by: costDimension.default('model'),
      /** Milliseconds since the epoch; `from` is within, `to` is not. */
      from: z.coerce.number().int().optional(),
      to: z.coerce.number().int().optional(),
    }),
    output: costSummary,
  }),
  'cost.forecast': unary({
    method: 'POST',
    path: '/cost/forecast',
    summary: 'What a run of a specification may cost, as a range; nothing is started.',
    input: z.looseObject({}),
    output: costForecast,
  }),
  'settings.get': unary({
    method: 'GET',
    path: '/settings',
    summary: 'The settings of this data folder.',
    input: none,
    output: settings,
  }),
  'settings.set': unary({
    method: 'PUT',
    path: '/settings',
    summary: 'Change settings; comments in config.yaml are kept.',
    input: settingsChange,
    output: settings,
  }),
  'system.information': unary({
    method: 'GET',
    path: '/system',
    summary: 'Version, host and data folder.',
    input: none,
    output: systemInformation,
  }),
  'system.health': unary({
    method: 'GET',
    path: '/system/health',
    summary: 'What works on this machine; the body of /health/detailed.',
    input: none,
    output: healthReport,
  }),
  'system.doctor': unary({
    method: 'GET',
    path: '/system/doctor',
    summary: 'All checks of `agentnet doctor`, with what mends each.',
    input: none,
    output: z.object({ checks: z.array(doctorCheck) }),
  }),
} as const;

export type ApiCatalog = typeof apiCatalog;
export type ProcedureName = keyof ApiCatalog;
/** What `createCore` returns and what a client of any transport looks like. */
export type CoreApi = Api<ApiCatalog>;
