import { expect, type Page, test } from '@playwright/test';
import { SESSION_ADDRESS, sessionScreen } from './session-screen.ts';

/** From the first screen into a running sample, and a pause: what every host must be able to do. */
export const startWatchPause = async (app: Page): Promise<void> => {
  const screen = sessionScreen(app);
  await test.step('start a sample', async () => {
    await app.getByRole('button', { name: 'Run debate: resilient_edge' }).click();
    await expect(app).toHaveURL(SESSION_ADDRESS);
  });
  await test.step('watch its tokens come', async () => {
    const lengthOfText = async () => (await screen.turns.last().innerText()).length;
    await expect(screen.speaking).toHaveCount(1);
    const early = await lengthOfText();
    await expect.poll(lengthOfText).toBeGreaterThan(early + 30);
  });
  await test.step('pause', async () => {
    await screen.pause.click();
    await expect(app.getByText(/^paused, round \d of 6$/)).toBeVisible({ timeout: 20_000 });
  });
};
