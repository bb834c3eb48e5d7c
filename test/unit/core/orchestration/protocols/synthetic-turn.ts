import type { Ballot, DraftOf, Turn } from '../../../../../core/contract/index.ts';
import type { TakeTurn } from '../../../../../core/orchestration/protocols/index.ts';

export interface Said {
  readonly position?: string;
  readonly content?: string;
  readonly answer?: string;
  readonly claims?: readonly string[];
  readonly decision?: string | null;
  readonly ballot?: Ballot | null;
  readonly confidence?: number | null;
}

type Place = Pick<TakeTurn, 'round' | 'speakerIndex' | 'agent' | 'turnKind'>;

const taskId = ({ round, speakerIndex }: Place) =>
  `00000000-0000-4000-8000-${String(round).padStart(6, '0')}${String(speakerIndex).padStart(6, '0')}`;

export const turnStarted = (place: Place): DraftOf<'turn-started'> => ({
  type: 'turn-started',
  data: {
    task_id: taskId(place),
    round: place.round,
    speaker_index: place.speakerIndex,
    agent: place.agent,
    version: `agent:${place.agent}@1.0.0`,
    kind: place.turnKind,
  },
});

export const turnEnded = (place: Place, said: Said = {}): DraftOf<'turn-ended'> => ({
  type: 'turn-ended',
  data: {
    task_id: taskId(place) as Turn['task_id'],
    session_id: '00000000-0000-4000-8000-000000000000' as Turn['session_id'],
    round: place.round,
    speaker_index: place.speakerIndex,
    agent: place.agent,
    kind: place.turnKind,
    input: { prompt: '', context: { short_term: [], semantic_refs: [], episodic_refs: [] } },
    output: {
      content: said.content ?? said.position ?? 'words',
      confidence: said.confidence ?? null,
      style_insights: [],
      tokens: { input: 1, output: 1 },
    },
    reasoning: {
      position: said.position ?? '',
      claims: (said.claims ?? []).map((text) => ({ text, support: [] })),
      objections: [],
      confidence: null,
      answer: said.answer ?? '',
      source: 'text',
    },
    decision: said.decision ?? null,
    ballot: said.ballot ?? null,
    monitors: [],
    cost: { provider: 'stub', model: 'stub/debater', usd: 0 },
    timing: { started: 0, completed: 0, latency_ms: 0, first_token_ms: null },
    attempts: 1,
    stub: true,
    truncated: false,
    version: `agent:${place.agent}@1.0.0`,
  },
});

export const turnFailed = (place: Place, code: string, message = 'it failed'): DraftOf<'turn-failed'> => ({
  type: 'turn-failed',
  data: {
    task_id: taskId(place),
    round: place.round,
    speaker_index: place.speakerIndex,
    agent: place.agent,
    kind: place.turnKind,
    text: '',
    reason: message,
    at: 0,
    error: { code, message },
    attempts: 1,
  },
});
