import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { showKeys, useRoute, useToasts } from '../../state/index.ts';
import { Button, PageChromeProvider, Toasts } from '../../ui/index.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { CommandPalette } from './command-palette.tsx';
import styles from './frame.module.css';
import { useGlobalCommands } from './global-commands.tsx';
import { useKeyboard } from './keyboard.tsx';
import { isMac } from './platform.tsx';
import { Rail } from './rail.tsx';
import { Screen } from './screen.tsx';
import { ShortcutsHelp } from './shortcuts-help.tsx';
import { StatusBar } from './status-bar.tsx';

export const Frame = () => {
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  const [toasts, closeToast] = useToasts();
  const route = useRoute();
  useGlobalCommands({ openPalette: setPaletteOpen, openHelp: setHelpOpen });
  useKeyboard();
  const chrome = useMemo(
    () => ({
      search: (
        <Button
          className={styles.search}
          aria-label="Search and commands"
          aria-keyshortcuts="Control+K"
          icon={<Search size={14} aria-hidden="true" />}
          keys={showKeys('Mod+K', isMac)}
          onClick={() => setPaletteOpen(true)}
        >
          <span className={styles.searchWord}>Search</span>
        </Button>
      ),
      inspectorKeys: showKeys('Mod+I', isMac),
    }),
    [],
  );
  const screenKey = route.screen === 'session' ? `session ${route.id}` : route.screen;
  return (
    <PageChromeProvider value={chrome}>
      <div className={styles.frame}>
        <button type="button" className={styles.skip} onClick={skipToMain}>
          Skip to the main pane
        </button>
        <Rail />
        <div className={styles.screen}>
          <ErrorBoundary what="This screen" resetKey={screenKey}>
            <Screen route={route} />
          </ErrorBoundary>
        </div>
        <StatusBar />
      </div>
      <CommandPalette open={paletteOpen} onClose={() => setPaletteOpen(false)} />
      <ShortcutsHelp open={helpOpen} onClose={() => setHelpOpen(false)} />
      <Toasts toasts={toasts} onClose={closeToast} />
    </PageChromeProvider>
  );
};

/** A link would change the fragment, which belongs to the router. */
const skipToMain = (): void => document.getElementById('main')?.focus();
