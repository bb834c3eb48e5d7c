import { lazy, Suspense } from 'react';
import { Dialog } from '../../ui/index.ts';

interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export const loadCommandList = () => import('./command-list.tsx');
const List = lazy(() => loadCommandList().then((module) => ({ default: module.CommandList })));

/** Every action by name, and every session and turn by its words. */
export const CommandPalette = ({ open, onClose }: CommandPaletteProps) => (
  <Dialog open={open} onClose={onClose} title="Search and commands" bare>
    <Suspense fallback={null}>
      <List onClose={onClose} />
    </Suspense>
  </Dialog>
);
