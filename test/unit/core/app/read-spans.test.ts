import { describe, expect, it } from 'vitest';
import type { Core } from '../../../../core/app/index.ts';
import { debate, openCore } from '../../../support/open-core.ts';

const GRAPH = `
nodes:
  - {id: list, output: list}
  - {id: each, kind: map, over: list, max_items: 3, prompt: "On {{item}}"}
  - {id: way, kind: condition, input: "{{list.output}}", test: {contains: "no such words"}}
  - {id: never, deps: [{node: way, port: "yes"}]}
  - id: talk
    kind: session
    deps: [each]
    prompt: "Is this good: {{each.output}}"
    session: {mode: debate, agents: [Athena, Apollo], max_rounds: 2, convergence: false}
`;
const DELEGATION = { mode: 'delegation', topic: 'Move the office', agents: ['Athena', 'Apollo'], seed: 3 };

const spansOf = async (core: Core, id: string) => {
  const document = await core.api['sessions.spans']({ id });
  return document.resourceSpans[0]?.scopeSpans[0]?.spans ?? [];
};
type Spans = Awaited<ReturnType<typeof spansOf>>;

const endedNodes = async (core: Core, id: string): Promise<readonly string[]> => {
  const { items } = await core.api['sessions.events']({ id, limit: 10_000 });
  return items.flatMap(({ type, data }) =>
    type === 'node-ended' ? [`node ${(data as { node: string }).node}`] : [],
  );
};

const nested = (spans: Spans): void => {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  expect(byId.size).toBe(spans.length);
  expect(spans.filter(({ parentSpanId }) => parentSpanId === undefined)).toHaveLength(1);
  for (const span of spans) {
    if (span.parentSpanId === undefined) continue;
    const outer = byId.get(span.parentSpanId);
    expect(BigInt(outer?.startTimeUnixNano ?? 0) <= BigInt(span.startTimeUnixNano)).toBe(true);
    expect(BigInt(outer?.endTimeUnixNano ?? 0) >= BigInt(span.endTimeUnixNano)).toBe(true);
  }
};

describe('spans of a session', () => {
  it('has one for each node that ended, each in the one around it, the session inside of a node below it', async () => {
    const core = await openCore();
    const { id } = await core.api['tasks.execute']({ text: GRAPH, model: 'stub/debater', seed: 5 });
    await core.whenEnded(id);
    const spans = await spansOf(core, id);
    nested(spans);
    const names = spans.map(({ name }) => name);
    const nodes = await endedNodes(core, id);
    expect(nodes).toContain('node never');
    expect(names.filter((name) => name.startsWith('node ')).sort()).toEqual([...nodes].sort());
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    const talk = spans.find(({ name }) => name === 'node talk');
    const inner = spans.find(({ parentSpanId }) => parentSpanId === talk?.spanId);
    expect(inner?.name).toMatch(/^session /);
    expect(names).toContain('chat debater');
    // The session inside by itself has the same ids, and its place in the same trace.
    const [child] = (await core.api['sessions.list']({ parent: id })).items;
    const own = await spansOf(core, child?.id ?? '');
    const ids = new Set(spans.map(({ traceId, spanId }) => `${traceId} ${spanId}`));
    expect(own.every(({ traceId, spanId }) => ids.has(`${traceId} ${spanId}`))).toBe(true);
    expect(own[0]).toEqual(inner);
  });

  it('follows plans and reviews', async () => {
    const core = await openCore();
    const delegation = { approve: 'auto' };
    const { id } = await core.api['sessions.create']({ ...DELEGATION, delegation, model: 'stub/planner' });
    await core.whenEnded(id);
    const spans = await spansOf(core, id);
    nested(spans);
    const nodes = await endedNodes(core, id);
    expect(nodes).toContain('node work/:plan');
    expect(spans.flatMap(({ name }) => (name.startsWith('node ') ? [name] : [])).sort()).toEqual(
      [...nodes].sort(),
    );
  });

  it('leaves out what has not ended and keeps the ids when it has', async () => {
    const core = await openCore();
    const graph = 'nodes: [{id: a}, {id: ok, kind: approval, deps: [a], prompt: "Fine?"}]';
    const { id } = await core.api['tasks.execute']({ text: graph, model: 'stub/debater' });
    for await (const message of core.api['sessions.watch']({ id })) {
      if ((message as { event?: { type: string } }).event?.type === 'approval-requested') break;
    }
    const before = await spansOf(core, id);
    expect(before.map(({ name }) => name)).toEqual(['node a', expect.any(String), expect.any(String)]);
    await core.api['sessions.approve']({ id, node: 'ok', approved: true });
    await core.whenEnded(id);
    const after = await spansOf(core, id);
    nested(after);
    expect(after).toEqual(expect.arrayContaining([...before]));
  });

  it('are those of rounds in a debate, and an unknown session is refused', async () => {
    const core = await openCore();
    const { id } = await core.api['sessions.create'](
      debate({ metadata: { parent: 'not an id', node: 'x' } }),
    );
    await core.whenEnded(id);
    const spans = await spansOf(core, id);
    nested(spans);
    const rounds = spans.filter(({ name }) => name.startsWith('round '));
    expect(rounds.length).toBeGreaterThan(0);
    const turns = spans.filter(({ name }) => name.startsWith('invoke_agent '));
    expect(turns.length).toBeGreaterThan(rounds.length);
    await expect(core.api['sessions.spans']({ id: 'nothing' })).rejects.toThrow(
      'There is no session nothing',
    );
  });
});
