import type { CoreApi } from '../../core/contract/index.ts';
import { createHttpClient, createMessagePortClient, requestDesktopPort } from '../../core/transport/index.ts';
import { readHandover } from './read-handover.ts';

type ConnectionListener = (connection: 'connected' | 'lost') => void;

/** How the page reaches its core, if it does. */
export type HostConnection =
  | {
      readonly kind: 'connected';
      readonly core: CoreApi;
      /** Hears when the stream of news breaks off and comes back. */
      readonly onConnection: (listener: ConnectionListener) => void;
    }
  | { readonly kind: 'no-token' };

const TOKEN_KEY = 'agentnet.token';

/** The desktop window hands over a port; a browser brings the token that its address carried once. */
export const connect = async (): Promise<HostConnection> => {
  const port = await requestDesktopPort(window);
  if (port !== undefined) {
    // A port that closes takes its window with it, so there is nothing to hear.
    return { kind: 'connected', core: createMessagePortClient(port), onConnection: () => undefined };
  }
  const token = takeToken();
  window.addEventListener('hashchange', (event) => takeLaterToken(event, token), { capture: true });
  if (token === null) return { kind: 'no-token' };
  const listeners: ConnectionListener[] = [];
  const core = createHttpClient({
    baseUrl: location.origin,
    token,
    onConnection: (connection) => {
      for (const listener of listeners) listener(connection);
    },
  });
  return { kind: 'connected', core, onConnection: (listener) => void listeners.push(listener) };
};

/**
 * The printed address put into a tab that is open already changes only the fragment. Hears of it before the screens
 * do, so that they never see the token; another token is that of another host process, which needs a new start.
 */
const takeLaterToken = (event: HashChangeEvent, current: string | null): void => {
  if (readHandover(location.hash).fragment === location.hash) return;
  event.stopImmediatePropagation();
  if (takeToken() === current) window.dispatchEvent(new HashChangeEvent('hashchange'));
  else location.reload();
};

/** Out of the address bar, so that it is in no screenshot and no history; kept for reloads of this tab. */
const takeToken = (): string | null => {
  const { token, fragment } = readHandover(location.hash);
  if (fragment !== location.hash) history.replaceState(null, '', fragment);
  if (token !== null) sessionStorage.setItem(TOKEN_KEY, token);
  return token ?? sessionStorage.getItem(TOKEN_KEY);
};
