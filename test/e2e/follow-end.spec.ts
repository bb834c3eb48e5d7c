import { addressOf, expect, test } from './fixtures.ts';
import { stubSpeed } from './host/home-folder.ts';
import { sessionScreen } from './screens/session-screen.ts';
import { debate, start } from './screens/specifications.ts';

test.use({ configuration: stubSpeed(50, 20), viewport: { width: 1280, height: 520 } });

test('a reader at the end stays there when rows grow, when a pause comes and in another arrangement', async ({
  page,
  host,
  core,
}) => {
  const id = await start(core, debate({ strategy: 'parallel' }));
  await page.goto(addressOf(host, `/sessions/${id}`));
  const screen = sessionScreen(page);
  const toEnd = () =>
    screen.transcript.evaluate((pane) => Math.round(pane.scrollHeight - pane.scrollTop - pane.clientHeight));
  const isTall = () => screen.transcript.evaluate((pane) => pane.scrollHeight > pane.clientHeight + 300);
  await expect.poll(isTall).toBe(true);

  await screen.choose('Ways to pause', /^Pause now/);
  await expect(screen.resume).toBeVisible();
  // What was said so far stands above what waits, so the row of the round has grown.
  await expect(screen.transcript.getByText('incomplete')).not.toHaveCount(0);
  await expect(screen.transcript.getByText(/^Paused\./)).toBeInViewport();
  await expect.poll(toEnd).toBeLessThan(2);

  await page.getByRole('button', { name: 'Show in lanes' }).click();
  await expect.poll(toEnd).toBeLessThan(2);
  await page.getByRole('button', { name: 'Show as chat' }).click();
  await expect.poll(toEnd).toBeLessThan(2);

  // Who has gone up is left where he is.
  await screen.transcript.hover();
  await page.mouse.wheel(0, -400);
  await expect.poll(toEnd).toBeGreaterThan(200);
  const place = await screen.transcript.evaluate((pane) => pane.scrollTop);
  await screen.resume.click();
  await expect(screen.speaking).not.toHaveCount(0);
  await expect(screen.finished).not.toHaveCount(0);
  expect(await screen.transcript.evaluate((pane) => pane.scrollTop)).toBe(place);
});
