import { addressOf, expect, test } from './fixtures.ts';
import { stubSpeed } from './host/home-folder.ts';
import { tabTo } from './keyboard/tab-to.ts';
import { graphRunScreen } from './screens/graph-run-screen.ts';
import { hurry } from './screens/specifications.ts';
import { harbourReport, run, withQuestion } from './screens/task-graphs.ts';

test('a run is walked through, opened and read without a mouse', async ({ page, host, core }) => {
  const id = await run(core, harbourReport);
  await page.goto(addressOf(host, `/sessions/${id}`));
  const screen = graphRunScreen(page);
  await expect(screen.runAgain).toBeVisible();

  await tabTo(page, /^Graph of the run/);
  await page.keyboard.press('ArrowRight');
  await expect(screen.canvas.getByRole('status')).toHaveText(/^Plan, agent task, Athena, done/);
  await page.keyboard.press('ArrowRight');
  await expect(screen.canvas.getByRole('status')).not.toHaveText(/^Plan/);
  const zoom = screen.canvas.getByTitle('Show at 100 %');
  const before = await zoom.innerText();
  await page.keyboard.press('-');
  await expect(zoom).not.toHaveText(before);
  await page.keyboard.press('1');
  await expect(screen.tab('Run')).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Enter');
  await expect(screen.tab('Node')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('3');
  await expect(screen.tab('Input')).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('v');
  await expect(screen.timeline).toBeVisible();
  await tabTo(page, 'Timeline of the run');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('+');
  await expect(page.getByRole('button', { name: 'Whole run' })).toBeEnabled();
  await page.keyboard.press('0');
  await expect(page.getByRole('button', { name: 'Whole run' })).toBeDisabled();

  await page.keyboard.press('v');
  await expect(screen.list).toBeVisible();
  // Up to the first node, then down to the fifth.
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('k');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('j');
  await expect(screen.list.locator('[aria-current="true"]')).toContainText('Each topic');
  await page.keyboard.press('x');
  await expect(screen.list.getByRole('listitem')).toHaveCount(9);
  await page.keyboard.press('x');
  await expect(screen.list.getByRole('listitem')).toHaveCount(6);

  await page.keyboard.press('v');
  await expect(page.getByRole('region', { name: 'Transcript' })).toContainText('Athena');
});

test('a question is answered and the breakpoint passed without a mouse', async ({ page, host, core }) => {
  const id = await run(core, withQuestion);
  await page.goto(addressOf(host, `/sessions/${id}`));
  const screen = graphRunScreen(page);
  await expect(screen.answer).toBeVisible();
  await page.keyboard.press('w');
  await expect(page.getByRole('form', { name: 'Answer Publish?' })).toBeVisible();
  await tabTo(page, 'Note');
  await page.keyboard.type('Go.');
  await tabTo(page, 'Approve');
  await page.keyboard.press('Enter');
  await expect(screen.breakpoint).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Space');
  await expect(screen.breakpoint).toBeHidden();
  await expect(screen.runAgain).toBeVisible();
});

test.describe('while it runs', () => {
  test.use({ configuration: stubSpeed(50, 12), contextOptions: { reducedMotion: 'reduce' } });

  test('finished nodes are announced, and nothing that is being written', async ({ page, host, core }) => {
    const id = await run(core, harbourReport, { parallel: 1 });
    await page.goto(addressOf(host, `/sessions/${id}`));
    const screen = graphRunScreen(page);
    await expect(
      screen.cardIn('Plan', 'running').or(screen.cardIn('Each topic', 'running')).first(),
    ).toBeVisible();
    const heard = page.locator('p[role="status"][aria-live="polite"]');
    await expect(heard).toHaveText('');
    await hurry(core);
    // The call under way keeps its speed.
    await expect(screen.runAgain).toBeVisible({ timeout: 60_000 });
    await expect(heard).toHaveText(/^The run has ended: /);
  });
});
