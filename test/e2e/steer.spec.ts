import type { Page } from '@playwright/test';
import { addressOf, expect, test } from './fixtures.ts';
import { stubSpeed, WATCHABLE } from './host/home-folder.ts';
import type { HostProcess } from './host/host-process.ts';
import { sessionScreen } from './screens/session-screen.ts';
import { debate, hurry, start } from './screens/specifications.ts';

const open = async (page: Page, host: HostProcess, id: string) => {
  await page.goto(addressOf(host, `/sessions/${id}`));
  return sessionScreen(page);
};

test.describe('while somebody speaks', () => {
  test.use({ configuration: WATCHABLE });

  test('pause after the turn, step one turn, resume', async ({ page, host, core }) => {
    const id = await start(core);
    const screen = await open(page, host, id);
    const turnsSoFar = async () => (await core['sessions.summary']({ id })).turns;

    await expect(screen.speaking).toHaveCount(1);
    await screen.pause.click();
    await expect(page.getByText(/^paused, round \d of 3$/)).toBeVisible();
    await expect(screen.speaking).toHaveCount(0);
    await expect(page.getByText('incomplete')).toBeHidden();
    const paused = await turnsSoFar();
    expect(paused).toBe(await screen.finished.count());

    await screen.step.click();
    await expect(screen.speaking).toHaveCount(1);
    await expect(screen.step).toBeVisible();
    await expect(screen.speaking).toHaveCount(0);
    expect(await turnsSoFar()).toBe(paused + 1);
    await expect(screen.finished).toHaveCount(paused + 1);

    await screen.resume.click();
    await expect(screen.speaking).toHaveCount(1);
    await expect(screen.pause).toBeVisible();
    await expect(screen.transcript.getByText('Resumed.')).toBeVisible();
  });
});

test.describe('while somebody speaks slowly', () => {
  test.use({ configuration: stubSpeed(50, 12) });

  test('pause now keeps what was said, marked incomplete, and the turn comes again', async ({
    page,
    host,
    core,
  }) => {
    const id = await start(core);
    const screen = await open(page, host, id);
    await expect(screen.bodyOf(screen.speaking)).toContainText(/\w+ \w+ \w+ \w+/);
    await expect(screen.bodyOf(screen.speaking).locator('strong')).toBeVisible();
    const said = await screen.bodyOf(screen.speaking).innerText();
    await screen.choose('Ways to pause', /^Pause now/);
    await expect(page.getByText(/^paused, round \d of 3$/)).toBeVisible();
    const incomplete = screen.transcript.getByRole('article', { name: /, incomplete$/ });
    await expect(incomplete).toContainText(said.slice(0, 20));
    await expect(incomplete.getByText('incomplete', { exact: true })).toBeVisible();
    await expect(screen.speaking).toHaveCount(0);
    const [kept] = (await core['sessions.get']({ id })).incomplete;
    expect(kept?.text).toContain(said.slice(-12, -2));

    await page.reload();
    await expect(incomplete).toContainText(said.slice(0, 20));
    await hurry(core);
    await screen.step.click();
    const again = `${kept?.agent}, round ${kept?.round}, ${kept?.kind}`;
    await expect(screen.transcript.getByRole('article', { name: again, exact: true })).toBeVisible();
    await expect(incomplete).toHaveCount(1);
  });
});

