import { addressOf, expect, test } from './fixtures.ts';
import { graphScreen, middleOf, openGraph, storeGraph } from './screens/graph-screen.ts';

test('what is under the pointer has a menu of its commands, and the keys open the same', async ({
  page,
  host,
  core,
}) => {
  const { screen } = await openGraph(page, host, core);
  await expect(screen.cards).toHaveCount(4);
  const menu = page.getByRole('menu', { name: 'Canvas' });

  await test.step('of a node', async () => {
    await screen.card('Report').click({ button: 'right' });
    await expect(menu.getByRole('menuitem', { name: 'Collapse to a subgraph' })).toBeVisible();
    await expect(menu.getByRole('menuitem', { name: 'Expand the subgraph' })).toHaveCount(0);
    await menu.getByRole('menuitem', { name: /^Duplicate/ }).click();
    await expect(menu).toBeHidden();
    await expect(screen.cards).toHaveCount(5);
    await page.keyboard.press('Control+z');
    await expect(screen.cards).toHaveCount(4);
    await screen.card('Report').click({ button: 'right' });
    await menu.getByRole('menuitem', { name: /^Rename/ }).click();
    await expect(screen.inspector.getByLabel('Title')).toBeFocused();
  });

  await test.step('of a wire', async () => {
    const from = await middleOf(screen.port('plan', 'out'));
    const to = await middleOf(screen.port('Failure modes', 'in'));
    await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2, { button: 'right' });
    await menu.getByRole('menuitem', { name: /^Delete/ }).click();
    await expect(screen.wires).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await expect(screen.wires).toHaveCount(4);
  });

  await test.step('of the empty canvas', async () => {
    const box = await screen.canvas.boundingBox();
    if (box === null) throw new Error('there is no canvas');
    await page.mouse.click(box.x + 60, box.y + box.height - 80, { button: 'right' });
    await menu.getByRole('menuitem', { name: /^Add a node here/ }).click();
    await page.getByRole('combobox', { name: 'Kind of node' }).fill('note');
    await page.keyboard.press('Enter');
    await expect(screen.cards).toHaveCount(5);
    await page.keyboard.press('Control+z');
  });

  await test.step('by keyboard', async () => {
    await screen.canvas.focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+F10');
    await expect(menu.getByRole('menuitem', { name: /^Open/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(screen.canvas).toBeFocused();
    await page.keyboard.press('ContextMenu');
    await menu.getByRole('menuitem', { name: /^Delete/ }).press('Enter');
    await expect(screen.cards).toHaveCount(3);
  });
});

test('of very many wires each can still be pressed', async ({ page, host, core }) => {
  const nodes = Array.from({ length: 160 }, (_, index) => ({
    id: `n${index}`,
    prompt: `Step ${index}`,
    deps: [1, 3].filter((step) => index >= step).map((step) => `n${index - step}`),
    position: { x: (index % 3) * 400, y: Math.floor(index / 3) * 220 },
  }));
  const id = await storeGraph(core, JSON.stringify({ nodes }), 'Many wires');
  await page.goto(addressOf(host, `/graphs/${id}`));
  const screen = graphScreen(page);
  await expect(screen.card('n0')).toBeVisible();
  await expect(screen.cards).toHaveCount(160);
  await screen.canvas.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('0');
  await page.keyboard.press('ArrowRight');
  await expect(screen.card('n1').locator('.react-flow__handle')).toHaveCount(2);
  await expect(screen.wires).toHaveCount(0);
  // The canvas comes to rest with the second card in its middle, and the first beside it.
  await expect
    .poll(async () => {
      const box = await screen.card('n1').boundingBox();
      await page.mouse.click((box?.x ?? 0) - 80, (box?.y ?? 0) + (box?.height ?? 0) / 2);
      return screen.wires.count();
    })
    .toBe(1);
  await page.keyboard.press('Delete');
  await expect(page.getByRole('button', { name: 'Undo: Delete a wire' })).toBeEnabled();
});

test('a frame is drawn larger, as one step, and its size can be typed', async ({ page, host, core }) => {
  const { screen } = await openGraph(page, host, core);
  await expect(screen.cards).toHaveCount(4);
  await screen.card('Failure modes').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Put a frame around' }).click();
  const frame = screen.canvas.locator('.react-flow__node-frame');
  const width = screen.inspector.getByRole('spinbutton', { name: 'Width' });
  await expect(width).toHaveValue('288');
  const box = await frame.boundingBox();
  if (box === null) throw new Error('there is no frame');
  const corner = { x: box.x + box.width, y: box.y + box.height };
  await page.mouse.move(corner.x, corner.y);
  await page.mouse.down();
  await page.mouse.move(corner.x + 60, corner.y + 40, { steps: 6 });
  await page.mouse.up();
  await expect(width).not.toHaveValue('288');
  await page.keyboard.press('Control+z');
  await expect(width).toHaveValue('288');
  await width.fill('405');
  await width.press('Enter');
  await expect(width).toHaveValue('408');
  expect((await frame.boundingBox())?.width).toBeGreaterThan(box.width);
});

test('before comments are lost, the text view says so', async ({ page, host, core }) => {
  const id = await storeGraph(core);
  await page.goto(addressOf(host, `/graphs/${id}`));
  await page.getByRole('radio', { name: 'YAML' }).click();
  const text = page.getByRole('textbox', { name: 'Graph as text' });
  await expect(text).toContainText('# Who reviews what.');
  const asked = page.getByRole('alertdialog', { name: 'Write the graph as JSON?' });
  await page.getByRole('button', { name: 'Write as JSON' }).click();
  await asked.getByRole('button', { name: 'Keep' }).click();
  await expect(text).toContainText('# Who reviews what.');
  await page.getByRole('button', { name: 'Write as JSON' }).click();
  await asked.getByRole('button', { name: 'Write as JSON' }).click();
  await expect(text).toContainText('"id": "plan"');
  // Without comments nothing is lost, and nothing is asked.
  await page.getByRole('button', { name: 'Write as YAML' }).click();
  await page.getByRole('button', { name: 'Write as JSON' }).click();
  await expect(page.getByRole('button', { name: 'Write as YAML' })).toBeVisible();
});

test('while Shift is held, the ports and wires that a value comes through are lit', async ({
  page,
  host,
  core,
}) => {
  const { screen } = await openGraph(page, host, core);
  const lit = screen.canvas.locator('[class*="tone-lit"]');
  await screen.card('Failure modes').click();
  await page.keyboard.down('Shift');
  await expect(screen.port('plan', 'out')).toHaveClass(/portLit/);
  await expect(lit).toHaveCount(1);
  await expect(screen.port('Propose mitigations', 'out')).not.toHaveClass(/portLit/);
  await page.keyboard.up('Shift');
  await expect(lit).toHaveCount(0);
  // Of a wire: only what comes through it.
  const from = await middleOf(screen.port('Failure modes', 'out'));
  const to = await middleOf(screen.port('Report', 'in'));
  await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.keyboard.down('Shift');
  await expect(lit).toHaveCount(2);
  await expect(screen.port('Failure modes', 'out')).toHaveClass(/portLit/);
  await page.keyboard.up('Shift');
});
