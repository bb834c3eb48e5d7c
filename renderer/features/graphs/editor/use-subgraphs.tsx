import { useMemo } from 'react';
import {
  collapseNodes,
  expandNode,
  graphIn,
  placesOfNodes,
  withGraphIn,
} from '../../../state/graph/index.ts';
import { useEditor } from './editor-context.tsx';
import { useHint } from './use-hint.tsx';

/** Nodes into a graph of their own, and out of it again. */
export const useSubgraphs = () => {
  const editor = useEditor();
  const hint = useHint();
  return useMemo(
    () => ({
      collapse: () => {
        const { graph, scope, selection, found } = editor.getState();
        const shown = graphIn(graph, scope);
        const collapsed = collapseNodes(graph, shown, selection, placesOfNodes(shown.nodes, found));
        if (!collapsed.ok) {
          hint(`${collapsed.why} Nothing was changed.`);
          return;
        }
        editor.edit(
          `Collapse to ${collapsed.name}`,
          () => withGraphIn(collapsed.file, scope, collapsed.shown),
          { whole: true, select: [collapsed.node] },
        );
      },
      expand: () => {
        const { graph, scope, selection, found } = editor.getState();
        const shown = graphIn(graph, scope);
        const [only = ''] = selection;
        const expanded = expandNode(graph, shown, only, placesOfNodes(shown.nodes, found));
        if (expanded === undefined) {
          hint('Select one node that runs another graph of this file.');
          return;
        }
        editor.edit(`Expand ${only}`, () => expanded.shown, { select: expanded.ids });
      },
    }),
    [editor, hint],
  );
};
