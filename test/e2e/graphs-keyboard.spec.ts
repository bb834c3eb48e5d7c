import { expect, test } from './fixtures.ts';
import { openGraph } from './screens/graph-screen.ts';

test('a graph is drawn by keyboard alone, and every move can be undone', async ({ page, host, core }) => {
  const { screen } = await openGraph(page, host, core);
  const said = page.locator('[role="status"].visually-hidden');
  await expect(screen.cards).toHaveCount(4);
  await screen.canvas.focus();

  await test.step('arrows walk the graph and say where one is', async () => {
    await page.keyboard.press('ArrowRight');
    await expect(said).toContainText('plan, agent task');
    await page.keyboard.press('ArrowRight');
    await expect(said).toContainText(/^(Failure modes|Propose mitigations), agent task; by/);
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(said).toContainText('2 nodes selected');
  });

  await test.step('a node is moved, and the move is kept and undone', async () => {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await expect(screen.undo).toBeEnabled();
    await page.keyboard.press('Control+z');
    await expect(screen.undo).toBeDisabled();
    await page.keyboard.press('Control+Shift+Z');
    await expect(screen.redo).toBeDisabled();
    await page.keyboard.press('Control+z');
  });

  await test.step('Tab adds a node behind the selected one', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.type('task');
    await page.keyboard.press('Enter');
    await expect(screen.cards).toHaveCount(5);
    await expect(screen.wires).toHaveCount(5);
    await expect(screen.prompt).toBeFocused();
    await page.keyboard.type('Check {{');
    await expect(page.getByRole('option', { name: '{{plan.output}}' })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(screen.prompt).toContainText('Check {{plan.output}}');
  });

  await test.step('F2 renames, D disables, B sets a breakpoint', async () => {
    await screen.canvas.focus();
    await page.keyboard.press('F2');
    await expect(screen.inspector.getByLabel('Title')).toBeFocused();
    await page.keyboard.type('Check');
    await screen.canvas.focus();
    await page.keyboard.press('d');
    await expect(screen.card('Check')).toContainText('disabled');
    await page.keyboard.press('b');
    await expect(screen.inspector.getByRole('switch', { name: 'Breakpoint' })).toBeChecked();
    await page.keyboard.press('d');
  });

  await test.step('C connects by name', async () => {
    await page.keyboard.press('c');
    await page.getByRole('combobox', { name: 'Node to connect' }).fill('behind it Report');
    await page.keyboard.press('Escape');
    await screen.canvas.focus();
    await page.keyboard.press('c');
    await page.getByRole('combobox', { name: 'Node to connect' }).fill('report');
    await page.keyboard.press('Enter');
    await expect(screen.wires).toHaveCount(6);
  });

  await test.step('what is copied comes in again under ids of its own', async () => {
    await screen.canvas.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await expect(screen.cards).toHaveCount(10);
    await expect(screen.wires).toHaveCount(12);
    await page.keyboard.press('Delete');
    await expect(screen.cards).toHaveCount(5);
    await page.keyboard.press('Control+d');
    await expect(screen.cards).toHaveCount(5);
  });

  await test.step('the same graph as a list, and problems lead to their node', async () => {
    await page.keyboard.press('v');
    await page.keyboard.press('l');
    const list = page.getByRole('region', { name: 'List of nodes' });
    await expect(list.getByRole('row')).toHaveCount(6);
    await list.getByRole('button', { name: 'Report' }).focus();
    await expect(screen.inspector.getByLabel('Title')).toHaveValue('Report');
  });
});
