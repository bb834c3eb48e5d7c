import type { CoreApi } from '../../core/contract/index.ts';
import { createHttpClient } from '../../core/transport/index.ts';
import { readHandover } from './read-handover.ts';

/** How the page reaches its core, if it does. */
export type HostConnection =
  | {
      readonly kind: 'connected';
      readonly core: CoreApi;
      /** Hears when the stream of news breaks off and comes back. */
      readonly onConnection: (listener: (connection: 'connected' | 'lost') => void) => void;
    }
  | { readonly kind: 'no-token' };

const TOKEN_KEY = 'agentnet.token';

/** The desktop window hands over a port; a browser brings the token that its address carried once. */
export const connect = (): HostConnection => {
  const listeners: ((connection: 'connected' | 'lost') => void)[] = [];
  const onConnection = (listener: (connection: 'connected' | 'lost') => void) =>
    void listeners.push(listener);
  const token = takeToken();
  if (token === null) return { kind: 'no-token' };
  const core = createHttpClient({
    baseUrl: location.origin,
    token,
    onConnection: (connection) => {
      for (const listener of listeners) listener(connection);
    },
  });
  return { kind: 'connected', core, onConnection };
};

/** Out of the address bar, so that it is in no screenshot and no history; kept for reloads of this tab. */
const takeToken = (): string | null => {
  const { token, fragment } = readHandover(location.hash);
  if (fragment !== location.hash) history.replaceState(null, '', fragment);
  if (token !== null) sessionStorage.setItem(TOKEN_KEY, token);
  return token ?? sessionStorage.getItem(TOKEN_KEY);
};
