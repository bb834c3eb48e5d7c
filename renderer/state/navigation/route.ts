/** Where in the application one is; every screen, turn and node of a run has an address. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'new-session'; readonly start: SpecificationStart }
  | { readonly screen: 'sessions' }
  /** `node` of its task graph is selected. */
  | {
      readonly screen: 'session';
      readonly id: string;
      readonly taskId: string | null;
      readonly node?: string;
    }
  | { readonly screen: 'graphs' }
  | { readonly screen: 'graph'; readonly id: string }
  | { readonly screen: 'agents'; readonly name: string | null }
  | { readonly screen: 'new-agent'; readonly from: string | null }
  | { readonly screen: 'costs'; readonly by: string | null }
  /** `section` is the part that is brought into view, like `budgets`. */
  | { readonly screen: 'settings'; readonly section?: string }
  | { readonly screen: 'unknown'; readonly path: string };

/** What a new session begins with: the draft left before, a sample file, or what an earlier session ran. */
export type SpecificationStart =
  | { readonly kind: 'draft' }
  | { readonly kind: 'sample'; readonly file: string }
  | { readonly kind: 'session'; readonly id: string };

/** Reads the path behind the `#`, like `/sessions/ID/turns/TASK`. */
export const parseRoute = (path: string): Route => {
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  const [first, second, third, fourth] = parts;
  if (parts.includes(null)) return { screen: 'unknown', path };
  if (parts.length === 0) return { screen: 'home' };
  if (first === 'new' && parts.length === 1) return { screen: 'new-session', start: { kind: 'draft' } };
  if (first === 'new' && second === 'sample' && third && parts.length === 3) {
    return { screen: 'new-session', start: { kind: 'sample', file: third } };
  }
  if (first === 'new' && second === 'like' && third && parts.length === 3) {
    return { screen: 'new-session', start: { kind: 'session', id: third } };
  }
  if (first === 'sessions' && parts.length === 1) return { screen: 'sessions' };
  if (first === 'sessions' && second && parts.length === 2)
    return { screen: 'session', id: second, taskId: null };
  if (first === 'sessions' && second && third === 'turns' && fourth && parts.length === 4) {
    return { screen: 'session', id: second, taskId: fourth };
  }
  if (first === 'sessions' && second && third === 'nodes' && fourth && parts.length === 4) {
    return { screen: 'session', id: second, taskId: null, node: fourth };
  }
  if (first === 'graphs' && parts.length === 1) return { screen: 'graphs' };
  if (first === 'graphs' && second && parts.length === 2) return { screen: 'graph', id: second };
  if (first === 'agents' && parts.length <= 2) return { screen: 'agents', name: second ?? null };
  if (first === 'new-agent' && parts.length <= 2) return { screen: 'new-agent', from: second ?? null };
  if (first === 'costs' && parts.length <= 2) return { screen: 'costs', by: second ?? null };
  if (first === 'settings' && parts.length === 1) return { screen: 'settings' };
  if (first === 'settings' && second && parts.length === 2) return { screen: 'settings', section: second };
  return { screen: 'unknown', path };
};

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
};

/** The path of a route, the inverse of `parseRoute`. */
export const pathOf = (route: Exclude<Route, { screen: 'unknown' }>): string => {
  switch (route.screen) {
    case 'home':
      return '/';
    case 'new-session':
      if (route.start.kind === 'sample') return `/new/sample/${encodeURIComponent(route.start.file)}`;
      if (route.start.kind === 'session') return `/new/like/${encodeURIComponent(route.start.id)}`;
      return '/new';
    case 'sessions':
      return '/sessions';
    case 'session':
      return `/sessions/${encodeURIComponent(route.id)}${placeIn(route)}`;
    case 'graphs':
      return '/graphs';
    case 'graph':
      return `/graphs/${encodeURIComponent(route.id)}`;
    case 'agents':
      return route.name === null ? '/agents' : `/agents/${encodeURIComponent(route.name)}`;
    case 'new-agent':
      return route.from === null ? '/new-agent' : `/new-agent/${encodeURIComponent(route.from)}`;
    case 'costs':
      return route.by === null ? '/costs' : `/costs/${encodeURIComponent(route.by)}`;
    case 'settings':
      return route.section === undefined ? '/settings' : `/settings/${encodeURIComponent(route.section)}`;
  }
};

const placeIn = ({ taskId, node }: { readonly taskId: string | null; readonly node?: string }): string => {
  if (taskId !== null) return `/turns/${encodeURIComponent(taskId)}`;
  return node === undefined ? '' : `/nodes/${encodeURIComponent(node)}`;
};

/** The address a link carries. */
export const hrefOf = (route: Exclude<Route, { screen: 'unknown' }>): string => `#${pathOf(route)}`;
