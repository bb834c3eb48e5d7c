import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventData, EventDraft, SessionId } from '../../../../../../core/contract/index.ts';
import { chanceBits } from '../../../../../../core/effects/index.ts';
import { replaySession } from '../../../../../../core/orchestration/index.ts';
import { openEngineBench } from '../../../../../support/engine-bench.ts';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { type Driven, driveWorkflow, type Script } from './drive-workflow.ts';
import { answerOf, approves, plainModel } from './plain-model.ts';
import { depId, type PlainNode, randomGraph } from './random-graph.ts';

const diamond = {
  nodes: [
    { id: 'scope', prompt: 'Say what the question is.' },
    { id: 'left', prompt: 'Argue for it: {{scope.output}}', deps: ['scope'] },
    { id: 'right', prompt: 'Argue against it.', deps: ['scope'] },
    { id: 'end', prompt: 'Sum up.', deps: ['left', 'right'] },
  ],
};

it('runs a graph from its first node to its last, and replays to the same bytes', async () => {
  const bench = await openEngineBench();
  const run = await bench.create(createdWorkflow(diamond));
  await run.start();
  const ended = await run.ended;
  expect(ended).toMatchObject({ outcome: 'completed', exit_code: 0, stub: true });
  const report = await replaySession(ended.session_id, bench.store.read(ended.session_id as SessionId));
  expect(report).toMatchObject({ equal: true, first_difference: null });
});

const scriptFor = (seed: number, faults: number, order: number): Script => ({
  seed: order,
  say: (turn, attempt) =>
    answerOf(seed, faults, turn.work?.node ?? '', attempt, turn.work?.expects === 'list'),
  approve: (node) => approves(seed, node),
});

const settings = fc.record({
  seed: fc.integer({ min: 0, max: 1e9 }),
  size: fc.integer({ min: 1, max: 24 }),
  faults: fc.constantFrom(0, 10, 40),
  width: fc.integer({ min: 1, max: 6 }),
  agentWidth: fc.constantFrom(undefined, 1, 2),
  order: fc.integer({ min: 0, max: 1e9 }),
});

const createdFor = (
  nodes: readonly PlainNode[],
  { width, agentWidth }: { readonly width: number; readonly agentWidth: number | undefined },
  onFailure: 'stop' | 'continue',
): EventData<'session-created'> =>
  createdWorkflow(
    { nodes },
    {
      on_failure: onFailure,
      parallel: { total: width, ...(agentWidth !== undefined && { agent: agentWidth }) },
    },
  );

/** How each node came out, without what depends on the order. */
const outcomes = ({ ends, events }: Driven, nodes: readonly PlainNode[]) => {
  const contents = new Map<string, string>();
  for (const { type, data } of events) {
    if (type === 'turn-ended') contents.set(data.task_id, data.output.content);
  }
  return nodes.map(({ id }) => {
    const end = ends.get(id);
    const output = end?.output ?? contents.get(end?.task_id ?? '');
    return { id, status: end?.status, branch: end?.branch, output };
  });
};

const dependenciesFirst = (events: readonly EventDraft[], nodes: readonly PlainNode[]): void => {
  const deps = new Map(nodes.map((node) => [node.id, node.deps.map(depId)]));
  const ended = new Set<string>();
  for (const { type, data } of events) {
    if (type === 'node-ended') ended.add(data.node);
    if (type !== 'node-started') continue;
    for (const dep of deps.get(data.node) ?? [])
      expect(ended.has(dep), `${data.node} before ${dep}`).toBe(true);
  }
};

