import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addressOf, test as base, expect } from './fixtures.ts';
import { FAST } from './host/home-folder.ts';
import { type ModelServer, startModelServer } from './host/model-server.ts';
import { tabTo } from './keyboard/tab-to.ts';
import { sessionScreen, toast } from './screens/session-screen.ts';
import { debate, start } from './screens/specifications.ts';

interface Priced {
  readonly models: ModelServer;
}

/** Two entries on a loopback server that want a key, so they count as hosted: one with a price, one without. */
const test = base.extend<Priced>({
  // biome-ignore lint/correctness/noEmptyPattern: the fixture needs no other
  models: async ({}, use) => {
    const server = await startModelServer();
    await use(server);
    await server.close();
  },
  configuration: async ({ models }, use) => {
    const entry = `{ type: openai-compatible, base_url: "${models.address}", key: env:E2E_KEY }`;
    const limited = entry.replace(' }', ', limits: { requests_per_minute: 1 } }');
    await use(
      [
        FAST.trim(),
        `providers: { priced: ${entry}, priceless: ${entry}, limited: ${limited} }`,
        'prices: { priced/talker: { input_usd_per_million: 5, output_usd_per_million: 50 } }',
        '',
      ].join('\n'),
    );
  },
  environment: { E2E_KEY: 'not-a-secret' },
});

/** What every answer of the priced model costs: 1,000 tokens at 5 and 100 at 50 dollars a million. */
const USD = 0.01;

const single = (changes: Parameters<typeof debate>[0] = {}) =>
  debate({ mode: 'single', agents: ['Athena'], max_rounds: 1, model: 'priced/talker', ...changes });

const ended = (core: Parameters<typeof start>[0], count: number) =>
  expect.poll(async () => (await core['sessions.list']({ status: 'ended' })).total).toBe(count);

const table = (page: Page) => page.getByRole('table', { name: /^Costs by/ });
const total = (page: Page, name: string) =>
  page.getByRole('main').getByRole('term').filter({ hasText: name }).locator('+ dd');

