import { useEffect, useState } from 'react';
import type { CoreApi } from '../../core/contract/index.ts';
import {
  CommandProvider,
  CoreProvider,
  createCommandStore,
  createToastStore,
  createWorkspace,
  ToastProvider,
  useWorkspace,
  WorkspaceProvider,
} from '../state/index.ts';
import { formatMoney, TooltipProvider, tellDesktop } from '../ui/index.ts';
import { useTheme } from './apply-theme.tsx';
import type { HostConnection } from './connect.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame/frame.tsx';
import { NoToken } from './no-token.tsx';

export const App = ({ connection }: { readonly connection: HostConnection }) => (
  <ErrorBoundary what="AgentNet">
    {connection.kind === 'no-token' ? <NoToken /> : <Connected {...connection} />}
  </ErrorBoundary>
);

interface ConnectedProps {
  readonly core: CoreApi;
  readonly onConnection: (listener: (connection: 'connected' | 'lost') => void) => void;
}

const Connected = ({ core, onConnection }: ConnectedProps) => {
  const [stores] = useState(() => {
    const workspace = createWorkspace(core);
    onConnection((connection) => workspace.setConnection(connection === 'lost' ? 'lost' : 'live'));
    const toasts = createToastStore();
    workspace.subscribe(({ spendAlert }, before) => {
      if (spendAlert === null || spendAlert === before.spendAlert) return;
      const { usd, window_s, limit_usd } = spendAlert;
      const detail = `${formatMoney(usd)} in ${window_s} s; the settings say ${formatMoney(limit_usd)} a minute.`;
      toasts.show({ mark: 'flagged', title: 'Money goes fast', detail });
      tellDesktop('spend-alert', 'Money goes fast', detail);
    });
    return { workspace, commands: createCommandStore(), toasts };
  });
  useEffect(() => {
    const abort = new AbortController();
    void stores.workspace.run(abort.signal);
    return () => abort.abort();
  }, [stores]);
  return (
    <CoreProvider value={core}>
      <WorkspaceProvider value={stores.workspace}>
        <CommandProvider value={stores.commands}>
          <ToastProvider value={stores.toasts}>
            <TooltipProvider>
              <Themed />
            </TooltipProvider>
          </ToastProvider>
        </CommandProvider>
      </WorkspaceProvider>
    </CoreProvider>
  );
};

const Themed = () => {
  useTheme(useWorkspace((state) => state.settings?.theme));
  return <Frame />;
};
