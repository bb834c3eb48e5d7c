import { useMemo } from 'react';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import { parseRoute, pathOf, type Route } from './route.ts';

export const useRoute = (): Route => {
  const [path] = useHashLocation();
  return useMemo(() => parseRoute(path), [path]);
};

/** Goes to a screen; `replace` leaves no step to go back to. */
export const goTo = (
  route: Exclude<Route, { screen: 'unknown' }>,
  options: { replace?: boolean } = {},
): void => navigate(pathOf(route), options);
