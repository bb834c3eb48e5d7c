import { Tabs } from '../../../../ui/index.ts';
import { EventsPanel } from '../../inspector/events-panel.tsx';
import { type NodeTab, useGraphRun } from '../graph-run-context.tsx';
import { GraphPanel } from './graph-panel.tsx';
import { NoNode } from './no-node.tsx';
import { NodeEvents } from './node-events.tsx';
import { NodeInput } from './node-input.tsx';
import { NodePanel } from './node-panel.tsx';

interface GraphInspectorProps {
  readonly tab: NodeTab;
  readonly onTab: (tab: NodeTab) => void;
}

const asTab = (id: string): NodeTab => (id === 'node' || id === 'input' || id === 'events' ? id : 'run');

export const GraphInspector = ({ tab, onTab }: GraphInspectorProps) => {
  const { selected: node } = useGraphRun();
  return (
    <>
      <h2 className="visually-hidden">About this run</h2>
      <Tabs
        label="About this run"
        value={tab}
        onChange={(id) => onTab(asTab(id))}
        tabs={[
          { id: 'run', label: 'Run', content: <GraphPanel /> },
          {
            id: 'node',
            label: 'Node',
            content: node === undefined ? <NoNode /> : <NodePanel key={node.id} node={node} />,
          },
          {
            id: 'input',
            label: 'Input',
            content: node === undefined ? <NoNode /> : <NodeInput key={node.id} node={node} />,
          },
          {
            id: 'events',
            label: 'Events',
            content: node === undefined ? <EventsPanel /> : <NodeEvents key={node.id} node={node} />,
          },
        ]}
      />
    </>
  );
};
