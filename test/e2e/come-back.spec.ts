import { addressOf, expect, test } from './fixtures.ts';
import { WATCHABLE } from './host/home-folder.ts';
import { sessionScreen, toast } from './screens/session-screen.ts';
import { debate, hurry, start } from './screens/specifications.ts';

test.use({ configuration: WATCHABLE });

test('leaving the screen stops nothing, and the way back shows the present at once', async ({
  app,
  core,
}) => {
  const id = await start(core, debate({ max_rounds: 6 }));
  const screen = sessionScreen(app);
  await app.getByRole('link', { name: /quiet_harbour/ }).click();
  await expect(screen.speaking).toHaveCount(1);
  await app.getByRole('link', { name: 'Agents', exact: true }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Agents' })).toBeVisible();
  const before = (await core['sessions.summary']({ id })).turns;
  await expect.poll(async () => (await core['sessions.summary']({ id })).turns).toBeGreaterThan(before);
  await expect(app.getByRole('region', { name: 'Status' })).toContainText('1 running');

  await app.goBack();
  await expect(screen.speaking).toHaveCount(1);
  const { turns } = await core['sessions.summary']({ id });
  const shown = await screen.turns.first().getAttribute('aria-setsize');
  expect(Number(shown)).toBeGreaterThanOrEqual(turns);
  // Text of the turn under way is there from its beginning, not from the moment of the return.
  await expect(screen.bodyOf(screen.speaking)).toContainText(/^Position:/);
});

test('a closed page can be opened again; a reload stays where it was', async ({
  app,
  context,
  host,
  core,
}) => {
  const id = await start(core, debate({ max_rounds: 6 }));
  await app.close();
  const again = await context.newPage();
  await again.goto(addressOf(host));
  await again.getByRole('link', { name: /quiet_harbour/ }).click();
  await expect(sessionScreen(again).speaking).toHaveCount(1);
  await again.reload();
  await expect(again).toHaveURL(new RegExp(`#/sessions/${id}$`));
  await expect(sessionScreen(again).speaking).toHaveCount(1);
  const tokens = async () => (await core['sessions.summary']({ id })).totals.tokens.output;
  const before = await tokens();
  await expect.poll(tokens).toBeGreaterThan(before);
});

test('a link leads to a session, and to one turn of it', async ({ page, host, core, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await hurry(core);
  const id = await start(core, debate({ max_rounds: 20 }));
  await expect.poll(async () => (await core['sessions.summary']({ id })).status).toBe('ended');
  const { items } = await core['sessions.turns']({ id });
  const turn = items.find((one) => one.round === 14 && one.agent === 'Apollo');
  if (turn === undefined) throw new Error('there is no such turn');

  await page.goto(addressOf(host, `/sessions/${id}/turns/${turn.task_id}`));
  const screen = sessionScreen(page);
  const card = screen.transcript.locator(`[data-turn="${turn.task_id}"]`);
  await expect(card).toBeInViewport();
  await expect(card).toHaveAttribute('aria-label', /^Apollo, round 14, /);
  await screen.tab('Turn').click();
  await expect(screen.inspector.getByRole('heading', { name: /^Apollo, round 14, / })).toBeVisible();

  await card.getByRole('button', { name: 'Link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${host.url}/#/sessions/${id}/turns/${turn.task_id}`);

  await test.step('and the way to another turn of a session that is open already', async () => {
    const first = items[0];
    await page.goto(link.replace(turn.task_id, first?.task_id ?? ''));
    await expect(screen.transcript.locator(`[data-turn="${first?.task_id}"]`)).toBeInViewport();
    await expect(screen.inspector.getByRole('heading', { name: /^Athena, round 1, / })).toBeVisible();
  });
});

test('the printed address also works in a tab that is open already, and leaves no token behind', async ({
  app,
  host,
}) => {
  await app.getByRole('link', { name: 'Agents', exact: true }).click();
  await app.goto(addressOf(host));
  await expect(app.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  expect(app.url()).not.toContain('token');
});

test('reading keys: turns, rounds, find, outline, copy, pin', async ({ page, host, core, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await hurry(core);
  const id = await start(core, debate({ max_rounds: 8 }));
  await expect.poll(async () => (await core['sessions.summary']({ id })).status).toBe('ended');
  await page.goto(addressOf(host, `/sessions/${id}`));
  const screen = sessionScreen(page);
  await expect(screen.turns.first()).toBeVisible();
  await screen.tab('Turn').click();
  const selected = screen.inspector.getByRole('heading', { name: /, round \d/ });
  await page.locator('body').press('j');
  await expect(selected).toHaveText('Athena, round 1, position');
  await page.keyboard.press('j');
  await expect(selected).toHaveText('Apollo, round 1, position');
  await page.keyboard.press('k');
  await expect(selected).toHaveText('Athena, round 1, position');
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await expect(selected).toHaveText('Athena, round 3, rebuttal');
  await page.keyboard.press('[');
  await expect(selected).toHaveText('Athena, round 2, rebuttal');
  await expect(
    screen.transcript.getByRole('article', { name: 'Athena, round 2, rebuttal' }),
  ).toBeInViewport();

  await page.keyboard.press('c');
  await expect(toast(page, 'Turn copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Position:');
  await page.keyboard.press('p');
  await expect(
    screen.transcript
      .getByRole('article', { name: 'Athena, round 2, rebuttal' })
      .getByRole('button', { name: 'Unpin' }),
  ).toBeVisible();

  const { items } = await core['sessions.turns']({ id });
  const late = items.find((one) => one.round === 7);
  const words = late?.output.content.split('\n').at(-1)?.split(' ').slice(0, 6).join(' ') ?? '';
  await page.keyboard.press('f');
  const find = page.getByRole('textbox', { name: 'Find in this session' });
  await expect(find).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByText(/^– of \d+$/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await expect(find).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toBeHidden();

  await page.keyboard.press('o');
  const outline = page.getByRole('dialog', { name: 'Outline' });
  await expect(outline.getByRole('button', { name: 'Round 1' })).toBeFocused();
  await expect(outline.getByLabel('pinned')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(outline).toBeHidden();
});
