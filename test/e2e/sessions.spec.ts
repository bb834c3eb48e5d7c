import type { CoreApi } from '../../core/contract/index.ts';
import { addressOf, expect, test } from './fixtures.ts';
import { stubSpeed } from './host/home-folder.ts';
import { sessionScreen, toast } from './screens/session-screen.ts';
import { debate, start } from './screens/specifications.ts';

test.use({ configuration: stubSpeed(0, 0) });

const topics = ['Ferries or bridges?', 'Who owns the rain?', 'A night train to the coast'];

/** Three debates and a vote, all ended; answers with their ids by name. */
const someSessions = async (core: CoreApi) => {
  const ids = new Map<string, string>();
  for (const [index, topic] of topics.entries()) {
    const name = `talk_${index + 1}`;
    ids.set(name, await start(core, debate({ name, topic, seed: index })));
  }
  ids.set('ballot', await start(core, debate({ name: 'ballot', mode: 'consensus', max_rounds: 4 })));
  await expect
    .poll(async () => (await core['sessions.list']({ status: 'ended' })).total, { timeout: 20_000 })
    .toBe(ids.size);
  return ids;
};

test('search in names, topics and every turn; facets; preview by arrow keys', async ({
  page,
  host,
  core,
}) => {
  const ids = await someSessions(core);
  await page.goto(addressOf(host, '/sessions'));
  const grid = page.getByRole('grid', { name: 'Sessions' });
  const rows = grid.locator('[role="row"][data-session]');
  const search = page.getByRole('searchbox', { name: 'Search sessions and turns' });
  const preview = page.getByRole('complementary', { name: 'Inspector' });
  await expect(rows).toHaveCount(4);

  await test.step('arrow keys walk the rows, and the preview follows', async () => {
    await rows.first().click();
    await expect(preview.getByRole('heading', { level: 2 })).toHaveText('ballot');
    await page.keyboard.press('ArrowDown');
    await expect(preview.getByRole('heading', { level: 2 })).toHaveText('talk_3');
    await expect(preview).toContainText('A night train to the coast');
    await expect(preview.getByRole('term').filter({ hasText: 'Turns' }).locator('+ dd')).toHaveText('7');
    await page.keyboard.press('ArrowUp');
    await expect(preview.getByRole('heading', { level: 2 })).toHaveText('ballot');
  });

  await test.step('facets narrow', async () => {
    await page.getByLabel('Mode', { exact: true }).selectOption('consensus');
    await expect(rows).toHaveCount(1);
    await page.getByLabel('Outcome', { exact: true }).selectOption('no-provider');
    await expect(page.getByText('No session fits')).toBeVisible();
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await expect(rows).toHaveCount(4);
  });

  await test.step('words of a topic and words of a turn are found', async () => {
    await search.fill('owns the rain');
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('talk_2');
    const { items } = await core['sessions.turns']({ id: ids.get('talk_3') ?? '' });
    const words = items[2]?.output.content.match(/[A-Za-z]{4,}(?: [A-Za-z]{3,}){3}/)?.[0] ?? '';
    await search.fill(`"${words}"`);
    await page.getByRole('radio', { name: 'Turns' }).click();
    const hits = page.getByRole('list', { name: 'Turns found' });
    await expect(hits.locator('mark').first()).toBeVisible();
    const hit = hits.getByRole('link').filter({ hasText: 'talk_3' }).first();
    await hit.click();
    await expect(page).toHaveURL(/\/turns\//);
    const taskId = page.url().split('/').at(-1);
    const found = sessionScreen(page).transcript.locator(`[data-turn="${taskId}"]`);
    await expect(found).toBeInViewport();
    await expect(found).toContainText(words);
  });
});

test('a deleted session is gone, from the list, the search and the disk', async ({ page, host, core }) => {
  const ids = await someSessions(core);
  const id = ids.get('talk_2') ?? '';
  const found = async () =>
    (await core['sessions.search']({ query: 'rain', limit: 200 })).items.map((hit) => hit.session_id);
  expect(await found()).toContain(id);
  await page.goto(addressOf(host, '/sessions'));
  const rows = page.locator('[role="row"][data-session]');
  await page.locator(`[data-session="${id}"]`).click();
  await page.keyboard.press('Delete');
  const confirm = page.getByRole('alertdialog', { name: 'Delete this session?' });
  await expect(confirm).toContainText('talk_2');
  await confirm.getByRole('button', { name: 'Keep' }).click();
  await expect(rows).toHaveCount(4);

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await confirm.getByRole('button', { name: 'Delete session' }).click();
  await expect(rows).toHaveCount(3);
  await expect(toast(page, 'Session deleted with all its rows')).toBeVisible();
  await page.reload();
  await expect(rows).toHaveCount(3);
  expect(await found()).not.toContain(id);
  await expect(core['sessions.get']({ id })).rejects.toThrow();
  for (const [name, other] of ids) {
    if (name !== 'talk_2') expect(await core['sessions.verify']({ id: other })).toMatchObject({ ok: true });
  }
});

test('an empty list says what to do next', async ({ page, host }) => {
  await page.goto(addressOf(host, '/sessions'));
  await expect(page.getByText('No sessions yet')).toBeVisible();
  await page.getByRole('link', { name: 'Open a sample' }).click();
  await expect(page.getByRole('heading', { name: 'Start from a sample' })).toBeVisible();
});
