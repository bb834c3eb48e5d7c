import { addressOf, expect, test } from './fixtures.ts';
import { graphScreen, middleOf, openGraph } from './screens/graph-screen.ts';

test('a graph is drawn by mouse: moved, wired, dropped on nothing, undone, kept and saved', async ({
  page,
  host,
  core,
}) => {
  const { id, screen } = await openGraph(page, host, core);
  await expect(screen.cards).toHaveCount(4);
  await expect(screen.wires).toHaveCount(4);
  await expect(screen.undo).toBeDisabled();

  await test.step('a card is moved, and goes back', async () => {
    const from = await middleOf(screen.card('Report'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 40, from.y + 90, { steps: 8 });
    await page.mouse.up();
    await expect(screen.undo).toBeEnabled();
    const moved = await middleOf(screen.card('Report'));
    expect(moved.y).toBeGreaterThan(from.y + 40);
    await page.keyboard.press('Control+z');
    await expect(screen.undo).toBeDisabled();
    expect((await middleOf(screen.card('Report'))).y).toBeCloseTo(from.y, 0);
    await page.keyboard.press('Control+y');
    await expect(screen.redo).toBeDisabled();
  });

  await test.step('a wire that would close a circle is refused with its way', async () => {
    const from = await middleOf(screen.port('Report', 'out'));
    const to = await middleOf(screen.card('plan'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 10 });
    await page.mouse.up();
    await expect(page.getByRole('alert')).toContainText('plan → Failure modes → Report → plan');
    await expect(screen.wires).toHaveCount(4);
  });

  await test.step('a wire let go over nothing asks what is to come there', async () => {
    const from = await middleOf(screen.port('plan', 'out'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y + 220, { steps: 10 });
    await page.mouse.up();
    await page.getByRole('combobox', { name: 'Kind of node' }).fill('appr');
    await page.getByRole('option', { name: /Approval/ }).click();
    await expect(screen.cards).toHaveCount(5);
    await expect(screen.wires).toHaveCount(5);
  });

  await test.step('a kind is dragged out of the palette', async () => {
    await page
      .getByRole('region', { name: 'Palette' })
      .getByRole('button', { name: 'Note' })
      .dragTo(screen.canvas, { targetPosition: { x: 160, y: 90 } });
    await expect(screen.cards).toHaveCount(6);
    await page.keyboard.press('Control+z');
    await expect(screen.cards).toHaveCount(5);
  });

  await test.step('a node goes into a wire', async () => {
    const from = await middleOf(screen.port('plan', 'out'));
    const to = await middleOf(screen.port('Failure modes', 'in'));
    await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2);
    await page.getByRole('button', { name: 'Insert a node here' }).click();
    await page.getByRole('combobox', { name: 'Kind of node' }).press('Enter');
    await expect(screen.cards).toHaveCount(6);
    await expect(screen.wires).toHaveCount(6);
  });

  await test.step('what was typed is one step, kept at once and saved as a version', async () => {
    await screen.card('Propose mitigations').click();
    await screen.prompt.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Name the cost of each.');
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(
      page.getByRole('list', { name: 'History of edits' }).getByText('Change prompt of Propose mitigations'),
    ).toHaveCount(1);
    await expect(screen.status).toContainText('all saved');
    await expect
      .poll(async () => (await core['graphs.get']({ id })).draft?.text ?? '')
      .toContain('cost of each');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByLabel('What changed').fill('Costs');
    await page.getByRole('button', { name: 'Save version 2' }).click();
    await expect(page.getByRole('button', { name: 'v2' })).toBeVisible();
    const { graph, draft } = await core['graphs.get']({ id });
    expect(graph).toMatchObject({ version: 2, note: 'Costs', nodes: 6 });
    expect(graph?.text).toContain('# Who reviews what.');
    expect(graph?.text).toContain('id: plan # comes first');
    expect(draft).toBeNull();
  });
});

test('several nodes become a subgraph, are looked at inside, and come out again', async ({
  page,
  host,
  core,
}) => {
  const { screen } = await openGraph(page, host, core);
  await screen.card('Failure modes').click();
  await screen.card('Propose mitigations').click({ modifiers: ['Shift'] });
  await screen.card('Report').click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Collapse to a subgraph' }).click();
  await expect(screen.cards).toHaveCount(2);
  await screen.card('part').dblclick();
  await expect(page.getByRole('navigation', { name: 'Graphs entered' })).toContainText('part');
  await expect(screen.cards).toHaveCount(3);
  await page
    .getByRole('navigation', { name: 'Graphs entered' })
    .getByRole('button', { name: 'Review' })
    .click();
  await screen.card('part').click();
  await page.keyboard.press('Control+Shift+G');
  await expect(screen.cards).toHaveCount(4);
  await expect(screen.wires).toHaveCount(4);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(screen.cards).toHaveCount(4);
  await expect(screen.undo).toBeDisabled();
});

test('a list of graphs leads to templates, and a template opens as a graph that can run', async ({
  page,
  host,
}) => {
  await page.goto(addressOf(host, '/graphs'));
  await expect(page.getByText('No graphs yet')).toBeVisible();
  await page.getByRole('button', { name: 'Begin with a template' }).click();
  const templates = page.getByRole('dialog').getByRole('listitem');
  await expect(templates.first()).toBeVisible();
  await templates.first().getByRole('button').click();
  const screen = graphScreen(page);
  await expect(screen.cards.first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Problems' })).not.toContainText('error');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Run graph' }).click();
  await expect(page).toHaveURL(/#\/sessions\//);
});
