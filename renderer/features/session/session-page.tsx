import { useCallback, useMemo, useState } from 'react';
import type { SessionSnapshot } from '../../../core/contract/index.ts';
import { type Arrangement, layoutRows, type SessionFeed, turnsInOrder } from '../../state/index.ts';
import { agentColour, Page, QuoteColourContext, useRemembered } from '../../ui/index.ts';
import { Composer } from './controls/composer.tsx';
import { Ended } from './controls/ended.tsx';
import { RunControls } from './controls/run-controls.tsx';
import { StatusChips } from './controls/status-chips.tsx';
import { useSessionCommands } from './controls/use-session-commands.tsx';
import { SessionInspector } from './inspector/session-inspector.tsx';
import { LostFeed } from './lost-feed.tsx';
import { type Reveal, SessionBasicsProvider, SessionStateProvider } from './session-context.tsx';
import { Announcer } from './transcript/announcer.tsx';
import { FindBar } from './transcript/find-bar.tsx';
import { OutlineDialog } from './transcript/outline-dialog.tsx';
import { quotedName } from './transcript/quoted-name.ts';
import { Transcript, type TranscriptHandle } from './transcript/transcript.tsx';
import { useLinkedTurn } from './use-linked-turn.tsx';
import { useLooks } from './use-looks.tsx';
import { useParents } from './use-parents.tsx';

interface SessionPageProps {
  readonly feed: SessionFeed;
  readonly view: SessionSnapshot;
  readonly lost: unknown;
  readonly again: () => void;
  readonly taskId: string | null;
}

const asArrangement = (stored: unknown): Arrangement | undefined =>
  stored === 'chat' || stored === 'lanes' ? stored : undefined;
const asKeys = (stored: unknown): readonly string[] | undefined =>
  Array.isArray(stored) && stored.every((key) => typeof key === 'string') ? stored : undefined;
const noPins: readonly string[] = [];

export const SessionPage = ({ feed, view, lost, again, taskId }: SessionPageProps) => {
  const [arrangement, setArrangement] = useRemembered<Arrangement>(
    'session.arrangement',
    'chat',
    asArrangement,
  );
  const [pins, setPins] = useRemembered(`session.pins.${view.id}`, noPins, asKeys);
  const [selectedKey, setSelectedKey] = useState<string | null>(taskId);
  const [tab, setTab] = useState('run');
  const [finding, setFinding] = useState(false);
  const [outlineOpen, setOutlineOpen] = useState(false);
  const [handle, setHandle] = useState<TranscriptHandle | null>(null);

  const rows = useMemo(() => layoutRows(view, arrangement), [view, arrangement]);
  const places = useMemo(() => turnsInOrder(rows), [rows]);
  const looks = useLooks(view);
  const selected = useMemo(() => places.find(({ key }) => key === selectedKey), [places, selectedKey]);

  const select = useCallback(
    (key: string | null, reveal: Reveal = 'no') => {
      setSelectedKey(key);
      if (reveal !== 'no' && key !== null) handle?.reveal(key, reveal === 'and-focus');
    },
    [handle],
  );
  const follow = useCallback((key: string) => select(key, 'and-focus'), [select]);
  useLinkedTurn(taskId, follow);
  const togglePin = useCallback(
    (key: string) => setPins(pins.includes(key) ? pins.filter((pin) => pin !== key) : [...pins, key]),
    [pins, setPins],
  );
  const basics = useMemo(
    () => ({ id: view.id, feed, looks, pins, togglePin }),
    [view.id, feed, looks, pins, togglePin],
  );
  const quoteColour = useCallback(
    (quotation: string) => {
      const look = looks.get(quotedName(quotation) ?? '');
      return look && agentColour(look.colour);
    },
    [looks],
  );
  const state = useMemo(
    () => ({ view, rows, places, arrangement, selected, select }),
    [view, rows, places, arrangement, selected, select],
  );
  const screen = useMemo(
    () => ({
      handle,
      toggleArrangement: () => setArrangement(arrangement === 'chat' ? 'lanes' : 'chat'),
      find: () => setFinding(true),
      outline: () => setOutlineOpen(true),
      showTab: setTab,
    }),
    [handle, arrangement, setArrangement],
  );
  useSessionCommands({ ...basics, ...state }, screen);

  return (
    <QuoteColourContext value={quoteColour}>
      <SessionBasicsProvider value={basics}>
        <SessionStateProvider value={state}>
          <Page
            title={view.specification.name}
            parents={useParents(view)}
            chips={<StatusChips />}
            actions={<RunControls arrangement={arrangement} onArrangement={setArrangement} />}
            inspector={<SessionInspector tab={tab} onTab={setTab} />}
          >
            {finding && <FindBar onClose={() => setFinding(false)} />}
            <LostFeed lost={lost} again={again} />
            <Transcript initialKey={taskId} onHandle={setHandle} />
            {view.status === 'ended' ? <Ended /> : <Composer />}
            <Announcer />
            <OutlineDialog open={outlineOpen} onClose={() => setOutlineOpen(false)} handle={handle} />
          </Page>
        </SessionStateProvider>
      </SessionBasicsProvider>
    </QuoteColourContext>
  );
};
