import type { Locator, Page } from '@playwright/test';

/** A run of a task graph, by what a user sees of it. */
export const graphRunScreen = (page: Page) => {
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const card = (title: string): Locator => page.getByRole('group', { name: title, exact: true });
  return {
    inspector,
    canvas: page.getByRole('region', { name: /^Graph of the run/ }),
    card,
    /** A card in a state, told by its word. */
    cardIn: (title: string, state: string): Locator => card(title).filter({ hasText: state }),
    list: page.getByRole('region', { name: 'Nodes of the run' }),
    timeline: page.getByRole('region', { name: 'Timeline of the run' }),
    strip: page.getByRole('region', { name: 'Progress of the run' }),
    show: (view: 'Graph' | 'Timeline' | 'List' | 'Transcript') =>
      page.getByRole('radio', { name: view, exact: true }).click(),
    tab: (name: 'Run' | 'Node' | 'Input' | 'Events') => inspector.getByRole('tab', { name }),
    /** The number beside a name in the inspector. */
    figure: (name: string) =>
      inspector
        .getByRole('term')
        .filter({ hasText: new RegExp(`^${name}$`) })
        .locator('+ dd'),
    section: (name: string) => inspector.getByRole('region', { name, exact: true }),
    runAgain: page.getByRole('button', { name: 'Run again', exact: true }),
    runTheRest: page.getByRole('button', { name: 'Run the rest', exact: true }),
    answer: page.getByRole('button', { name: 'Answer', exact: true }),
    breakpoint: page.getByText(/^Breakpoint: paused before/),
  };
};
