import { Command as Palette } from 'cmdk';
import { CornerDownRight, MessagesSquare } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { TurnHit } from '../../../core/contract/index.ts';
import {
  askAtRest,
  type Command,
  describeSummary,
  goTo,
  sessionsInOrder,
  showKeys,
  useCommandStore,
  useCore,
  useWorkspace,
} from '../../state/index.ts';
import { KeyHint, Snippet, StateMark } from '../../ui/index.ts';
import { commandScore } from './command-score.ts';
import styles from './frame.module.css';
import { isMac } from './platform.tsx';

const MOST_SESSIONS = 30;

export const CommandList = ({ onClose }: { readonly onClose: () => void }) => {
  const commands = useStore(useCommandStore(), (state) => state.commands);
  const sessions = useWorkspace((state) => state.sessions);
  const recent = useMemo(() => sessionsInOrder(sessions).slice(0, MOST_SESSIONS), [sessions]);
  const [query, setQuery] = useState('');
  const hits = useTurnHits(query);
  const groups = useMemo(() => groupsOf(commands), [commands]);
  const choose = (run: () => void) => {
    onClose();
    // After the dialog has given the focus back, so that the command may take it.
    setTimeout(run, 0);
  };
  return (
    <Palette className={styles.palette} label="Search and commands" filter={commandScore} loop>
      <Palette.Input
        autoFocus
        value={query}
        onValueChange={setQuery}
        placeholder="Search commands, sessions and turns"
      />
      <Palette.List>
        <Palette.Empty>Nothing is called that. Try a word of a session, a turn or a command.</Palette.Empty>
        {groups.map(([group, some]) => (
          <Palette.Group key={group} heading={group}>
            {some.map((command) => (
              <Palette.Item
                key={command.id}
                value={`${command.group} ${command.title} ${command.id}`}
                keywords={command.words === undefined ? [] : [command.words]}
                disabled={command.enabled === false}
                onSelect={() => choose(command.run)}
              >
                <span className={styles.paletteText}>{command.title}</span>
                {command.keys !== undefined && <KeyHint keys={showKeys(command.keys, isMac)} />}
              </Palette.Item>
            ))}
          </Palette.Group>
        ))}
        <Palette.Group heading="Sessions">
          {recent.map((session) => (
            <Palette.Item
              key={session.id}
              value={`session ${session.name} ${session.topic.slice(0, 200)} ${session.id}`}
              onSelect={() => choose(() => goTo({ screen: 'session', id: session.id, taskId: null }))}
            >
              <MessagesSquare size={14} aria-hidden="true" />
              <span className={styles.paletteText} dir="auto">
                {session.name}
              </span>
              <StateMark mark={describeSummary(session).mark} />
              <span className={styles.paletteNote}>{describeSummary(session).word}</span>
            </Palette.Item>
          ))}
        </Palette.Group>
        {hits.length > 0 && (
          <Palette.Group heading="Turns" forceMount>
            {hits.map((hit) => (
              <Palette.Item
                key={`${hit.session_id}-${hit.task_id}`}
                value={`turn ${hit.session_id} ${hit.task_id}`}
                forceMount
                onSelect={() =>
                  choose(() => goTo({ screen: 'session', id: hit.session_id, taskId: hit.task_id }))
                }
              >
                <CornerDownRight size={14} aria-hidden="true" />
                <span className={styles.paletteText} dir="auto">
                  <Snippet text={hit.snippet} />
                </span>
                <span className={styles.paletteNote}>
                  {hit.agent}, {hit.session_name}
                </span>
              </Palette.Item>
            ))}
          </Palette.Group>
        )}
      </Palette.List>
    </Palette>
  );
};

const SHORTEST_QUERY = 3;

/** Turns that hold the words, once the typing rests. */
const useTurnHits = (query: string): readonly TurnHit[] => {
  const core = useCore();
  const [hits, setHits] = useState<readonly TurnHit[]>([]);
  useEffect(() => {
    const words = query.trim();
    if (words.length < SHORTEST_QUERY) {
      setHits([]);
      return;
    }
    return askAtRest({
      ask: (signal) => core['sessions.search']({ query: words, limit: 8 }, { signal }),
      answered: ({ items }) => setHits(items),
      failed: () => setHits([]),
    });
  }, [core, query]);
  return hits;
};

const groupsOf = (commands: readonly Command[]): readonly (readonly [string, readonly Command[]])[] => {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    if (command.id === 'palette') continue;
    groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return [...groups.entries()];
};
