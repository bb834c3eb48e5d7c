import type { HeardInterjection, SpokenTurn, TurnBrief } from '../../../../core/agents/index.ts';
import type { AgentVersion } from '../../../../core/contract/index.ts';

export const sampleAgent = (changes: Partial<AgentVersion> = {}): AgentVersion => ({
  name: 'Athena',
  version: '1.0.0',
  description: 'Argues from premises',
  role: 'You argue from premises to conclusions.',
  style: { logic: 0.9 },
  models: ['default'],
  fingerprint: 'none',
  origin: 'user',
  created_at: 0,
  ...changes,
});

export const sampleTurn = (changes: Partial<SpokenTurn> = {}): SpokenTurn => ({
  round: 1,
  speakerIndex: 1,
  agent: 'Apollo',
  kind: 'position',
  content: '**Position:** Build on failover.\n\nIt recovers by itself.',
  position: 'Build on failover.',
  confidence: 0.64,
  ...changes,
});

export const sampleWords = (changes: Partial<HeardInterjection> = {}): HeardInterjection => ({
  from: 'moderator',
  to: 'all',
  text: 'What does it cost?',
  whisper: false,
  round: 1,
  ...changes,
});

export const sampleBrief = (changes: Partial<TurnBrief> = {}): TurnBrief => ({
  mode: 'debate',
  phase: 'rebuttals',
  kind: 'rebuttal',
  topic: 'Designing a resilient edge network',
  agent: sampleAgent(),
  participants: ['Athena', 'Apollo', 'Hermes'],
  round: 2,
  maxRounds: 6,
  heard: [],
  interjections: [],
  options: [],
  ranked: false,
  candidates: [],
  seed: 7,
  contextTokens: 4_000,
  maxOutputTokens: 800,
  ...changes,
});

/** Both messages as one text. */
export const promptText = (prompt: { readonly messages: readonly { readonly content: string }[] }): string =>
  prompt.messages.map((message) => message.content).join('\n\n');
