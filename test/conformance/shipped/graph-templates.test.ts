import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkGraph, graphAsData, readGraph, runnableGraph } from '../../../core/graph/index.ts';
import { readDataText } from '../../../core/scenario/index.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'resources', 'graphs');
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

/** Shipped agents are named by their files; every one has the same first version. */
const agents = readdirSync(join(root, 'resources', 'agents')).flatMap((file) => {
  const [, name = ''] =
    /^name: (.+)$/m.exec(readFileSync(join(root, 'resources', 'agents', file), 'utf8')) ?? [];
  return [name, `${name}@1.0.0`];
});

const open = (file: string) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const data = readDataText(text, file);
  if (!data.ok) throw new Error(data.problems.map(({ message }) => message).join(' '));
  return { ...readGraph(data.value), hasComments: data.hasComments };
};

describe('Graphs to begin with', () => {
  it('are at least six', () => {
    expect(files.length).toBeGreaterThanOrEqual(6);
  });

  it.each(files)('%s is in order, and runs as it is', (file) => {
    const { graph, problems, hasComments } = open(file);
    expect([...problems, ...checkGraph(graph, { agents })]).toEqual([]);
    expect(hasComments).toBe(true);
    const runnable = runnableGraph(graph);
    expect(readGraph(graphAsData(runnable)).problems).toEqual([]);
    expect(runnable.nodes.length).toBeGreaterThan(2);
  });

  it.each(files)('%s says what it is good for, and every card has a place and a title', (file) => {
    const { graph } = open(file);
    expect(graph.name).toMatch(/^[A-Z]/);
    expect(graph.extra['says']).toMatch(/^[A-Z][^.]*\.$/);
    expect(Object.keys(graph.extra)).toEqual(['says']);
    const nodes = [graph, ...Object.values(graph.graphs)].flatMap((one) => one.nodes);
    for (const node of nodes) {
      expect(node).toMatchObject({
        position: { x: expect.any(Number) },
        title: expect.any(String),
        extra: {},
      });
      if ('prompt' in node && node.kind !== 'loop' && node.kind !== 'frame')
        expect(node.prompt).not.toBe(node.id);
    }
  });

  it.each(files)('%s has no cards on top of each other', (file) => {
    const { graph } = open(file);
    for (const { nodes } of [graph, ...Object.values(graph.graphs)]) {
      const cards = nodes.filter(({ kind }) => kind !== 'frame').map(({ position }) => position);
      for (const [at, one] of cards.entries()) {
        for (const other of cards.slice(at + 1)) {
          const isClear =
            Math.abs((one?.x ?? 0) - (other?.x ?? 0)) >= 260 ||
            Math.abs((one?.y ?? 0) - (other?.y ?? 0)) >= 120;
          expect(isClear).toBe(true);
        }
      }
    }
  });
});