describe('any graph, in any order of completion', () => {
  it('comes to what a plain model says, each dependency first, and never wider than allowed', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { seed, size, faults, order } = setting;
        const nodes = randomGraph(seed, size);
        const run = driveWorkflow(createdFor(nodes, setting, 'continue'), scriptFor(seed, faults, order));
        const expected = plainModel(nodes, seed, faults);
        for (const { id, status, branch, output } of outcomes(run, nodes)) {
          const model = expected.get(id);
          expect({ id, status, branch: branch ?? undefined }).toEqual({
            id,
            status: model?.status,
            branch: model?.branch,
          });
          if (status === 'done' && model?.branch === undefined)
            expect({ id, output }).toEqual({ id, output: model?.output });
        }
        dependenciesFirst(run.events, nodes);
        expect(run.widest).toBeLessThanOrEqual(setting.width);
        expect(run.ended.outcome).toBe(
          [...expected.values()].some(({ status }) => status === 'failed') ? run.ended.outcome : 'completed',
        );
      }),
      { numRuns: 300 },
    );
  });

  it('stops after a failure: nothing further starts, what runs comes to its end, the rest is stopped', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { seed, size, order } = setting;
        const nodes = randomGraph(seed, size);
        const run = driveWorkflow(createdFor(nodes, setting, 'stop'), scriptFor(seed, 40, order));
        for (const { id } of nodes) expect(run.ends.has(id), `${id} has an end`).toBe(true);
        const failure = run.events.findIndex(
          ({ type, data }) => type === 'node-ended' && data.status === 'failed',
        );
        expect(run.ended.outcome === 'completed').toBe(failure < 0);
        const later = failure < 0 ? [] : run.events.slice(failure);
        expect(later.filter(({ type }) => type === 'node-started')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('goes on after a crash at any event: nothing that ended runs again, and it comes to the same', () => {
    fc.assert(
      fc.property(settings, fc.double({ min: 0, max: 1, noNaN: true }), (setting, at) => {
        const { seed, size, faults, order } = setting;
        const nodes = randomGraph(seed, size);
        const created = createdFor(nodes, setting, 'continue');
        const whole = driveWorkflow(created, scriptFor(seed, faults, order));
        const from = whole.events.slice(0, Math.floor(at * whole.events.length));
        const resumed = driveWorkflow(created, { ...scriptFor(seed, faults, order + 1), from });
        expect(outcomes(resumed, nodes)).toEqual(outcomes(whole, nodes));
        expect(resumed.ended).toEqual(whole.ended);
      }),
      { numRuns: 200 },
    );
  });

  it('takes skips and a stop at any moment, and still gives every node one end', () => {
    fc.assert(
      fc.property(settings, fc.nat(40), fc.nat(40), (setting, skipAt, stopAt) => {
        const { seed, size, faults, order } = setting;
        const nodes = randomGraph(seed, size);
        let count = 0;
        const inputs: Script['inputs'] = (_step, open) => {
          count += 1;
          if (count === stopAt) return [{ type: 'stop-requested', data: { by: 'user', synthesis: false } }];
          const among = [...nodes.map(({ id }) => id), ...open];
          const node = among[chanceBits(order, 'skip', count) % among.length] as string;
          return count === skipAt ? [{ type: 'node-skipped', data: { by: 'user', node } }] : [];
        };
        const created = createdFor(nodes, setting, 'continue');
        const run = driveWorkflow(created, { ...scriptFor(seed, faults, order), inputs });
        for (const { id } of nodes) expect(run.ends.has(id), `${id} has an end`).toBe(true);
        replaysEqual(created, run);
      }),
      { numRuns: 300 },
    );
  });
});

/** Folded again, the protocol asks for every derived event at its place. */
const replaysEqual = (created: EventData<'session-created'>, run: Driven): void => {
  const again = driveWorkflow(created, { say: () => ({ fails: 'never/asked' }), from: run.events });
  expect(again.ended).toEqual(run.ended);
};

/** Graphs of real workflow systems, up to 10,610 nodes; not part of the project. */
const fixtures = join(import.meta.dirname, '../../../../../../..', 'shared', 'fixtures', 'dags');
const files = existsSync(fixtures)
  ? readdirSync(fixtures).filter((file) => file.endsWith('.json') && !file.startsWith('invalid'))
  : [];

it.runIf(files.length > 0)(
  'runs graphs of real workflow systems, each dependency first, no wider than allowed',
  () => {
    for (const file of files) {
      const { nodes } = JSON.parse(readFileSync(join(fixtures, file), 'utf8')) as { nodes: PlainNode[] };
      const plain = nodes.map((node) => ({ ...node, deps: node.deps ?? [] }));
      const run = driveWorkflow(createdWorkflow({ nodes: plain }, { parallel: { total: 8 } }), {
        say: () => ({ content: 'done' }),
      });
      dependenciesFirst(run.events, plain);
      expect(run.ends.size, file).toBe(plain.length);
      expect(run.widest, file).toBeLessThanOrEqual(8);
      expect(run.ended.outcome, file).toBe('completed');
    }
  },
  60_000,
);

it('completes a chain of 10,000 nodes', () => {
  const nodes = Array.from({ length: 10_000 }, (_, index) => ({
    id: `n${index}`,
    kind: 'task' as const,
    deps: index === 0 ? [] : [`n${index - 1}`],
  }));
  const run = driveWorkflow(createdWorkflow({ nodes }), { say: () => ({ content: 'done' }) });
  expect(run.ends.size).toBe(10_000);
  expect(run.ended.outcome).toBe('completed');
}, 60_000);
