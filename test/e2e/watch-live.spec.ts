import type { Locator } from '@playwright/test';
import { addressOf, expect, test } from './fixtures.ts';
import { stubSpeed, WATCHABLE } from './host/home-folder.ts';
import { SESSION_ADDRESS, sessionIdOf, sessionScreen } from './screens/session-screen.ts';
import { debate, hurry, start } from './screens/specifications.ts';

/** Without the marks of Markdown, which may stand there until the page has loaded what reads them. */
const textOf = async (place: Locator): Promise<string> =>
  (await place.innerText()).replaceAll('**', '').trim();

test.describe('at the speed of a slow reader', () => {
  test.use({ configuration: stubSpeed(50, 15) });

  test('a sample starts in one click and is seen as it happens, to its end', async ({ app, core }) => {
    const screen = sessionScreen(app);
    await app.getByRole('button', { name: 'Run debate: resilient_edge' }).click();
    await expect(app).toHaveURL(SESSION_ADDRESS);
    await expect(app.getByRole('heading', { level: 1, name: 'resilient_edge' })).toBeVisible();

    await test.step('tokens come in while the turn is spoken, and stay where they were', async () => {
      await expect(screen.speaking).toHaveCount(1);
      const turn = app.locator(`[data-turn="${await screen.speaking.getAttribute('data-turn')}"]`);
      const body = screen.bodyOf(turn);
      await expect.poll(async () => (await textOf(body)).length).toBeGreaterThan(60);
      const early = await textOf(body);
      await expect.poll(async () => (await textOf(body)).length).toBeGreaterThan(early.length + 40);
      expect((await textOf(body)).startsWith(early.slice(0, 40))).toBe(true);
      await core['settings.set']({ stub: { tokens_per_s: 100 } });
      await expect(turn).toHaveAttribute('aria-busy', 'false');
      await expect(turn).toContainText(/confidence 0\.\d\d/);
      await expect(turn.getByRole('contentinfo').or(turn.locator('footer'))).toContainText(/\d+ tokens/);
    });

    await test.step('rounds, tokens, cost and convergence are counted as they happen', async () => {
      await expect(app.getByRole('heading', { name: 'Round 1' })).toBeVisible();
      await expect(screen.figure('Spent')).toHaveText('$0');
      const written = async () => Number(await screen.figure('Tokens written').getAttribute('title'));
      const before = await written();
      expect(before).toBeGreaterThan(0);
      await expect.poll(written).toBeGreaterThan(before);
      await expect(screen.inspector.getByRole('img', { name: /round 1 0\.\d\d/ })).toBeVisible();
      await expect(screen.inspector.getByText('Why not yet').first()).toBeVisible();
      await expect(app.getByText(/^round [2-6] of 6$/)).toBeVisible({ timeout: 30_000 });
    });

    await test.step('it ends, and says with what', async () => {
      await hurry(core);
      await expect(screen.outcome).toBeVisible({ timeout: 30_000 });
      const { outcome, reason } = await core['sessions.get']({ id: sessionIdOf(app) });
      expect(outcome).toBe('converged');
      await expect(screen.outcome.getByRole('heading', { level: 2 })).toHaveText(/converged/i);
      await expect(screen.outcome).toContainText(reason ?? 'a reason');
      await expect(screen.composer).toBeHidden();
    });
  });
});

test.describe('at reading speed', () => {
  test.use({ configuration: WATCHABLE });

  test('two speakers at once, each in its own column', async ({ page, host, core }) => {
    const id = await start(core, debate({ strategy: 'parallel', agents: ['Athena', 'Apollo', 'Hermes'] }));
    await page.goto(addressOf(host, `/sessions/${id}`));
    const growing = await page.waitForFunction(() => {
      const speaking = [...document.querySelectorAll<HTMLElement>('article[aria-busy="true"]')];
      const texts = speaking.map((turn) => turn.querySelector<HTMLElement>(':scope > div')?.innerText ?? '');
      return texts.length >= 3 && texts.every((text) => text.length > 40) ? texts.length : false;
    });
    expect(await growing.jsonValue()).toBe(3);
    await expect(page.getByText('at once').first()).toBeVisible();
    const lefts = await page
      .locator('article')
      .evaluateAll((turns) => turns.map((turn) => Math.round(turn.getBoundingClientRect().left)));
    expect(new Set(lefts).size).toBe(3);
  });

  test('a reader who scrolls up stays there, is told of what is new, and can jump to it', async ({
    page,
    host,
    core,
  }) => {
    const id = await start(core, debate({ max_rounds: 200 }));
    await page.goto(addressOf(host, `/sessions/${id}`));
    const screen = sessionScreen(page);
    await expect(screen.speaking).toHaveCount(1);
    await core['settings.set']({ stub: { latency_ms: 60, tokens_per_s: 600 } });
    await expect.poll(async () => (await core['sessions.summary']({ id })).turns).toBeGreaterThan(5);
    const box = await screen.transcript.boundingBox();
    if (box === null) throw new Error('there is no transcript');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.wheel(0, -600);
    const news = page.getByRole('button', { name: /^\d+ new$/ });
    await expect(news).toBeVisible();
    const read = await screen.transcript.evaluate((element) => element.scrollTop);
    const first = Number.parseInt(await news.innerText(), 10);
    await expect.poll(async () => Number.parseInt(await news.innerText(), 10)).toBeGreaterThan(first);
    expect(await screen.transcript.evaluate((element) => element.scrollTop)).toBe(read);
    await news.click();
    await expect(news).toBeHidden();
    await core['sessions.stop']({ id, synthesis: false });
    await expect(screen.outcome).toBeInViewport();
  });

  test('a screen reader hears of finished turns, never of tokens', async ({ page, host, core }) => {
    await page.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const announces = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"]';
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          const region = element?.closest<HTMLElement>(announces);
          const text = region?.innerText.trim();
          if (region && text && !text.includes('all saved')) heard.push(text);
        }
      }).observe(document, { childList: true, characterData: true, subtree: true });
    });
    const id = await start(core);
    await page.goto(addressOf(host, `/sessions/${id}`));
    await expect(sessionScreen(page).speaking).toHaveCount(1);
    const during = async () => await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await expect.poll(during).toContainEqual('Athena has finished: position, round 1.');
    await hurry(core);
    await expect.poll(async () => (await during()).at(-1)).toMatch(/^The session has ended: /);
    for (const sentence of await during()) {
      expect(sentence).toMatch(/^(\w+ has finished: [\w ]+, round \d+\. ?)+$|^The session has ended: /);
    }
  });
});
