import { addressOf, expect, test } from './fixtures.ts';
import { axeFindings } from './guard/axe-findings.ts';
import { stubSpeed } from './host/home-folder.ts';
import { graphScreen, storeGraph } from './screens/graph-screen.ts';

// A colour on its way from one state to the next is none that anybody reads.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in ${theme}`, () => {
    test.use({ configuration: `theme: ${theme}\n${stubSpeed(0, 0)}` });
    test.slow();

    test('axe finds nothing serious on the screens of graphs', async ({ page, host, core }) => {
      const check = (name: string) =>
        test.step(name, async () => {
          await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
          expect.soft(await axeFindings(page), name).toEqual([]);
        });
      await page.goto(addressOf(host, '/graphs'));
      await expect(page.getByText('No graphs yet')).toBeVisible();
      await check('no graphs');
      await page.getByRole('button', { name: 'Plan from a goal' }).click();
      await check('planning from a goal');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Begin with a template' }).click();
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
      await check('templates');

      const id = await storeGraph(core);
      await page.goto(`${host.url}/#/graphs/${id}`);
      const screen = graphScreen(page);
      await expect(screen.cards).toHaveCount(4);
      await check('canvas');
      await screen.card('Propose mitigations').click();
      await expect(screen.prompt).toBeVisible();
      await check('canvas with a node');
      await screen.canvas.focus();
      await page.keyboard.press('Tab');
      await check('picker');
      await page.keyboard.press('Escape');
      await page.keyboard.press('c');
      await check('connecting by name');
      await page.keyboard.press('Escape');
      for (const tab of ['Graph', 'History']) {
        await page.getByRole('tab', { name: tab, exact: true }).click();
        await check(tab);
      }
      await page.getByRole('radio', { name: 'List' }).click();
      await check('list');
      await page.getByRole('radio', { name: 'YAML' }).click();
      await expect(page.getByRole('region', { name: 'Text' }).locator('.cm-content')).toBeVisible();
      await check('text');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await check('run');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'v1' }).click();
      await expect(page.getByRole('dialog', { name: 'Versions' })).toContainText('Nothing changed since');
      await expect(page.getByRole('button', { name: 'Go back to version 1' })).toBeDisabled();
      await check('versions');
    });
  });
}
