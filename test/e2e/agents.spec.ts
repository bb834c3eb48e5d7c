import { addressOf, expect, test } from './fixtures.ts';

test('a changed agent becomes a new version, with what changed, and the old one stays', async ({
  page,
  host,
  core,
}) => {
  const { agent: before } = await core['agents.get']({ name: 'Apollo' });
  await page.goto(addressOf(host, '/agents'));
  await page
    .getByRole('navigation', { name: 'Agents' })
    .getByRole('link', { name: /^Apollo/ })
    .click();
  const detail = page.getByRole('article', { name: 'Apollo' });
  await expect(detail.getByRole('region', { name: 'Role' })).toContainText(/\w+/);
  await detail.getByRole('link', { name: 'New version' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'New version of Apollo' })).toBeVisible();
  const create = page.getByRole('button', { name: 'Create version' });
  await expect(create).toBeDisabled();
  await page.getByLabel('Description').fill('An inventor who counts the cost.');
  await page.getByLabel('Weight of creativity').press('ArrowLeft');
  const changes = page.getByRole('region', { name: 'Changes' });
  await expect(changes).toContainText('An inventor who counts the cost.');
  await expect(changes).toContainText(before.description);
  await create.click();

  await expect(page).toHaveURL(/#\/agents\/Apollo$/);
  const { agent, versions } = await core['agents.get']({ name: 'Apollo' });
  expect(versions).toHaveLength(2);
  expect(agent.version).not.toBe(before.version);
  expect(agent.description).toBe('An inventor who counts the cost.');
  expect(versions.at(-1)).toEqual(before);
  await expect(detail.getByRole('heading', { level: 2 })).toContainText(agent.version);
  await expect(detail).toContainText(`What changed since ${before.version}`);

  await detail.getByLabel('Version', { exact: true }).selectOption(before.version);
  await expect(detail).toContainText(before.description);
  await page.reload();
  await expect(detail.getByRole('heading', { level: 2 })).toContainText(agent.version);
});

test('a new agent is made, and refused with a reason where its name cannot be used', async ({
  page,
  host,
  core,
}) => {
  await page.goto(addressOf(host, '/new-agent'));
  const create = page.getByRole('button', { name: 'Create agent' });
  await page.getByLabel('Name').fill('not a name');
  await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Name').fill('Minerva');
  await page.getByLabel('Description').fill('Keeps the minutes.');
  await page.getByLabel('Role').fill('You keep the minutes and say what was decided.');
  await create.click();
  await expect(page).toHaveURL(/#\/agents\/Minerva$/);
  expect((await core['agents.get']({ name: 'Minerva' })).agent).toMatchObject({ origin: 'user' });
});
