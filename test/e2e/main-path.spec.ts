import { expect, test } from './fixtures.ts';
import { WATCHABLE } from './host/home-folder.ts';
import { tabTo } from './keyboard/tab-to.ts';
import { startWatchPause } from './screens/mouse-path.ts';
import { SESSION_ADDRESS, sessionIdOf, sessionScreen } from './screens/session-screen.ts';
import { hurry } from './screens/specifications.ts';

test.use({ configuration: WATCHABLE });

const WORDS = 'Count the sites on islands too.';

test('start, watch, pause, leave and return, interject, finish, reopen, delete: by mouse', async ({
  app,
  core,
}) => {
  const screen = sessionScreen(app);
  await startWatchPause(app);
  const id = sessionIdOf(app);

  await test.step('leave and return', async () => {
    await app.getByRole('link', { name: 'Home', exact: true }).click();
    const now = app.getByRole('region', { name: 'Now sessions' });
    await now.getByRole('link', { name: /resilient_edge/ }).click();
    await expect(app.getByText(/^paused, round \d of 6$/)).toBeVisible();
  });
  await test.step('interject', async () => {
    await screen.composer.getByRole('textbox').fill(WORDS);
    await screen.composer.getByRole('button', { name: 'Send' }).click();
    await expect(screen.transcript.getByText(WORDS)).toBeVisible();
  });
  await test.step('finish', async () => {
    await hurry(core);
    await screen.resume.click();
    await expect(screen.outcome).toBeInViewport();
  });
  await test.step('reopen', async () => {
    await app.getByRole('link', { name: 'Sessions', exact: true }).first().click();
    await app.locator(`[data-session="${id}"]`).click();
    await app.getByRole('link', { name: 'Open', exact: true }).click();
    await expect(screen.turns.first()).toHaveAttribute('aria-label', 'Athena, round 1, position');
  });
  await test.step('delete', async () => {
    await screen.choose('More', /^Delete session/);
    await app.getByRole('alertdialog').getByRole('button', { name: 'Delete session' }).click();
    await expect(app.getByText('No sessions yet')).toBeVisible();
    await app.reload();
    await expect(app.getByText('No sessions yet')).toBeVisible();
    expect((await core['sessions.list']({})).total).toBe(0);
  });
});

test('the same by keyboard alone', async ({ app, core }) => {
  const { keyboard } = app;
  const screen = sessionScreen(app);
  await expect(app.getByRole('button', { name: 'Run debate: resilient_edge' })).toBeVisible();

  await test.step('start', async () => {
    await tabTo(app, 'Run debate: resilient_edge');
    await keyboard.press('Enter');
    await expect(app).toHaveURL(SESSION_ADDRESS);
  });
  const id = sessionIdOf(app);
  await test.step('watch and pause', async () => {
    await expect(screen.bodyOf(screen.speaking)).toContainText(/\w+ \w+ \w+/);
    await keyboard.press('Space');
    await expect(app.getByText(/^paused, round \d of 6$/)).toBeVisible({ timeout: 20_000 });
  });
  await test.step('leave and return', async () => {
    await keyboard.press('ControlOrMeta+k');
    await expect(app.getByPlaceholder('Search commands, sessions and turns')).toBeFocused();
    await keyboard.type('go to agents');
    await keyboard.press('Enter');
    await expect(app.getByRole('heading', { level: 1, name: 'Agents' })).toBeVisible();
    await keyboard.press('g');
    await keyboard.press('s');
    await expect(app.getByRole('heading', { level: 1, name: 'Sessions' })).toBeVisible();
    await tabTo(app, /resilient_edge/);
    await keyboard.press('Enter');
    await expect(app).toHaveURL(new RegExp(`#/sessions/${id}$`));
  });
  await test.step('interject', async () => {
    await expect(screen.composer).toBeVisible();
    await keyboard.press('i');
    await keyboard.type(WORDS);
    await keyboard.press('ControlOrMeta+Enter');
    await expect(screen.transcript.getByText(WORDS)).toBeVisible();
    await keyboard.press('Escape');
  });
  await test.step('step, then finish', async () => {
    await hurry(core);
    await keyboard.press('s');
    // It is paused before the step as well as behind it.
    await expect(screen.transcript.getByText('Going on for one turn.')).toBeVisible();
    await expect(app.getByText(/^paused, round \d of 6$/)).toBeVisible();
    await keyboard.press('Space');
    await expect(screen.outcome).toBeInViewport();
  });
  await test.step('reopen', async () => {
    await keyboard.press('g');
    await keyboard.press('s');
    await expect(app.getByRole('heading', { level: 1, name: 'Sessions' })).toBeVisible();
    await tabTo(app, /resilient_edge/);
    await keyboard.press('Enter');
    await expect(screen.turns.first()).toBeVisible();
    await keyboard.press('j');
    await expect(screen.turns.first()).toBeFocused();
  });
  await test.step('delete', async () => {
    await keyboard.press('g');
    await keyboard.press('s');
    await tabTo(app, /resilient_edge/);
    await keyboard.press('Delete');
    await expect(app.getByRole('alertdialog')).toBeVisible();
    await tabTo(app, 'Delete session');
    await keyboard.press('Enter');
    await expect(app.getByText('No sessions yet')).toBeVisible();
    expect((await core['sessions.list']({})).total).toBe(0);
  });
});
