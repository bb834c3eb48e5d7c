/**
 * Every fault of a provider against every type of provider: what must come of a call comes of it, nothing hangs,
 * nothing is left behind. On a fake clock for many seeds, and once in real time with shorter deadlines.
 *
 *   npm exec -- node scripts/campaigns/faults.ts [--seeds 50] [--only FAULT] [--provider NAME]
 */
import { parseArgs } from 'node:util';
import { createCallLayer, createModelCache } from '../../core/app/index.ts';
import type { EventData } from '../../core/contract/index.ts';
import { type Effects, type FakeEffects, fakeEffects, realEffects } from '../../core/effects/index.ts';
import { defaultStubSettings, type ProviderSettings, providerEntries } from '../../core/providers/index.ts';
import { type ProviderName, providers } from './fault-bodies.ts';
import { type Fault, faults } from './fault-list.ts';
import { type FaultServer, startFaultServer, TOKENS } from './fault-server.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '50' },
    only: { type: 'string' },
    provider: { type: 'string' },
  },
});
/** Runs under way at once. */
const AT_ONCE = 16;
/** A call may take so much longer than the deadline that ends it, in milliseconds. */
const GRACE_MS = 200;
const deadlines = { fake: { headers: 30_000, idle: 60_000 }, real: { headers: 700, idle: 700 } };

let unhandled = 0;
process.on('unhandledRejection', (reason) => {
  unhandled += 1;
  process.stderr.write(`unhandled rejection: ${String(reason)}\n`);
});

interface Run {
  readonly provider: ProviderName;
  readonly fault: Fault;
  readonly seed: number;
  readonly time: 'fake' | 'real';
}

/** What is not as it must be; empty for a good run. */
const perform = async ({ provider, fault, seed, time }: Run): Promise<readonly string[]> => {
  const fake = time === 'fake' ? fakeEffects() : null;
  const effects = fake ?? realEffects;
  const limits = deadlines[time];
  const { bodies, entry, path } = providers[provider];
  const server = await startFaultServer({
    bodies,
    replies: fault.replies,
    seed,
    clock: effects.clock,
    keepAliveMs: limits.idle / 2,
  });
  try {
    const settings: ProviderSettings = {
      entries: providerEntries.parse({
        lab: {
          ...entry,
          base_url: `${server.address}${path}`,
          headers_s: limits.headers / 1_000,
          idle_s: limits.idle / 1_000,
        },
      }),
      environment: {},
      stub: defaultStubSettings,
      keyOf: async () => 'not-a-key',
    };
    const calls = createCallLayer({
      effects,
      settings: () => settings,
      openModel: createModelCache(() => settings, effects),
      countTokens: async (text) => text.length,
    });
    const first = await call(calls, effects, fake, server, seed);
    const problems = [...judge(fault, first, limits)];
    if (fault.second) {
      const second = await call(calls, effects, fake, server, seed + 1);
      problems.push(
        ...judge({ ...fault.second, name: fault.name, replies: [] }, second, limits, 'second call: '),
      );
    }
    if (fake) await settled(fake);
    if (fake && fake.pendingTimers() > 0) problems.push(`${fake.pendingTimers()} timers left behind`);
    return problems;
  } finally {
    await server.close();
  }
};

interface Seen {
  readonly outcome: EventData<'call-ended'>['outcome'] | 'never ended';
  readonly asked: number;
  readonly tookMs: number;
  readonly retries: number;
  readonly cooldowns: readonly string[];
}

const call = async (
  calls: ReturnType<typeof createCallLayer>,
  { clock }: Effects,
  fake: FakeEffects | null,
  server: FaultServer,
  seed: number,
): Promise<Seen> => {
  const askedBefore = server.asked();
  const begun = clock.elapsed();
  const cooldowns: string[] = [];
  let retries = 0;
  let tookMs = 0;
  let outcome: Seen['outcome'] = 'never ended';
  const around = {
    sessionId: 'campaign',
    hasFallback: false,
    cacheMs: null,
    note: (draft: { type: string; data: object }) => {
      if (draft.type === 'call-retried') retries += 1;
      else cooldowns.push((draft.data as EventData<'cooldown-started'>).reason);
    },
  };
  const asking = calls
    .ask(intentWith(seed), () => {}, new AbortController().signal, around)
    .then((found) => {
      outcome = found;
      tookMs = clock.elapsed() - begun;
    });
  if (fake) await moveOn(fake, server, () => outcome !== 'never ended');
  else await Promise.race([asking, realEffects.clock.sleep(15_000)]);
  return { outcome, asked: server.asked() - askedBefore, tookMs, retries, cooldowns };
};

/** The end of an answer's body may still be on its way, and the wire waits for it for a while. */
const settled = async (fake: FakeEffects): Promise<void> => {
  for (let wait = 0; wait < 100 && fake.pendingTimers() > 0; wait += 1) await realEffects.clock.sleep(2);
};

