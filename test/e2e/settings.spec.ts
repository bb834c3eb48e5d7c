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
