import { addressOf, expect, test } from './fixtures.ts';
import { axeFindings } from './guard/axe-findings.ts';
import { stubSpeed, WATCHABLE } from './host/home-folder.ts';
import { sessionScreen } from './screens/session-screen.ts';
import { debate, start } from './screens/specifications.ts';

// A colour on its way from one state to the next is none that anybody reads.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in ${theme}`, () => {
    test.use({ configuration: `theme: ${theme}\n${stubSpeed(0, 0)}` });
    test.slow();

    test('axe finds nothing serious on any screen', async ({ app, host, core }) => {
      const screen = sessionScreen(app);
      const check = (name: string) =>
        test.step(name, async () => {
          await expect(app.locator('html')).toHaveAttribute('data-theme', theme);
          expect.soft(await axeFindings(app), name).toEqual([]);
        });
      const go = async (path: string) => {
        await app.goto(`${host.url}/#${path}`);
      };

      await expect(app.getByRole('heading', { name: 'Start from a sample' })).toBeVisible();
      await check('home, first visit');

      const debated = await start(core, debate({ strategy: 'parallel', convergence: true }));
      const voted = await start(core, debate({ name: 'ballot', mode: 'consensus', max_rounds: 4 }));
      await expect.poll(async () => (await core['sessions.list']({ status: 'ended' })).total).toBe(2);
      await expect(app.getByRole('region', { name: 'Recent sessions' })).toBeVisible();
      await check('home with sessions');

      await go('/sessions');
      await expect(app.getByRole('grid')).toBeVisible();
      await check('sessions with their preview');

      await go(`/sessions/${voted}`);
      await expect(screen.turns.first()).toBeVisible();
      await app.keyboard.press('j');
      for (const tab of ['Run', 'Votes', 'Turn', 'Events'] as const) {
        await screen.tab(tab).click();
        await check(`an ended vote, ${tab}`);
      }
      await app.getByRole('button', { name: 'More', exact: true }).click();
      await check('its menu');
      await app.getByRole('menuitem', { name: /^Delete session/ }).click();
      await check('the question before a deletion');
      await app.getByRole('button', { name: 'Keep' }).click();
      await app.keyboard.press('o');
      await check('outline');
      await app.keyboard.press('Escape');
      await app.keyboard.press('f');
      await app.keyboard.type('small');
      await check('find');

      await go(`/sessions/${debated}`);
      await expect(screen.turns.first()).toBeVisible();
      await app.keyboard.press('v');
      await check('a parallel debate in lanes');
      await app.keyboard.press('?');
      await check('shortcuts');
      await app.keyboard.press('Escape');
      await app.keyboard.press('ControlOrMeta+k');
      await expect(app.getByRole('dialog')).toBeVisible();
      await check('palette');
      await app.keyboard.press('Escape');

      await go('/new/sample/resilient-edge.yaml');
      await expect(app.getByText('ready to run')).toBeVisible();
      await check('new session');
      await app.getByLabel('Topic').fill('');
      await expect(app.getByText('1 problem')).toBeVisible();
      await check('new session with a problem');
      await go('/agents/Athena');
      await expect(app.getByRole('article', { name: 'Athena' })).toBeVisible();
      await check('agents');
      await go('/new-agent/Athena');
      await expect(app.getByLabel('Description')).toBeVisible();
      await app.getByLabel('Description').fill('Changed.');
      await check('new version of an agent');
      await go('/settings');
      await expect(app.getByRole('region', { name: 'Health' }).getByRole('listitem').first()).toBeVisible();
      await check('settings');
      await go('/nowhere');
      await check('an address that leads nowhere');
    });
  });

  test.describe(`in ${theme}, live`, () => {
    test.use({ configuration: `theme: ${theme}\n${WATCHABLE}` });

    test('axe finds nothing serious while agents speak, when paused, after a whisper', async ({
      page,
      host,
      core,
    }) => {
      const id = await start(core, debate({ strategy: 'parallel', max_rounds: 20 }));
      await page.goto(addressOf(host, `/sessions/${id}`));
      const screen = sessionScreen(page);
      await expect(screen.speaking).toHaveCount(2);
      expect.soft(await axeFindings(page), 'speaking').toEqual([]);
      await core['sessions.pause']({ id, when: 'now' });
      await core['sessions.interject']({ id, text: 'Only for you.', to: 'Athena' });
      await expect(screen.resume).toBeVisible();
      await expect(screen.transcript.getByText('Only for you.')).toBeVisible();
      expect.soft(await axeFindings(page), 'paused').toEqual([]);
    });
  });
}