/** Moves the clock only while nothing happens on the wire, so that real sockets keep up with it. */
const moveOn = async (fake: FakeEffects, server: FaultServer, isOver: () => boolean): Promise<void> => {
  let seen = -1;
  let quiet = 0;
  for (let step = 0; step < 20_000 && !isOver(); step += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    quiet = server.activity() === seen ? quiet + 1 : 0;
    seen = server.activity();
    if (quiet < 6) continue;
    await fake.advance(500);
  }
};

const intentWith = (seed: number): EventData<'call-started'> => ({
  call_id: '1.1',
  task_id: `task-${seed}`,
  attempt: 1,
  link: 0,
  provider: 'lab',
  model: 'lab/served',
  messages: [{ role: 'user', content: 'What warms the grid?' }],
  sections: [],
  short_term: [],
  style_insights: [],
  max_output_tokens: 100,
  temperature: null,
  seed,
  reserved_tokens: 110,
  repeated: false,
});

function* judge(
  fault: Fault,
  { outcome, asked, tookMs, retries, cooldowns }: Seen,
  limits: { readonly headers: number; readonly idle: number },
  which = '',
): Generator<string> {
  if (outcome === 'never ended') {
    yield `${which}never ended`;
    return;
  }
  const found = outcome.kind === 'failed' ? outcome.error.code : outcome.kind;
  const wanted = fault.error ?? ['answered'];
  if (!wanted.includes(found)) yield `${which}${found} instead of ${wanted.join(' or ')}`;
  if (outcome.kind === 'answered' && outcome.text !== TOKENS.join('')) yield `${which}text ${outcome.text}`;
  const partial = outcome.kind === 'answered' ? '' : outcome.partial_text;
  if (fault.keepsText && partial === '') yield `${which}the text before the fault is lost`;
  if (!fault.keepsText && partial !== '') yield `${which}text out of nowhere`;
  if (asked !== fault.asked) yield `${which}${asked} requests instead of ${fault.asked}`;
  if (retries !== Math.max(0, asked - 1)) yield `${which}${retries} retries told for ${asked} requests`;
  if (fault.atLeastMs !== undefined && tookMs < fault.atLeastMs) yield `${which}waited ${tookMs} ms only`;
  if (fault.cools && !cooldowns.includes(fault.cools)) yield `${which}no cooldown (${fault.cools})`;
  if (fault.endsBy !== undefined && tookMs > limits[fault.endsBy] + GRACE_MS) {
    yield `${which}took ${Math.round(tookMs)} ms, ${Math.round(tookMs - limits[fault.endsBy])} over its deadline`;
  }
}

const chosenFaults = faults.filter(({ name }) => values.only === undefined || name === values.only);
const chosenProviders = (Object.keys(providers) as ProviderName[]).filter(
  (name) => values.provider === undefined || name === values.provider,
);
const runs: Run[] = chosenFaults.flatMap((fault) =>
  chosenProviders
    .filter((provider) => !fault.notOf?.includes(provider))
    .flatMap((provider) => [
      ...Array.from({ length: Number(values.seeds) }, (_, index) => ({
        provider,
        fault,
        seed: index + 1,
        time: 'fake' as const,
      })),
      { provider, fault, seed: 0, time: 'real' as const },
    ]),
);

const failures = new Map<string, string[]>();
const cell = ({ fault, provider }: Pick<Run, 'fault' | 'provider'>) => `${fault.name} ${provider}`;
const work = async (waiting: Iterator<Run>): Promise<void> => {
  for (let next = waiting.next(); !next.done; next = waiting.next()) {
    const run = next.value;
    for (const problem of await perform(run)) {
      const told = `${run.fault.name}, ${run.provider}, ${run.time === 'real' ? 'real time' : `seed ${run.seed}`}: ${problem}`;
      failures.set(cell(run), [...(failures.get(cell(run)) ?? []), told]);
    }
  }
};

const begun = performance.now();
// One list for each time: in real time the machine must not be busy with other runs.
const fakeRuns = runs.filter(({ time }) => time === 'fake').values();
await Promise.all(Array.from({ length: AT_ONCE }, () => work(fakeRuns)));
await work(runs.filter(({ time }) => time === 'real').values());

const width = Math.max(...chosenFaults.map(({ name }) => name.length)) + 2;
process.stdout.write(`${''.padEnd(width)}${chosenProviders.map((name) => name.padEnd(13)).join('')}\n`);
for (const fault of chosenFaults) {
  const marks = chosenProviders.map((provider) => {
    const bad = failures.get(cell({ fault, provider }))?.length ?? 0;
    if (fault.notOf?.includes(provider)) return 'not known'.padEnd(13);
    return (bad === 0 ? 'as stated' : `${bad} WRONG`).padEnd(13);
  });
  process.stdout.write(`${fault.name.padEnd(width)}${marks.join('')}\n`);
}
const wrong = [...failures.values()].flat();
for (const problem of wrong.slice(0, 40)) process.stdout.write(`${problem}\n`);
process.stdout.write(
  `${runs.length} runs in ${Math.round((performance.now() - begun) / 1_000)} s, ${wrong.length} problems, ` +
    `${unhandled} unhandled rejections\n`,
);
process.exit(wrong.length === 0 && unhandled === 0 ? 0 : 1);
