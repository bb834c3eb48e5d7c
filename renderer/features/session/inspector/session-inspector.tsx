import { Tabs } from '../../../ui/index.ts';
import { EventsPanel } from './events-panel.tsx';
import { RunPanel } from './run-panel.tsx';
import { TurnPanel } from './turn-panel.tsx';
import { VotesPanel } from './votes-panel.tsx';

interface SessionInspectorProps {
  readonly tab: string;
  readonly onTab: (tab: string) => void;
}

export const SessionInspector = ({ tab, onTab }: SessionInspectorProps) => (
  <Tabs
    label="About this session"
    value={tab}
    onChange={onTab}
    tabs={[
      { id: 'run', label: 'Run', content: <RunPanel /> },
      { id: 'votes', label: 'Votes', content: <VotesPanel /> },
      { id: 'turn', label: 'Turn', content: <TurnPanel /> },
      { id: 'events', label: 'Events', content: <EventsPanel /> },
    ]}
  />
);
