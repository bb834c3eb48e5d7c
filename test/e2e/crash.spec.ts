import { createHttpClient } from '../../core/transport/index.ts';
import { addressOf, expect, test } from './fixtures.ts';
import { stubSpeed } from './host/home-folder.ts';
import { SESSION_ADDRESS, sessionScreen } from './screens/session-screen.ts';
import { debate, hurry, start } from './screens/specifications.ts';

test.use({ configuration: stubSpeed(50, 400) });

test('a killed host loses nothing: the first screen offers the session, and it goes on to its end', async ({
  page,
  host,
  core,
  guard,
  startAgain,
}) => {
  const id = await start(core, debate({ max_rounds: 8 }));
  await page.goto(addressOf(host, `/sessions/${id}`));
  const screen = sessionScreen(page);
  await expect.poll(async () => (await core['sessions.summary']({ id })).turns).toBeGreaterThan(0);
  await core['settings.set']({ stub: { latency_ms: 50, tokens_per_s: 12 } });
  // Text is journalled every second, so some seconds of it must be on the disk.
  const slow = screen.speaking.filter({ has: page.getByText(/\b1\d tok\/s$/) });
  await expect
    .poll(async () => ((await slow.count()) === 0 ? 0 : (await screen.bodyOf(slow).innerText()).length))
    .toBeGreaterThan(180);
  const seen = await screen.finished.evaluateAll((turns) =>
    turns.map((turn) => turn.getAttribute('data-turn')),
  );
  const halfSaid = (await screen.bodyOf(screen.speaking).innerText()).slice(0, 60);

  // From here on the open page has lost its host.
  guard.allow(/ERR_CONNECTION|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|ERR_SOCKET|Failed to load resource/);
  await host.kill();
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('no connection to the core');
  await expect(screen.finished.first()).toBeVisible();

  const second = await startAgain();
  const after = createHttpClient({ baseUrl: second.url, token: second.token });
  await page.goto(addressOf(second));
  const offered = page.getByRole('region', { name: 'Interrupted sessions' });
  await expect(offered).toContainText('quiet_harbour');
  await expect(offered).toContainText(/\d+ turns? kept/);
  await hurry(after);
  await offered.getByRole('button', { name: 'Resume' }).click();
  await expect(page).toHaveURL(SESSION_ADDRESS);
  await expect.poll(async () => (await after['sessions.summary']({ id })).status).toBe('ended');
  await expect(screen.turns.first()).toBeVisible();
  await page.keyboard.press('e');
  await expect(screen.outcome).toBeInViewport();

  const { turns, incomplete } = await after['sessions.get']({ id });
  expect(turns.map((turn) => turn.task_id)).toEqual(expect.arrayContaining(seen));
  expect(new Set(turns.map(({ round, agent, kind }) => `${round} ${agent} ${kind}`)).size).toBe(turns.length);
  expect(incomplete).toHaveLength(1);
  expect(await after['sessions.verify']({ id })).toMatchObject({ ok: true, projections_equal: true });

  const [left] = incomplete;
  await page.goto(`${second.url}/#/sessions/${id}/turns/${left?.task_id}`);
  await page.reload();
  const unfinished = screen.transcript.getByRole('article', { name: /, incomplete$/ });
  await expect(unfinished).toContainText(halfSaid);
  await expect(screen.transcript.getByText(/^Resumed after a crash/)).toBeVisible();
});
