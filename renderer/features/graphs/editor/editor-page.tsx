import { Save } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { hrefOf, useAct, useCore, useResource } from '../../../state/index.ts';
import { Button, Chip, Page } from '../../../ui/index.ts';
import { GraphCanvas } from '../canvas/graph-canvas.tsx';
import { GraphInspector } from '../inspector/graph-inspector.tsx';
import { useEditor, useEditorState } from './editor-context.tsx';
import type { StoredGraph } from './graph-editor-screen.tsx';
import { ProblemsProvider, useCheckedGraph } from './use-problems.tsx';

const parents = [{ label: 'Graphs', href: hrefOf({ screen: 'graphs' }) }];

export const EditorPage = ({ id, stored }: { readonly id: string; readonly stored: StoredGraph }) => {
  const core = useCore();
  const act = useAct();
  const editor = useEditor();
  const name = useEditorState((state) => state.name);
  const [base, setBase] = useState(stored.graph?.version ?? 0);
  const [agents] = useResource(
    useCallback(async (signal: AbortSignal) => (await core['agents.list']({}, { signal })).items, [core]),
  );
  const known = useMemo(
    () =>
      agents.kind === 'ready'
        ? agents.value.flatMap((agent) => [agent.name, `${agent.name}@${agent.version}`])
        : null,
    [agents],
  );
  const problems = useCheckedGraph(known);
  const save = async () => {
    const saved = await act(
      () =>
        core['graphs.save']({ id, name, text: editor.text(), note: '', base_version: base }),
      'Version saved',
    );
    if (saved !== undefined) setBase(saved.version);
  };
  return (
    <ProblemsProvider value={problems}>
      <Page
        title={name}
        parents={parents}
        chips={<Chip>version {base}</Chip>}
        actions={
          <Button icon={<Save size={14} aria-hidden="true" />} onClick={() => void save()}>
            Save version
          </Button>
        }
        inspector={<GraphInspector />}
      >
        <GraphCanvas />
      </Page>
    </ProblemsProvider>
  );
};
