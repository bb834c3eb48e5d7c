import { addressOf, expect, test } from './fixtures.ts';
import { axeFindings } from './guard/axe-findings.ts';
import { stubSpeed } from './host/home-folder.ts';
import { graphRunScreen } from './screens/graph-run-screen.ts';
import { harbourReport, run, withQuestion } from './screens/task-graphs.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in ${theme}`, () => {
    test.use({ configuration: `theme: ${theme}\n${stubSpeed(0, 0)}` });
    test.slow();

    test('axe finds nothing serious in any view of a run', async ({ page, host, core }) => {
      const screen = graphRunScreen(page);
      const check = (name: string) =>
        test.step(name, async () => expect.soft(await axeFindings(page), name).toEqual([]));

      const whole = await run(core, harbourReport);
      await page.goto(addressOf(host, `/sessions/${whole}`));
      await expect(screen.runAgain).toBeVisible();
      await screen.card('Each topic').getByRole('button', { name: '3 of 3 ended' }).click();
      await expect(screen.card('Each topic [0]')).toBeVisible();
      await check('graph with an open group');
      await screen.card('Plan').click();
      for (const tab of ['Node', 'Input', 'Events', 'Run'] as const) {
        await screen.tab(tab).click();
        await check(`inspector, ${tab}`);
      }
      for (const view of ['Timeline', 'List', 'Transcript'] as const) {
        await screen.show(view);
        await check(view);
      }
      await page.getByRole('button', { name: 'Ways to run again' }).click();
      await check('ways to run again');
      await page.keyboard.press('Escape');

      const asked = await run(core, withQuestion);
      await page.goto(`${host.url}/#/sessions/${asked}`);
      await screen.show('Graph');
      await screen.answer.click();
      await check('a question');
      await page.getByRole('button', { name: 'Approve' }).click();
      await expect(screen.breakpoint).toBeVisible();
      await check('a breakpoint');

      const { id: delegated } = await core['sessions.create']({
        mode: 'delegation',
        topic: 'A report on a small harbour',
        agents: ['Athena', 'Apollo'],
      });
      await page.goto(`${host.url}/#/sessions/${delegated}`);
      await screen.answer.click();
      await page.getByRole('button', { name: 'Review the plan' }).click();
      await expect(page.getByRole('dialog')).toContainText('nodes');
      await check('a plan');
    });
  });
}
