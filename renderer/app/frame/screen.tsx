import { lazy, Suspense, useEffect } from 'react';
import { HomeScreen } from '../../features/home/index.ts';
import { hrefOf, type Route, useWorkspace } from '../../state/index.ts';
import { ButtonLink, EmptyState, Page, Skeleton } from '../../ui/index.ts';
import { loadCommandList } from './command-palette.tsx';

const load = {
  session: () => import('../../features/session/index.ts'),
  sessions: () => import('../../features/sessions/index.ts'),
  newSession: () => import('../../features/new-session/index.ts'),
  graphs: () => import('../../features/graphs/index.ts'),
  agents: () => import('../../features/agents/index.ts'),
  costs: () => import('../../features/costs/index.ts'),
  settings: () => import('../../features/settings/index.ts'),
};

// Home comes with the page; every other screen when it is first opened.
const SessionScreen = lazy(() => load.session().then((module) => ({ default: module.SessionScreen })));
const SessionsScreen = lazy(() => load.sessions().then((module) => ({ default: module.SessionsScreen })));
const NewSessionScreen = lazy(() =>
  load.newSession().then((module) => ({ default: module.NewSessionScreen })),
);
const GraphsScreen = lazy(() => load.graphs().then((module) => ({ default: module.GraphsScreen })));
const GraphEditorScreen = lazy(() => load.graphs().then((module) => ({ default: module.GraphEditorScreen })));
const AgentsScreen = lazy(() => load.agents().then((module) => ({ default: module.AgentsScreen })));
const NewAgentScreen = lazy(() => load.agents().then((module) => ({ default: module.NewAgentScreen })));
const CostsScreen = lazy(() => load.costs().then((module) => ({ default: module.CostsScreen })));
const SettingsScreen = lazy(() => load.settings().then((module) => ({ default: module.SettingsScreen })));

const SETTLED_MS = 1500;

/** Fetches the other screens once the first one stands, so that going there takes no time and nor does coming here. */
const usePreloadedScreens = (): void => {
  const loaded = useWorkspace((state) => state.loaded);
  useEffect(() => {
    if (!loaded) return;
    const timer = setTimeout(() => {
      // Without a host now, it is asked again when it is needed.
      for (const one of [...Object.values(load), loadCommandList]) one().catch(() => {});
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [loaded]);
};

export const Screen = ({ route }: { readonly route: Route }) => {
  usePreloadedScreens();
  return (
    <Suspense
      fallback={
        <Page title={titles[route.screen]}>
          <Skeleton lines={6} />
        </Page>
      }
    >
      {screenOf(route)}
    </Suspense>
  );
};

const titles: Record<Route['screen'], string> = {
  home: 'Home',
  'new-session': 'New session',
  sessions: 'Sessions',
  session: 'Session',
  graphs: 'Graphs',
  graph: 'Graph',
  agents: 'Agents',
  'new-agent': 'New agent',
  costs: 'Costs',
  settings: 'Settings',
  unknown: 'Nothing here',
};

const screenOf = (route: Route) => {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />;
    case 'new-session':
      return <NewSessionScreen start={route.start} />;
    case 'sessions':
      return <SessionsScreen />;
    case 'session':
      return <SessionScreen key={route.id} id={route.id} taskId={route.taskId} node={route.node} />;
    case 'graphs':
      return <GraphsScreen />;
    case 'graph':
      return <GraphEditorScreen key={route.id} id={route.id} />;
    case 'agents':
      return <AgentsScreen name={route.name} />;
    case 'new-agent':
      return <NewAgentScreen key={route.from} from={route.from} />;
    case 'costs':
      return <CostsScreen by={route.by} />;
    case 'settings':
      return <SettingsScreen section={route.section} />;
    case 'unknown':
      return (
        <Page title={titles.unknown}>
          <EmptyState
            title="There is no such screen"
            text={`The address ${route.path} leads nowhere in this version. Nothing was changed.`}
            actions={<ButtonLink href={hrefOf({ screen: 'home' })}>Go to Home</ButtonLink>}
          />
        </Page>
      );
  }
};