test('the money of all sessions, by time and by any dimension, with what is unknown said', async ({
  app,
  core,
  host,
}) => {
  await test.step('nothing spent yet teaches what will stand here', async () => {
    await app.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Costs' }).click();
    await expect(app.getByText('Nothing spent in this time')).toBeVisible();
    await expect(app.getByRole('button', { name: 'Export CSV' })).toBeDisabled();
  });

  await start(core, single({ name: '=1+1' }));
  await start(core, single({ metadata: { project: 'edgeX' } }));
  await start(core, single({ name: 'mystery', model: 'priceless/talker' }));
  await ended(core, 3);

  await test.step('the screen learns of them by itself', async () => {
    await expect(total(app, 'Model calls')).toHaveText('3');
    await expect(total(app, 'Spent')).toHaveText('$0.0200 + unknown');
    await expect(app.getByText('1 of 3 calls without a price')).toBeVisible();
    await expect(app.getByRole('img', { name: /^Cost by day.*\$0\.0200\.$/ })).toBeVisible();
  });

  await test.step('an unknown price is unknown and not zero', async () => {
    const row = table(app).getByRole('row').filter({ hasText: 'priceless/talker' });
    await expect(row.getByRole('cell').first()).toHaveText('unknown');
    await expect(table(app).getByRole('row').filter({ hasText: 'priced/talker' }).first()).toContainText(
      '$0.0200',
    );
  });

  await test.step('every dimension has its address', async () => {
    await app.getByRole('radio', { name: 'Project' }).click();
    await expect(app).toHaveURL(/#\/costs\/project$/);
    await expect(table(app).getByRole('rowheader', { name: 'edgeX' })).toBeVisible();
    await app.goto(`${host.url}/#/costs/session`);
    await expect(table(app).getByRole('row')).toHaveCount(4);
    await expect(table(app).getByRole('link', { name: 'mystery' })).toBeVisible();
  });

  await test.step('heads sort, by mouse and by keyboard', async () => {
    const names = () => table(app).getByRole('rowheader').allTextContents();
    await table(app).getByRole('button', { name: 'Session' }).click();
    await expect(table(app).getByRole('columnheader', { name: 'Session' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    const upwards = await names();
    await table(app).getByRole('button', { name: 'Session' }).press('Enter');
    await expect(table(app).getByRole('columnheader', { name: 'Session' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    expect(await names()).toEqual(upwards.toReversed());
    await table(app).getByRole('button', { name: 'Cost' }).press('Space');
    expect((await names()).at(-1)).toBe('mystery');
  });

  await test.step('the file for the spreadsheet runs nothing', async () => {
    const coming = app.waitForEvent('download');
    await app.getByRole('button', { name: 'Export CSV' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/^costs-by-session-\d{4}-\d\d-\d\d\.csv$/);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain(`"'=1+1",0.010000,1,0,0,0,1000,100`);
    expect(text).toContain('"mystery","unknown",1,1');
    await expect(toast(app, 'saved with 3 lines')).toBeVisible();
  });

  await test.step('another time', async () => {
    await app.getByRole('radio', { name: 'Dates' }).click();
    await app.getByLabel('First day').fill('2020-01-01');
    await app.getByLabel('Last day').fill('2020-01-02');
    await expect(app.getByText('Nothing spent in this time')).toBeVisible();
    await app.getByLabel('Last day').fill('2019-01-02');
    await expect(app.getByText('The first day must not come after the last.')).toBeVisible();
    await app.getByRole('radio', { name: 'Today' }).click();
    await expect(app.getByRole('img', { name: /^Cost by hour/ })).toBeVisible();
  });
});

test('by keyboard alone: there by its keys, another dimension, a session opened', async ({ app, core }) => {
  await start(core, single({ name: 'only_one' }));
  await ended(core, 1);
  await app.keyboard.press('g');
  await app.keyboard.press('c');
  await expect(table(app)).toBeVisible();
  await app.keyboard.press('ControlOrMeta+k');
  await expect(app.getByRole('combobox', { name: 'Search and commands' })).toBeFocused();
  await app.keyboard.type('costs by session');
  await app.keyboard.press('Enter');
  await expect(app).toHaveURL(/#\/costs\/session$/);
  await tabTo(app, 'only_one');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1, name: 'only_one' })).toBeVisible();
});

test('caps of the data folder are set, checked at the field, shown with their state, and hold', async ({
  page,
  host,
  core,
}) => {
  await start(core, single({ metadata: { project: 'edgeX' } }));
  await ended(core, 1);
  await page.goto(addressOf(host, '/settings'));
  const budgets = page.getByRole('region', { name: 'Budgets' });
  const save = budgets.getByRole('button', { name: 'Save budgets' });
  await expect(save).toBeDisabled();
  await budgets.getByLabel('US dollars a day').fill('-1');
  await expect(budgets.getByText('More than 0, or empty for no cap.')).toBeVisible();
  await expect(save).toBeDisabled();
  await budgets.getByLabel('US dollars a day').fill('0.04');
  await budgets.getByLabel('Tokens a project').fill('50000');
  await budgets.getByLabel('Tokens a project').press('Enter');
  await expect(toast(page, 'Budgets saved')).toBeVisible();
  expect((await core['settings.get']({})).budgets).toMatchObject({
    day: { usd: 0.04 },
    project: { tokens: 50000 },
  });
  const day = budgets.getByRole('meter', { name: 'Today, US dollars' });
  await expect(day).toHaveAttribute('aria-valuetext', /^\$0\.01 used and \$0 reserved of \$0\.04/);
  await expect(budgets.getByRole('meter', { name: 'edgeX, tokens' })).toHaveAttribute(
    'aria-valuetext',
    /^1,100 tokens used/,
  );

  await test.step('a run that does not fit ends with what there is', async () => {
    const id = await start(core, debate({ model: 'priced/talker', max_rounds: 9 }));
    await expect.poll(async () => (await core['sessions.summary']({ id })).status).toBe('ended');
    const { totals } = await core['sessions.summary']({ id });
    expect(totals.usd ?? 1).toBeLessThanOrEqual(0.04 - USD);
    await page.goto(`${host.url}/#/costs`);
    const meter = page.getByRole('region', { name: 'Budgets' }).getByRole('meter', { name: /^Today/ });
    await expect(meter).toBeVisible();
  });

  await test.step('an empty field takes the cap away', async () => {
    await page.goto(`${host.url}/#/settings`);
    await budgets.getByLabel('US dollars a day').fill('');
    await save.click();
    await expect.poll(async () => (await core['settings.get']({})).budgets.day?.usd).toBeUndefined();
  });
});

test('the meter of a running session: spent, reserved, cap, forecast, per agent', async ({
  page,
  host,
  core,
  models,
}) => {
  models.hold();
  const id = await start(core, debate({ model: 'priced/talker', max_rounds: 2, budget: { usd: 0.5 } }));
  await page.goto(addressOf(host, `/sessions/${id}`));
  const screen = sessionScreen(page);
  await expect(screen.figure('Reserved for running calls')).toHaveText(/^\$0\.0\d+$/);
  await expect(screen.figure('Spent')).toHaveText('$0');
  await expect(screen.figure('Forecast, whole run')).toHaveText(/^\$0\.\d+( – \$0\.\d+)?$/);
  models.release();
  await expect(screen.outcome).toBeVisible();
  const { totals } = await core['sessions.summary']({ id });
  expect(totals.usd).toBeCloseTo(totals.calls * USD, 9);
  await expect(screen.figure('Spent')).toHaveAttribute('title', `$${totals.usd}`);
  await expect(screen.inspector.getByRole('meter', { name: 'Money used' })).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`^\\$${String(totals.usd).replace('.', '\\.')} spent and \\$0 reserved of \\$0\\.5$`),
  );
  const speeds = screen.inspector.getByRole('region', { name: 'Speed by agent' });
  await expect(speeds.getByRole('row').filter({ hasText: 'Athena' })).toContainText(/tok\/s$/);
});

test('a turn that waits for the limit of its account says so, and for how long', async ({
  page,
  host,
  core,
}) => {
  const id = await start(core, debate({ model: 'limited/talker', max_rounds: 1 }));
  await page.goto(addressOf(host, `/sessions/${id}`));
  const screen = sessionScreen(page);
  await expect(screen.finished).toHaveCount(1);
  await expect(screen.speaking).toHaveCount(1);
  await expect(screen.speaking).toContainText(/waits for limited’s limit of 1 requests\/min, \d+/);
  await expect(screen.speaking).toContainText(/\(\d+ s so far\)/);
  await core['sessions.stop']({ id, synthesis: false });
  await expect(screen.outcome).toBeVisible();
});

test('a turn that waits for room in a budget says so, and goes on when there is some', async ({
  page,
  host,
  core,
  models,
}) => {
  models.hold();
  // At worst a call costs a little over 1,024 tokens at 50 dollars a million; two do not fit side by side.
  await core['settings.set']({ budgets: { day: { usd: 0.09 } } });
  const first = await start(core, single());
  await expect
    .poll(async () => (await core['cost.summary']({ by: 'day' })).reserved_usd)
    .toBeGreaterThan(0.05);
  const second = await start(core, single());
  await page.goto(addressOf(host, `/sessions/${second}`));
  const screen = sessionScreen(page);
  await expect(screen.speaking).toContainText('waits for room in the budget of the day');
  models.release();
  await expect(screen.outcome).toBeVisible();
  await ended(core, 2);
  for (const id of [first, second]) {
    expect((await core['sessions.summary']({ id })).outcome).toBe('completed');
  }
});

test('what was tried again stands on the turn, with the exact request', async ({
  page,
  host,
  core,
  models,
}) => {
  models.failNext(503, 1);
  const id = await start(core, single());
  await ended(core, 1);
  await page.goto(addressOf(host, `/sessions/${id}`));
  const screen = sessionScreen(page);
  await expect(screen.transcript.getByText(/is asked again in .* \(attempt 2\)/)).toBeVisible();
  await page.keyboard.press('j');
  await screen.tab('Turn').click();
  const attempts = screen.inspector.getByRole('region', { name: 'Attempts' });
  await expect(attempts.getByRole('listitem')).toHaveCount(2);
  await expect(attempts.getByRole('listitem').first()).toContainText(/, then \d+ ms of waiting$/);
  await expect(attempts.getByRole('listitem').last()).toContainText('answered');
  const saw = screen.inspector.getByRole('region', { name: 'What this agent saw' });
  await expect(
    saw.getByRole('term').filter({ hasText: 'Counted by the provider' }).locator('+ dd'),
  ).toHaveText('1,000 read, 100 written');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await saw.getByRole('button', { name: 'Copy request' }).click();
  const request: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(request).toMatchObject({ provider: 'priced', model: 'priced/talker', seed: expect.any(Number) });
});

test('a new session says beside its button what it may cost, and names models without a price', async ({
  page,
  host,
}) => {
  await page.goto(addressOf(host, '/new/sample/resilient-edge.yaml'));
  const form = page.getByRole('region', { name: 'Form' });
  await expect(page.getByText('Forecast $0', { exact: true })).toBeVisible();
  await form.getByLabel('Model for everybody').fill('priced/talker');
  await expect(page.getByText(/^Forecast \$0\.\d+ – \$0\.\d+$/)).toBeVisible();
  await form.getByLabel('US dollars in all').fill('0.25');
  await form.getByLabel('When a call does not fit').selectOption('downgrade');
  await expect(page.getByRole('textbox', { name: 'Specification as YAML' })).toContainText(
    'on_limit: downgrade',
  );
  await form.getByLabel('US dollars in all').fill('');
  await form.getByLabel('Model for everybody').fill('priceless/talker');
  await expect(form.getByText('No price is known for priceless/talker.')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the money screens in ${theme}`, async ({ page, host, core }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const findings = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      );
    const caps = { usd: 3, tokens: 90_000, seconds: 900 };
    await core['settings.set']({ budgets: { day: { ...caps, usd: 0.2 }, project: caps } });
    await start(core, single());
    const id = await start(core, single({ model: 'priceless/talker', budget: {} })).catch(() => undefined);
    await ended(core, id === undefined ? 1 : 2);
    await page.goto(addressOf(host, '/costs'));
    await expect(table(page)).toBeVisible();
    await expect(page.getByRole('img', { name: /^Cost by/ })).toBeVisible();
    // More caps than there is room for: all of them can be reached.
    await expect(page.getByRole('region', { name: 'Budgets' }).getByRole('meter')).toHaveCount(6);
    expect.soft(await findings(), 'costs').toEqual([]);
    await page.goto(`${host.url}/#/settings`);
    const budgets = page.getByRole('region', { name: 'Budgets' });
    await expect(budgets.getByRole('meter').first()).toBeVisible();
    await budgets.getByLabel('Tokens a day').fill('-4');
    await expect(budgets.getByText('More than 0, or empty for no cap.')).toBeVisible();
    expect.soft(await findings(), 'budgets').toEqual([]);
  });
}
