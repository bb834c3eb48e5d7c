import { describe, expect, it } from 'vitest';
import { planEdits } from '../../../../../../../renderer/features/session/graph-run/plan/plan-edits.ts';
import { createGraphEditor, wireId } from '../../../../../../../renderer/state/graph/index.ts';

const TEXT = `nodes:
  - {id: a, title: First, prompt: Begin, agent: Athena}
  - {id: b, prompt: "Go on from {{a.output}}", agent: Apollo, deps: [a]} # kept
`;
const open = () => {
  const editor = createGraphEditor('plan', TEXT, () => 0);
  return { editor, edits: planEdits(editor), node: (id: string) => find(editor, id) };
};
const find = (editor: ReturnType<typeof createGraphEditor>, id: string) =>
  editor.getState().graph.nodes.find((node) => node.id === id);

describe('planEdits', () => {
  it('changes title, prompt and agent of a step in its text, and can be taken back to the letter', () => {
    const { editor, edits } = open();
    edits.set('b', 'title', 'Second');
    edits.set('b', 'prompt', 'Write it');
    edits.set('b', 'agent', 'Hermes');
    expect(find(editor, 'b')).toMatchObject({ title: 'Second', prompt: 'Write it', agent: 'Hermes' });
    expect(editor.text()).toContain('# kept');
    edits.set('b', 'title', '');
    expect(find(editor, 'b')?.title).toBeNull();
    while (editor.getState().history.done > 0) editor.undo();
    expect(editor.text()).toBe(TEXT);
  });

  it('wires and unwires steps, and refuses a circle with its way', () => {
    const { edits, node } = open();
    expect(edits.wire('b', 'a')).toContain('First → b → First');
    expect(edits.wire('a', 'a')).toBe('A step cannot wait for itself.');
    expect(node('a')?.deps).toEqual([]);
    edits.unwire('a', 'b');
    expect(node('b')?.deps).toEqual([]);
    expect(edits.wire('b', 'a')).toBeNull();
    expect(node('a')?.deps).toEqual(['b']);
  });

  it('adds a step behind the selected one, free of a place, and takes the selection away', () => {
    const { editor, edits, node } = open();
    editor.select(['b']);
    edits.add('Athena');
    const [id = ''] = editor.getState().selection;
    expect(node(id)).toMatchObject({ deps: ['b'], agent: 'Athena', position: null });
    edits.remove();
    expect(node(id)).toBeUndefined();
    editor.select([], [wireId('a', 'b')]);
    edits.remove();
    expect(node('b')?.deps).toEqual([]);
    editor.select([]);
    edits.remove();
    expect(editor.getState().graph.nodes).toHaveLength(2);
  });
});
