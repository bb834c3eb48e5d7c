import { useMemo } from 'react';
import { type Command, goTo, useAct, useCommands, useWorkspaceStore } from '../../state/index.ts';
import { useInspectorOpen } from '../../ui/index.ts';

interface Openers {
  readonly openPalette: (open: boolean) => void;
  readonly openHelp: (open: boolean) => void;
}

/** What can be done from every screen. */
export const useGlobalCommands = ({ openPalette, openHelp }: Openers): void => {
  const workspace = useWorkspaceStore();
  const act = useAct();
  const [inspectorOpen, setInspectorOpen] = useInspectorOpen();
  const commands = useMemo((): readonly Command[] => {
    const theme = (value: 'dark' | 'light' | 'system') => () =>
      void act(() => workspace.changeSettings({ theme: value }));
    return [
      {
        id: 'palette',
        title: 'Search and commands',
        group: 'General',
        keys: 'Mod+K',
        whileTyping: true,
        run: () => openPalette(true),
      },
      { id: 'help', title: 'Keyboard shortcuts', group: 'General', keys: '?', run: () => openHelp(true) },
      {
        id: 'inspector',
        title: inspectorOpen ? 'Hide inspector' : 'Show inspector',
        group: 'General',
        keys: 'Mod+I',
        whileTyping: true,
        run: () => setInspectorOpen(!inspectorOpen),
      },
      {
        id: 'theme-dark',
        title: 'Use dark theme',
        group: 'General',
        words: 'appearance colour',
        run: theme('dark'),
      },
      {
        id: 'theme-light',
        title: 'Use light theme',
        group: 'General',
        words: 'appearance colour',
        run: theme('light'),
      },
      {
        id: 'theme-system',
        title: 'Use theme of the system',
        group: 'General',
        words: 'appearance',
        run: theme('system'),
      },
      {
        id: 'go-home',
        title: 'Go to Home',
        group: 'Go to',
        keys: 'g h',
        run: () => goTo({ screen: 'home' }),
      },
      {
        id: 'go-sessions',
        title: 'Go to Sessions',
        group: 'Go to',
        keys: 'g s',
        run: () => goTo({ screen: 'sessions' }),
      },
      {
        id: 'go-graphs',
        title: 'Go to Graphs',
        group: 'Go to',
        keys: 'g g',
        words: 'workflow dag tasks',
        run: () => goTo({ screen: 'graphs' }),
      },
      {
        id: 'go-agents',
        title: 'Go to Agents',
        group: 'Go to',
        keys: 'g a',
        run: () => goTo({ screen: 'agents', name: null }),
      },
      {
        id: 'go-costs',
        title: 'Go to Costs',
        group: 'Go to',
        keys: 'g c',
        words: 'money spent budget tokens price',
        run: () => goTo({ screen: 'costs', by: null }),
      },
      {
        id: 'go-settings',
        title: 'Go to Settings',
        group: 'Go to',
        keys: 'g ,',
        run: () => goTo({ screen: 'settings' }),
      },
      {
        id: 'new-session',
        title: 'New session',
        group: 'Create',
        keys: 'n',
        words: 'debate brainstorm vote start',
        run: () => goTo({ screen: 'new-session', start: { kind: 'draft' } }),
      },
      {
        id: 'new-agent',
        title: 'New agent',
        group: 'Create',
        run: () => goTo({ screen: 'new-agent', from: null }),
      },
    ];
  }, [workspace, act, inspectorOpen, setInspectorOpen, openPalette, openHelp]);
  useCommands(commands);
};
