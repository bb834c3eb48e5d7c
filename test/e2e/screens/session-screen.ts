import type { Locator, Page } from '@playwright/test';

/** The live debate, by what a user sees of it. */
export const sessionScreen = (page: Page) => {
  const transcript = page.getByRole('region', { name: 'Transcript' });
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  return {
    transcript,
    inspector,
    /** Turns in view; the list is virtual. */
    turns: transcript.getByRole('article'),
    speaking: transcript.locator('article[aria-busy="true"]'),
    finished: transcript.locator('article[aria-busy="false"]'),
    /** Of the text of a turn, without its head and foot. */
    bodyOf: (turn: Locator) => turn.locator('> div'),
    composer: page.getByRole('form', { name: 'Interject' }),
    outcome: transcript.getByRole('region', { name: 'End of the session' }),
    /** The number beside a name in the inspector. */
    figure: (name: string) => inspector.getByRole('term').filter({ hasText: name }).locator('+ dd'),
    pause: page.getByRole('button', { name: 'Pause after turn' }),
    resume: page.getByRole('button', { name: 'Resume' }),
    step: page.getByRole('button', { name: 'Step' }),
    /** Chooses from one of the menus of the title bar. */
    choose: async (menu: 'Stop' | 'More' | 'Ways to pause', item: string | RegExp) => {
      await page.getByRole('button', { name: menu, exact: true }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
    tab: (name: 'Run' | 'Votes' | 'Turn' | 'Events') => inspector.getByRole('tab', { name }),
  };
};

/** The session that the address names. */
export const sessionIdOf = (page: Page): string => {
  const id = /#\/sessions\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`${page.url()} is not the address of a session`);
  return id;
};

export const SESSION_ADDRESS = /#\/sessions\/[0-9a-f-]{36}$/;

/** A short piece of news in the corner. */
export const toast = (page: Page, text: string): Locator =>
  page.getByRole('region', { name: /^Notifications/ }).getByText(text);
