import { describe, expect, it } from 'vitest';
import { createGraphEditor } from '../../../../../../renderer/state/graph/document/graph-editor.ts';
import { changeNode, removeNodes } from '../../../../../../renderer/state/graph/edit/change-nodes.ts';

const TEXT = `# kept
nodes:
  - id: a # first
  - id: b
    deps: [a]
`;

const open = (text = TEXT) => {
  let now = 1000;
  const editor = createGraphEditor('Test', text, () => now);
  const titled = (id: string, title: string, burst?: string) =>
    editor.edit(`Title ${title}`, (graph) => changeNode(graph, id, (node) => ({ ...node, title })), {
      ...(burst !== undefined && { burst }),
    });
  return { editor, titled, wait: (ms: number) => (now += ms) };
};

const titleOf = (editor: ReturnType<typeof open>['editor'], id: string) =>
  editor.getState().graph.nodes.find((node) => node.id === id)?.title;

describe('createGraphEditor', () => {
  it('takes edits back and does them again, to the very same text', () => {
    const { editor, titled } = open();
    titled('a', 'One');
    titled('b', 'Two');
    const done = editor.text();
    expect(done).toContain('title: Two');
    editor.undo();
    editor.undo();
    expect(editor.text()).toBe(TEXT);
    editor.redo();
    editor.redo();
    expect(editor.text()).toBe(done);
    expect(editor.getState().said.sentence).toBe('Done again: Title Two');
  });

  it('makes one step of a burst, and a new one after a pause', () => {
    const { editor, titled, wait } = open();
    titled('a', 'O', 'a title');
    titled('a', 'On', 'a title');
    wait(5000);
    titled('a', 'One', 'a title');
    expect(editor.getState().history.steps).toHaveLength(2);
    editor.undo();
    expect(titleOf(editor, 'a')).toBe('On');
    editor.undo();
    expect(titleOf(editor, 'a')).toBeNull();
  });

  it('goes straight to any step', () => {
    const { editor, titled } = open();
    for (const title of ['1', '2', '3', '4']) titled('a', title);
    editor.goTo(1);
    expect(titleOf(editor, 'a')).toBe('1');
    editor.goTo(4);
    expect(titleOf(editor, 'a')).toBe('4');
    editor.goTo(0);
    expect(titleOf(editor, 'a')).toBeNull();
    editor.goTo(9);
    expect(editor.getState().history.done).toBe(0);
  });

  it('forgets what was taken back as soon as something else is done', () => {
    const { editor, titled } = open();
    titled('a', 'One');
    editor.undo();
    titled('a', 'Other');
    editor.redo();
    expect(titleOf(editor, 'a')).toBe('Other');
    expect(editor.getState().history.steps).toHaveLength(1);
  });

  it('records nothing where nothing changes', () => {
    const { editor } = open();
    editor.edit('Nothing', (graph) => graph);
    editor.edit('Nothing', (graph) => removeNodes(graph, new Set(['nobody'])));
    expect(editor.getState()).toMatchObject({ revision: 0, history: { steps: [] } });
  });

  it('selects what an edit asks for, and no node that is gone', () => {
    const { editor } = open();
    editor.select(['a', 'b']);
    editor.edit('Delete', (graph) => removeNodes(graph, new Set(['a'])));
    expect([...editor.getState().selection]).toEqual(['b']);
    editor.undo();
    editor.edit('Title', (graph) => changeNode(graph, 'a', (node) => ({ ...node, title: 'A' })), {
      select: ['a'],
    });
    expect([...editor.getState().selection]).toEqual(['a']);
  });

  it('keeps the graph while its text cannot be read, and the text as it was typed', () => {
    const { editor, titled } = open();
    editor.setText('nodes:\n  - id: [a\n');
    expect(editor.getState().fault).toMatchObject({ line: expect.any(Number) });
    expect(editor.getState().graph.nodes).toHaveLength(2);
    expect(editor.text()).toBe('nodes:\n  - id: [a\n');
    titled('a', 'Refused');
    expect(titleOf(editor, 'a')).toBeNull();
    editor.setText('nodes:\n  - id: c # new\n');
    expect(editor.getState().fault).toBeNull();
    expect(editor.getState().graph.nodes.map(({ id }) => id)).toEqual(['c']);
    editor.undo();
    expect(editor.getState().graph.nodes).toHaveLength(2);
  });

  it('opens a text that cannot be read at all', () => {
    const { editor } = open('nodes: [');
    expect(editor.getState().graph.nodes).toEqual([]);
    expect(editor.getState().fault).not.toBeNull();
    expect(editor.text()).toBe('nodes: [');
  });

  it('goes into graphs of the file and edits them there', () => {
    const { editor } = open(
      'nodes:\n  - { id: use, kind: subgraph, graph: part }\ngraphs:\n  part:\n    nodes:\n      - id: inner # stays\n',
    );
    editor.enter('nowhere');
    expect(editor.getState().scope).toEqual([]);
    editor.enter('part');
    editor.edit('Title', (graph) => changeNode(graph, 'inner', (node) => ({ ...node, title: 'In' })));
    expect(editor.text()).toContain('- id: inner # stays\n        title: In');
    editor.leaveTo(0);
    editor.undo();
    expect(editor.getState().scope).toEqual(['part']);
  });

  it('takes another text in place of all, with nothing to undo', () => {
    const { editor, titled } = open();
    titled('a', 'One');
    editor.load('Other', 'nodes:\n  - id: z\n');
    expect(editor.getState()).toMatchObject({ name: 'Other', history: { steps: [] } });
    expect(editor.text()).toBe('nodes:\n  - id: z\n');
  });
});
