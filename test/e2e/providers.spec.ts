import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type FakeProvider, startFakeProvider } from '../support/fake-provider.ts';
import { placesWithKey } from '../support/forms-of-key.ts';
import { addressOf, test as base, expect } from './fixtures.ts';
import { tabTo } from './keyboard/tab-to.ts';
import { pageMemory } from './keys/page-memory.ts';
import { toast } from './screens/session-screen.ts';

const KEY = 'sk-canary-page-+/=a1b2c3d4e5f6g7h8';
const SECOND = 'sk-canary-rotated-+/=i9j0k1l2m3n4';
const PHRASE = 'correct horse battery staple';

/** A host whose OpenAI is a server of this test, without a keychain and with no pass phrase given. */
const test = base.extend<{ provider: FakeProvider }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
  provider: async ({}, use) => {
    const provider = await startFakeProvider();
    await use(provider);
    await provider.close();
  },
  environment: async ({ provider }, use) => {
    await use({ OPENAI_BASE_URL: `${provider.url}/v1`, HF_TOKEN: 'hf_canary_environment_0123' });
  },
});

const section = (page: Page) => page.getByRole('region', { name: 'Providers' });
const row = (page: Page, provider: string) =>
  section(page).getByRole('listitem', { name: provider, exact: true });

test('a key is added, tested, rotated and removed, and is in no part of the page', async ({
  page,
  host,
  provider,
}) => {
  await page.goto(addressOf(host, '/settings'));
  const openai = row(page, 'openai');
  await expect(openai).toContainText('no key');
  await expect(row(page, 'huggingface')).toContainText('From HF_TOKEN');
  await expect(row(page, 'huggingface')).toContainText('0123');
  await expect(row(page, 'ollama')).toContainText('no key needed');
  await expect(openai.getByRole('button', { name: 'Test connection of openai' })).toBeDisabled();

  await openai.getByRole('button', { name: 'Add key of openai' }).click();
  await openai.getByLabel('New pass phrase').fill(PHRASE);
  await openai.getByLabel('The same once more').fill('another one');
  await openai.getByRole('button', { name: 'Make vault' }).click();
  await expect(openai).toContainText('The two pass phrases differ.');
  await openai.getByLabel('The same once more').fill(PHRASE);
  await openai.getByRole('button', { name: 'Make vault' }).click();

  const field = openai.getByLabel('Key', { exact: true });
  await expect(field).toHaveAttribute('type', 'password');
  await field.fill(KEY);
  await openai.getByRole('button', { name: 'Store key' }).click();
  await expect(openai).toContainText('•••••••• g7h8');
  await expect(openai).toContainText('vault');
  await expect(field).toHaveCount(0);

  await openai.getByRole('button', { name: 'Test connection of openai' }).click();
  await expect(openai).toContainText(/Works: answered in .+, 2 models\./);
  await openai.getByText('Models this key may use').click();
  await expect(openai).toContainText('openai/alpha');
  expect(provider.keys).toEqual([KEY]);

  await openai.getByRole('button', { name: 'Rotate key of openai' }).click();
  await openai.getByLabel('New key').fill(SECOND);
  await openai.getByRole('button', { name: 'Replace key' }).click();
  await expect(openai).toContainText('•••••••• m3n4');
  provider.mood = 'refuses';
  await openai.getByRole('button', { name: 'Test connection of openai' }).click();
  await expect(openai).toContainText('Check the key');
  expect(provider.keys.at(-1)).toBe(SECOND);

  // A control: what a page does hold is found.
  await page.evaluate((kept) => Object.assign(window, { kept }), 'sk-control-0123456789');
  const memory = await pageMemory(page);
  expect(placesWithKey('sk-control-0123456789', memory)).toEqual(['heap']);
  for (const secret of [KEY, SECOND, PHRASE]) expect(placesWithKey(secret, memory)).toEqual([]);

  await openai.getByRole('button', { name: 'Remove key of openai' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep' }).click();
  await expect(openai).toContainText('m3n4');
  await openai.getByRole('button', { name: 'Remove key of openai' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove key' }).click();
  await expect(toast(page, 'Key of openai removed')).toBeVisible();
  await expect(openai).toContainText('no key');
});

test('what cannot be a key is refused in the form, and the field is empty again', async ({
  page,
  host,
  core,
  guard,
}) => {
  guard.allow(/answer 422|Failed to load resource/);
  await core['keys.unlock']({ passphrase: PHRASE });
  await page.goto(addressOf(host, '/settings'));
  const openai = row(page, 'openai');
  await openai.getByRole('button', { name: 'Add key of openai' }).click();
  await openai.getByRole('button', { name: 'Store key' }).click();
  await expect(openai).toContainText('Paste the key first.');
  await openai.getByLabel('Key', { exact: true }).fill('sk-two words');
  await openai.getByRole('button', { name: 'Store key' }).click();
  await expect(openai.getByRole('alert')).toContainText('This cannot be a key');
  await expect(openai.getByLabel('Key', { exact: true })).toHaveValue('');
  await expect(openai.getByLabel('Key', { exact: true })).toBeFocused();
});

test('a locked vault is unlocked and a key rotated with the keyboard alone', async ({
  page,
  host,
  core,
  startAgain,
  guard,
}) => {
  guard.allow(/answer (422|503)|Failed to load resource/);
  await core['keys.unlock']({ passphrase: PHRASE });
  await core['keys.set']({ provider: 'anthropic', key: KEY });
  await host.stop();
  await page.goto(addressOf(await startAgain(), '/settings'));
  const anthropic = row(page, 'anthropic');
  await expect(anthropic).toContainText('locked');
  await expect(section(page)).toContainText('The vault of keys is locked.');

  await tabTo(page, 'Pass phrase');
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await expect(section(page).getByRole('alert')).toContainText('does not open');
  await page.keyboard.type(PHRASE);
  await page.keyboard.press('Enter');
  await expect(anthropic).toContainText('g7h8');

  await tabTo(page, 'Rotate key of anthropic');
  await page.keyboard.press('Enter');
  await expect(anthropic.getByLabel('New key')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(anthropic.getByRole('button', { name: 'Rotate key of anthropic' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type(SECOND);
  await page.keyboard.press('Enter');
  await expect(anthropic).toContainText('m3n4');
  await expect(anthropic.getByRole('button', { name: 'Rotate key of anthropic' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(anthropic).toContainText('m3n4');
});

test('a key that was refused is remembered and said, until a test of the connection succeeds', async ({
  page,
  host,
  core,
  provider,
  startAgain,
}) => {
  await core['keys.unlock']({ passphrase: PHRASE });
  await core['keys.set']({ provider: 'openai', key: KEY });
  provider.mood = 'refuses';
  const ask = async (on: typeof core) => {
    const { id } = await on['sessions.create']({
      ...{ mode: 'single', topic: 'Why?', agents: ['Athena'], model: 'openai/gpt-4o-mini' },
    });
    await expect.poll(async () => (await on['sessions.summary']({ id })).outcome).toBe('no-provider');
  };
  await ask(core);
  const asked = provider.keys.length;
  await ask(core);
  expect(provider.keys.length, 'a refused key is not shown again').toBe(asked);
  await page.goto(addressOf(host, '/settings'));
  const told = 'openai refused this key, so it is not used any more.';
  await expect(row(page, 'openai')).toContainText(told);
  await expect(row(page, 'openai')).toContainText('•••••••• g7h8');

  await page.goto('about:blank');
  await host.stop();
  const later = await startAgain();
  await page.goto(addressOf(later, '/settings'));
  await section(page).getByLabel('Pass phrase').fill(PHRASE);
  await section(page).getByLabel('Pass phrase').press('Enter');
  await expect(row(page, 'openai')).toContainText(told);
  provider.mood = 'answers';
  await row(page, 'openai').getByRole('button', { name: 'Test connection of openai' }).click();
  await expect(row(page, 'openai')).toContainText('2 models');
  await expect(row(page, 'openai')).not.toContainText('refused');
});

test('a test that takes long can be given up', async ({ page, host, core, provider }) => {
  await core['keys.unlock']({ passphrase: PHRASE });
  await core['keys.set']({ provider: 'openai', key: KEY });
  provider.mood = 'hangs';
  await page.goto(addressOf(host, '/settings'));
  const openai = row(page, 'openai');
  await openai.getByRole('button', { name: 'Test connection of openai' }).click();
  await expect(openai).toContainText('Asking openai for its models');
  await openai.getByRole('button', { name: 'Cancel the test of openai' }).click();
  await expect(openai.getByRole('button', { name: 'Test connection of openai' })).toBeVisible();
  await expect(openai).not.toContainText('Asking openai');
});

for (const theme of ['light', 'dark'] as const) {
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 700 },
  ]) {
    test.describe(`in ${theme} at ${size.width}`, () => {
      test.use({
        configuration: `theme: ${theme}\n`,
        viewport: size,
        contextOptions: { reducedMotion: 'reduce' },
      });

      test('axe finds nothing and nothing is cut off', async ({ page, host, core, provider }, info) => {
        await core['keys.unlock']({ passphrase: PHRASE });
        await core['keys.set']({ provider: 'openai', key: KEY });
        await page.goto(addressOf(host, '/settings'));
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        const openai = row(page, 'openai');
        await openai.getByRole('button', { name: 'Test connection of openai' }).click();
        await expect(openai).toContainText('2 models');
        provider.mood = 'refuses';
        await row(page, 'huggingface').getByRole('button', { name: 'Add key of huggingface' }).click();
        await section(page).scrollIntoViewIfNeeded();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect(wide).toBe(false);
        await info.attach('providers', { body: await section(page).screenshot(), contentType: 'image/png' });
        await page.screenshot({ path: info.outputPath('providers.png') });
      });
    });
  }
}
