/** The ways to look at a run. */
export const runViews = [
  { name: 'graph', word: 'Graph' },
  { name: 'timeline', word: 'Timeline' },
  { name: 'list', word: 'List' },
  { name: 'transcript', word: 'Transcript' },
] as const;

export type RunViewName = (typeof runViews)[number]['name'];

export const asRunView = (stored: unknown): RunViewName | undefined =>
  runViews.find(({ name }) => name === stored)?.name;
