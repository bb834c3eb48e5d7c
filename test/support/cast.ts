import type { AgentVersion, EventData, ResolvedSpecification } from '../../core/contract/index.ts';

const agent = (name: string, style: Record<string, number>): AgentVersion => ({
  name,
  version: '1.0.0',
  description: `${name}, for tests`,
  role: `You are ${name}. You speak plainly and give reasons.`,
  style,
  models: ['default'],
  fingerprint: name,
  origin: 'shipped',
  created_at: 0,
});

const cast = [
  agent('Athena', { logic: 0.9, evidence: 0.7 }),
  agent('Apollo', { creativity: 0.9 }),
  agent('Hermes', { pragmatism: 0.9 }),
  agent('Moderator', {}),
  agent('Synthesizer', {}),
];

export const specificationFor = (change: Partial<ResolvedSpecification> = {}): ResolvedSpecification => ({
  name: 'test',
  mode: 'debate',
  topic: 'Designing a resilient edge network',
  agents: ['Athena@1.0.0', 'Apollo@1.0.0', 'Hermes@1.0.0'],
  strategy: 'round_robin',
  max_rounds: 3,
  convergence: false,
  vote: null,
  moderator: null,
  judge: null,
  synthesizer: 'Synthesizer@1.0.0',
  model: null,
  max_output_tokens: 400,
  context_tokens: 4096,
  budget: {},
  seed: 7,
  metadata: {},
  ...change,
});

/** The data of `session-created` for a debate of three on one model. */
export const createdWith = (
  change: Partial<ResolvedSpecification> = {},
  chain: readonly string[] = ['stub/debater'],
): EventData<'session-created'> => ({
  specification: specificationFor(change),
  agents: Object.fromEntries(cast.map((one) => [`${one.name}@1.0.0`, one])),
  chains: Object.fromEntries(cast.map((one) => [`${one.name}@1.0.0`, [...chain]])),
  models: Object.fromEntries(
    chain.map((name) => [
      name,
      {
        provider: name.slice(0, name.indexOf('/')),
        local: name.startsWith('stub/') || name.startsWith('local/'),
        stub: name.startsWith('stub/'),
      },
    ]),
  ),
  engine: 'test',
  forked_from: null,
});