test.describe('while somebody speaks', () => {
  test.use({ configuration: WATCHABLE });

  test('skip whoever speaks, extend the rounds, stop with a summary', async ({ page, host, core }) => {
    const id = await start(core, debate({ max_rounds: 4 }));
    const screen = await open(page, host, id);
    await expect(screen.speaking).toHaveAttribute('aria-label', /^Athena/);
    await screen.choose('More', 'Skip Athena');
    await expect(screen.transcript.getByText('Athena is passed over in this round.')).toBeVisible();
    await expect(screen.speaking).toHaveAttribute('aria-label', /^Apollo/);

    await screen.choose('More', 'Extend rounds');
    const dialog = page.getByRole('dialog', { name: 'Extend rounds' });
    await dialog.getByLabel('Rounds to add').fill('3');
    await dialog.getByRole('button', { name: 'Add rounds' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/^round \d of 7$/)).toBeVisible();
    await expect(screen.transcript.getByText('3 rounds added.')).toBeVisible();

    const said = screen.transcript.getByRole('article', { name: 'Apollo, round 1, position', exact: true });
    await expect(said).toBeVisible();
    await screen.choose('Stop', /^Stop with a summary/);
    await hurry(core);
    await expect(screen.outcome).toContainText('Stopped');
    await expect(
      screen.transcript.getByRole('article', { name: /^Synthesizer, .*synthesis$/ }),
    ).toBeVisible();
    const { outcome, topic_final: summary } = await core['sessions.get']({ id });
    expect(outcome).toBe('stopped');
    expect(summary).not.toBe('');
    await expect(screen.inspector.getByRole('region', { name: 'Outcome' })).toContainText('stopped');
  });

  test('speak to all, whisper to one: only those who are meant are shown it', async ({
    page,
    host,
    core,
  }) => {
    const id = await start(core, debate({ max_rounds: 2 }));
    const screen = await open(page, host, id);
    await core['sessions.pause']({ id, when: 'now' });
    await expect(screen.resume).toBeVisible();

    const toAll = 'The council has already promised the quay to the fishing boats.';
    await screen.composer.getByRole('textbox', { name: 'Interject as moderator' }).fill(toAll);
    await screen.composer.getByRole('button', { name: 'Send' }).click();
    await expect(screen.transcript.getByText(toAll)).toBeVisible();
    await expect(screen.composer.getByRole('textbox')).toHaveValue('');

    const toAthena = 'Between us: press him on the noise at night.';
    await screen.composer.getByRole('button', { name: 'to everyone' }).click();
    await page.getByRole('menuitemradio', { name: /^Athena/ }).click();
    await screen.composer.getByRole('textbox', { name: 'Whisper to Athena' }).fill(toAthena);
    await screen.composer.getByRole('button', { name: 'Send' }).click();
    await expect(screen.transcript.getByText(toAthena)).toBeVisible();
    await expect(screen.transcript.getByText('whisper, heard by Athena only')).toBeVisible();

    await hurry(core);
    await screen.resume.click();
    await expect(screen.outcome).toBeInViewport();
    await screen.tab('Turn').click();
    const saw = screen.inspector.getByRole('region', { name: 'What this agent saw' });
    for (const [agent, whispered] of [
      ['Athena', true],
      ['Apollo', false],
    ] as const) {
      await page.keyboard.press('o');
      const outline = page.getByRole('dialog', { name: 'Outline' });
      await outline.getByRole('button', { name: `${agent} closing` }).click();
      await expect(
        screen.inspector.getByRole('heading', { name: `${agent}, round 2, closing` }),
      ).toBeVisible();
      const unfold = saw.getByRole('button', { name: /^Show all/ }).first();
      await unfold.waitFor();
      while (await unfold.isVisible()) await unfold.click();
      await expect(saw).toContainText('## From people');
      const [, fromPeople] = (await saw.innerText()).split('## From people');
      expect(fromPeople).toContain(toAll);
      expect(fromPeople?.includes(toAthena), `${agent} was told`).toBe(whispered);
    }
  });
});

test.describe('a run as fast as the machine', () => {
  test.use({ configuration: WATCHABLE });

  test('the reader is taken along to the outcome', async ({ page, host, core }) => {
    const id = await start(core, debate({ max_rounds: 12 }));
    const screen = await open(page, host, id);
    await core['sessions.pause']({ id, when: 'now' });
    await core['settings.set']({ stub: { latency_ms: 0, tokens_per_s: 0 } });
    await screen.resume.click();
    await expect(screen.outcome).toBeInViewport();
    await expect(page.getByRole('button', { name: /new$|^To the end$/ })).toBeHidden();
  });
});
