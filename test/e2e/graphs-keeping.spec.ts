import { addressOf, expect, test } from './fixtures.ts';
import { graphScreen, openGraph, storeGraph } from './screens/graph-screen.ts';

test('edits survive a page that is gone and are offered again; a newer version elsewhere is never written over', async ({
  page,
  host,
  core,
  context,
  guard,
}) => {
  guard.allow(/409.*graphs.draft/);
  const { id, screen } = await openGraph(page, host, core);
  await screen.card('Report').click();
  await screen.inspector.getByLabel('Title').fill('Final report');
  await expect
    .poll(async () => (await core['graphs.get']({ id })).draft?.text ?? '')
    .toContain('Final report');

  await page.reload();
  await expect(page.getByText(/Edits that were not saved as a version are here again/)).toBeVisible();
  await expect(screen.card('Final report')).toBeVisible();
  await page.getByRole('button', { name: 'Show what changed' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions' });
  await expect(versions).toContainText('1 changed');
  await versions.getByRole('radio', { name: 'As text' }).click();
  await expect(versions).toContainText('Final report');
  await page.keyboard.press('Escape');

  const other = await context.newPage();
  await other.goto(addressOf(host, `/graphs/${id}`));
  const theirs = graphScreen(other);
  await theirs.card('plan').click();
  await theirs.inspector.getByLabel('Title').fill('Their plan');
  await expect.poll(async () => (await core['graphs.get']({ id })).draft?.text ?? '').toContain('Their plan');

  await screen.card('plan').click();
  await screen.inspector.getByLabel('Title').fill('My plan');
  const conflict = page.getByRole('dialog', { name: 'This graph was changed somewhere else' });
  await expect(conflict).toContainText('Their plan');
  expect((await core['graphs.get']({ id })).draft?.text).toContain('Their plan');
  await conflict.getByRole('button', { name: 'Go on with mine' }).click();
  await expect.poll(async () => (await core['graphs.get']({ id })).draft?.text ?? '').toContain('My plan');
  await other.close();
});

test('canvas and text say the same; comments stay, and a broken text loses nothing', async ({
  page,
  host,
  core,
}) => {
  const { screen } = await openGraph(page, host, core);
  await page.getByRole('radio', { name: 'YAML' }).click();
  const text = page.getByRole('region', { name: 'Text' }).locator('.cm-content');
  await expect(text).toContainText('# Who reviews what.');
  await screen.card('Report').click();
  await screen.inspector.getByLabel('Title').fill('Summary');
  await expect(text).toContainText('title: Summary');
  await expect(text).toContainText('# Who reviews what.');

  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('  - id: added\n');
  await expect(screen.cards).toHaveCount(5);
  await page.keyboard.type('  - id: [broken\n');
  await expect(page.getByRole('alert')).toContainText('Line');
  await expect(screen.cards).toHaveCount(5);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('The text of this graph cannot be read');
});

test('a broken file opens and shows its problems, each of which leads to its node', async ({
  page,
  host,
  core,
}) => {
  const text = JSON.stringify({
    nodes: [
      { id: 'a', deps: ['b'] },
      { id: 'b', deps: ['a'] },
      { id: 'c', deps: ['nowhere'], agent: 'Nobody' },
      { id: 'd', kind: 'hologram' },
    ],
  });
  const id = await storeGraph(core, text, 'Broken');
  await page.goto(addressOf(host, `/graphs/${id}`));
  const screen = graphScreen(page);
  await expect(screen.cards).toHaveCount(4);
  const problems = page.getByRole('region', { name: 'Problems' });
  await problems.getByRole('button').first().click();
  await problems.getByRole('button', { name: /Nobody/ }).click();
  await expect(screen.inspector).toContainText('Nobody');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Run graph' })).toBeDisabled();
});
