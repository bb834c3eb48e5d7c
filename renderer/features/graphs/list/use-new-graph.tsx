import { useMemo } from 'react';
import { graphAsText, readSource } from '../../../state/graph/index.ts';
import { goTo, useAct, useCore } from '../../../state/index.ts';

const BLANK = `nodes:
  - id: first
    prompt: ""
    position: { x: 0, y: 0 }
`;
/** Larger files are no graphs that anybody wants to look at. */
const MOST_BYTES = 20_000_000;

/** All ways to a new graph: each one is stored at once and opened. */
export const useNewGraph = () => {
  const core = useCore();
  const act = useAct();
  return useMemo(() => {
    const open = async (name: string, text: string, note = '') => {
      const made = await act(() => core['graphs.save']({ name, text, note, base_version: 0 }));
      if (made !== undefined) goTo({ screen: 'graph', id: made.id });
    };
    const importFile = () => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = '.json,.yaml,.yml,application/json,application/yaml';
      input.addEventListener('change', () => {
        const [file] = input.files ?? [];
        if (file === undefined) return;
        void act(async () => {
          if (file.size > MOST_BYTES) throw new Error(`${file.name} has more than 20 MB and was not read.`);
          const text = await file.text();
          const read = readSource(text);
          const name = (read.ok && read.graph.name) || file.name.replace(/\.(json|ya?ml)$/i, '');
          await open(name, text, `Imported from ${file.name}`);
        });
      });
      input.click();
    };
    return {
      open,
      blank: () => open('Untitled', BLANK),
      importFile,
      template: async (id: string) => {
        const found = await act(async () => {
          const { items } = await core['graphs.templates']({});
          return items.find((item) => item.id === id) ?? items[0];
        });
        if (found !== undefined) await open(found.name, found.text);
      },
      planned: (goal: string, data: Readonly<Record<string, unknown>>) => {
        const read = readSource(JSON.stringify(data));
        const text = read.ok ? graphAsText(read.graph, 'yaml') : JSON.stringify(data, null, 2);
        return open(goal.slice(0, 80), text, 'Planned from a goal');
      },
    };
  }, [core, act]);
};
