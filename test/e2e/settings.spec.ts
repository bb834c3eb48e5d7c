import { addressOf, expect, test } from './fixtures.ts';
import { stubSpeed } from './host/home-folder.ts';
import { toast } from './screens/session-screen.ts';
import { debate, start } from './screens/specifications.ts';

test.use({ configuration: `# mine\n${stubSpeed(0, 0)}` });

test('the theme is changed at once and stays', async ({ page, host, context }) => {
  await page.goto(addressOf(host, '/settings'));
  const root = page.locator('html');
  await page.getByRole('radio', { name: 'Light' }).click();
  await expect(root).toHaveAttribute('data-theme', 'light');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  const second = await context.newPage();
  await second.goto(addressOf(host));
  await expect(second.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('radio', { name: 'System' }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(root).toHaveAttribute('data-theme', 'dark');
});

test('the speed of the offline models is saved, kept over a new start, and takes effect', async ({
  page,
  host,
  core,
  startAgain,
  guard,
}) => {
  await page.goto(addressOf(host, '/settings'));
  const save = page.getByRole('button', { name: 'Save speed' });
  await expect(save).toBeDisabled();
  await page.getByLabel('Wait before the first token, ms').fill('700');
  await page.getByLabel('Tokens a second').fill('5000');
  await save.click();
  await expect(toast(page, 'Stub speed saved')).toBeVisible();
  const id = await start(core, debate({ mode: 'single', agents: ['Planner'] }));
  await expect.poll(async () => (await core['sessions.summary']({ id })).status).toBe('ended');
  const [turn] = (await core['sessions.turns']({ id })).items;
  // A wait is never shorter than asked for, however slow the machine.
  expect(turn?.timing.latency_ms).toBeGreaterThanOrEqual(690);

  guard.allow(/answer 503|ERR_CONNECTION|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|Failed to load resource/);
  await host.stop();
  await page.goto(addressOf(await startAgain(), '/settings'));
  await expect(page.getByLabel('Wait before the first token, ms')).toHaveValue('700');
  await expect(page.getByLabel('Tokens a second')).toHaveValue('5000');
});

test('it says where the data is and what works here', async ({ page, host, home }) => {
  await page.goto(addressOf(host, '/settings'));
  await expect(page.getByRole('region', { name: 'Data folder' })).toContainText(home);
  const health = page.getByRole('region', { name: 'Health' });
  await expect(health.getByRole('listitem').filter({ hasText: /^database/i })).toContainText('works');
});

test('rules that step down and caps in seconds are saved, refused while wrong, and taken away', async ({
  page,
  host,
  core,
}) => {
  await page.goto(addressOf(host, '/settings'));
  const budgets = page.getByRole('region', { name: 'Budgets' });
  const save = budgets.getByRole('button', { name: 'Save budgets' });
  await budgets.getByLabel('Seconds a day').fill('3600');
  await budgets.getByRole('button', { name: 'Add a rule' }).click();
  const rule = budgets.getByRole('listitem').filter({ has: page.getByLabel('Step down to') });
  await expect(rule.getByLabel('Rule', { exact: true })).toHaveValue('rule 1');
  // A rule without its figure is not complete.
  await expect(save).toBeDisabled();
  await rule.getByLabel('When more is').selectOption('session_share_above');
  await rule.getByLabel('Than').fill('120');
  await expect(rule.getByText('From 1 to 99 percent.')).toBeVisible();
  await rule.getByLabel('Than').fill('80');
  await rule.getByLabel('Rule', { exact: true }).fill('last fifth');
  await save.click();
  await expect(toast(page, 'Budgets saved')).toBeVisible();
  const stored = { name: 'last fifth', when: { session_share_above: 0.8 }, to: 'cheapest' };
  expect((await core['settings.get']({})).budgets).toMatchObject({
    ...{ day: { seconds: 3600 }, downgrade: [stored] },
  });
  await expect(budgets.getByText('0 s of 1 h 0 m')).toBeVisible();
  await page.reload();
  await expect(rule.getByLabel('Than')).toHaveValue('80');
  await budgets.getByRole('button', { name: 'Remove last fifth' }).click();
  await save.click();
  await expect.poll(async () => (await core['settings.get']({})).budgets.downgrade).toBeUndefined();
});
