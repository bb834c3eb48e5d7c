import { describe, expect, it } from 'vitest';
import {
  runShape,
  sizeOfForm,
  TILE,
} from '../../../../../../../renderer/features/session/graph-run/canvas/run-shape.ts';
import { runTree } from '../../../../../../../renderer/state/index.ts';
import { nodeRun } from '../../../../state/graph-run/node-run.ts';

const noWay = () => undefined;
const children = (parent: string, count: number) =>
  Array.from({ length: count }, (_, index) => nodeRun(`${parent}[${index}]`, { parent }));

describe('runShape', () => {
  const nodes = [
    nodeRun('list'),
    nodeRun('each', { kind: 'map', deps: ['list', 'gone'] }),
    nodeRun('each[0]', { parent: 'each', deps: ['list'] }),
    nodeRun('each[1]', { parent: 'each', deps: ['each[0]'] }),
  ];

  it('draws what is of the file, and what was added where it is open', () => {
    const folded = runShape(runTree(nodes), new Set(), noWay);
    expect(folded.nodes.map(({ id, form }) => [id, form])).toEqual([
      ['list', 'card'],
      ['each', 'card'],
    ]);
    const open = runShape(runTree(nodes), new Set(['each', 'list']), noWay);
    expect(open.nodes.map(({ id, form, frame }) => [id, form, frame])).toEqual([
      ['list', 'card', null],
      ['each', 'frame', null],
      ['each[0]', 'card', 'each'],
      ['each[1]', 'card', 'each'],
    ]);
  });

  it('draws wires between what stands side by side', () => {
    const { wires } = runShape(runTree(nodes), new Set(['each']), noWay);
    expect(wires.map(({ from, to, frame }) => [from, to, frame])).toEqual([
      ['list', 'each', null],
      ['each[0]', 'each[1]', 'each'],
    ]);
  });

  it('begins a wire at the way that was asked for', () => {
    const tree = runTree([nodeRun('check', { kind: 'condition' }), nodeRun('then', { deps: ['check'] })]);
    expect(runShape(tree, new Set(), () => 'no').wires[0]?.port).toBe('no');
    expect(runShape(tree, new Set(), () => 'never').wires[0]?.port).toBe('out');
  });

  it('makes a list of very many', () => {
    const tree = runTree([nodeRun('each'), ...children('each', 1000)]);
    const { nodes: drawn } = runShape(tree, new Set(['each']), noWay);
    expect(drawn).toEqual([{ id: 'each', frame: null, form: 'tile' }]);
    expect(sizeOfForm('tile')).toEqual(TILE);
  });
});
