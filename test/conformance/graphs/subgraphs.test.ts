import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../core/contract/index.ts';
import { openCore } from '../../support/open-core.ts';

/** What the subgraph gives is ready long before all of it is: three tasks in a row stand beside it. */
const GRAPH = {
  nodes: [
    { id: 'part', kind: 'subgraph', graph: 'part' },
    { id: 'next', deps: ['part'] },
  ],
  graphs: {
    part: {
      output: 'main',
      nodes: [
        { id: 'main' },
        { id: 'one' },
        { id: 'two', deps: ['one'] },
        { id: 'side', deps: ['two'], prompt: 'A side word' },
      ],
    },
  },
};

const run = async (change: { readonly side?: object; readonly on_failure?: 'continue' } = {}) => {
  const core = await openCore();
  const part = { ...GRAPH.graphs.part };
  const nodes = part.nodes.map((node) => (node.id === 'side' ? { ...node, ...change.side } : node));
  const graph = { ...GRAPH, graphs: { part: { ...part, nodes } } };
  const { id } = await core.api['tasks.execute']({
    graph,
    model: 'stub/debater',
    parallel: 4,
    ...(change.on_failure && { on_failure: change.on_failure }),
  });
  const ended = await core.whenEnded(id);
  const { items } = await core.api['sessions.events']({ id, limit: 10_000 });
  const events = items as readonly RunEvent[];
  const places = events.flatMap(({ type, data }) => {
    if (type === 'node-started') return [`start ${data.node}`];
    return type === 'node-ended' ? [`end ${data.node} ${data.status}`] : [];
  });
  return { ended, events, places };
};

describe('a node behind a subgraph', () => {
  it('starts when all of the subgraph has ended, and is given only what the subgraph gives', async () => {
    const { events, places, ended } = await run();
    expect(ended.outcome).toBe('completed');
    const start = places.indexOf('start next');
    for (const id of ['main', 'one', 'two', 'side']) {
      expect(places.indexOf(`end part/${id} done`)).toBeGreaterThan(-1);
      expect(places.indexOf(`end part/${id} done`)).toBeLessThan(start);
    }
    const prompt = events.flatMap(({ type, data }) => (type === 'call-started' ? [data] : [])).at(-1);
    const words = prompt?.messages.map(({ content }) => content).join('\n') ?? '';
    expect(words).toContain('part/main');
    expect(words).not.toContain('part/side');
  });

  it('starts too where something in it failed that it does not use, when the run goes on after failures', async () => {
    const { places } = await run({ side: { budget: { tokens: 1 } }, on_failure: 'continue' });
    expect(places).toContain('end part/side failed');
    expect(places.indexOf('start next')).toBeGreaterThan(places.indexOf('end part/side failed'));
    expect(places).toContain('end next done');
  });
});
