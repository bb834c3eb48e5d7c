import type { Page } from '@playwright/test';
import type { CoreApi } from '../../core/contract/index.ts';
import { addressOf, expect, test } from './fixtures.ts';
import { FAST, stubSpeed } from './host/home-folder.ts';
import type { HostProcess } from './host/host-process.ts';
import { graphRunScreen } from './screens/graph-run-screen.ts';
import { hurry } from './screens/specifications.ts';
import { ended, harbourReport, run, withQuestion } from './screens/task-graphs.ts';

/** Calls under way keep their speed when the rest is hurried. */
const AFTER_SLOW_CALLS = { timeout: 100_000 };

const open = async (page: Page, host: HostProcess, id: string) => {
  await page.goto(addressOf(host, `/sessions/${id}`));
  return graphRunScreen(page);
};

/** A delegation whose plan of six nodes waits, opened to be looked at. */
const reviewPlan = async (page: Page, host: HostProcess, core: CoreApi, name: string) => {
  const { id } = await core['sessions.create']({
    name,
    mode: 'delegation',
    topic: 'A report on a small harbour',
    agents: ['Athena', 'Apollo'],
  });
  const screen = await open(page, host, id);
  await screen.answer.click();
  await page.getByRole('button', { name: 'Review the plan' }).click();
  const dialog = page.getByRole('dialog', { name: /^Plan for/ });
  await expect(dialog.getByText('6 nodes')).toBeVisible();
  return { screen, dialog };
};

test.describe('while it runs', () => {
  // Each answer takes so long that a busy machine has opened the page before it ends.
  test.use({ configuration: stubSpeed(50, 5) });

  test.slow();

  test('one watches it node by node, leaves, comes back, and reads what came of it', async ({
    page,
    host,
    core,
  }) => {
    const id = await run(core, harbourReport);
    const screen = await open(page, host, id);

    await expect(screen.cardIn('Plan', 'running')).toBeVisible();
    await expect(screen.card('Topics').getByText('pinned')).toHaveCount(2);
    await expect(screen.cardIn('Join', 'waits for Risks')).toBeVisible();
    // What is being written grows on the card.
    await expect(screen.card('Plan').locator('p')).toContainText(/\w+ \w+ \w+ \w+/);
    await expect(screen.card('Plan').locator('p')).not.toContainText('Plan a report on a small harbour.');
    await screen.card('Plan').click();
    await expect(screen.section('Output')).toContainText('being written');

    await page.goto(`${host.url}/#/sessions`);
    await expect(page.getByRole('grid')).toBeVisible();
    await page.goBack();
    await expect(screen.card('Plan')).toBeVisible();
    await page.reload();
    await expect(screen.card('Plan')).toBeVisible();
    expect(await ended(core, id)).toBe(false);

    await hurry(core);
    await expect(screen.strip).toContainText('9 of 9 nodes ended', AFTER_SLOW_CALLS);
    await expect(screen.strip).toContainText('critical path');
    await expect(screen.runAgain).toBeVisible();

    await screen.card('Join').click();
    await expect(screen.figure('Agent')).toHaveText('Apollo');
    await expect(screen.section('Output')).not.toContainText('{{');
    await screen.tab('Input').click();
    await expect(screen.section('Prompt')).toContainText('{{risks.output}}');
    await expect(screen.section('Prompt, filled')).not.toContainText('{{');
    await expect(screen.section('What this agent saw')).toContainText('answered by');
    await screen
      .section('Where its input comes from')
      .getByRole('button', { name: /^Costs/ })
      .click();
    await screen.tab('Events').click();
    await expect(screen.inspector.getByRole('button', { name: /node-ended/ })).toBeVisible();
    await screen.inspector.getByRole('button', { name: 'All events' }).click();
    await expect(screen.inspector.getByText('session-ended')).toBeVisible();
  });

  test('it is paused, stepped, resumed and stopped; what was made is kept', async ({ page, host, core }) => {
    const id = await run(core, harbourReport, { parallel: 1 });
    const screen = await open(page, host, id);
    await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await hurry(core);
    await expect(page.getByText('paused', { exact: true })).toBeVisible(AFTER_SLOW_CALLS);
    const endedSoFar = async () =>
      (await core['sessions.graph']({ id })).nodes.filter((node) => node.ended_at !== null).length;
    const before = await endedSoFar();
    await page.getByRole('button', { name: 'Step' }).click();
    await expect.poll(endedSoFar).toBeGreaterThan(before);
    await expect(page.getByText('paused', { exact: true })).toBeVisible();
    await core['settings.set']({ stub: { latency_ms: 50, tokens_per_s: 30 } });
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByText('running', { exact: true }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(screen.runTheRest).toBeVisible();
    await expect(screen.cardIn('Join', 'stopped')).toBeVisible();
    await screen.tab('Run').click();
    await expect(screen.section('Outcome')).toContainText('stopped');
  });
});

test('a person edits what is handed on, and the breakpoint behind it is met', async ({
  page,
  host,
  core,
}) => {
  const id = await run(core, withQuestion);
  const screen = await open(page, host, id);
  await expect(screen.cardIn('Publish?', 'waits for you')).toBeVisible();
  expect((await core['sessions.summary']({ id })).waits_for).toHaveLength(1);
  await page.getByRole('link', { name: 'Sessions', exact: true }).first().click();
  await expect(page.getByRole('row').filter({ hasText: 'waits for you' })).toBeVisible();
  await page.goBack();
  await screen.answer.click();
  const question = page.getByRole('form', { name: 'Answer Publish?' });
  await expect(question).toContainText('Publish this? Fewer ships from May on.');
  await question.getByRole('button', { name: 'Edit' }).click();
  await question.getByLabel('Handed on instead').fill('Fewer ships from June on.');
  await question.getByLabel('Note').fill('A month later.');
  await question.getByRole('button', { name: 'Approve the edit' }).click();

  await expect(screen.breakpoint).toContainText('Send it out');
  await expect(screen.card('Send it out')).toContainText('breakpoint');
  await page.reload();
  await expect(screen.breakpoint).toContainText('Send it out');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(screen.runAgain).toBeVisible();
  await expect(screen.card('Publish?')).toContainText('approved');
  await screen.card('Send it out').click();
  await screen.tab('Input').click();
  await expect(screen.section('Prompt, filled')).toContainText('June');
});

test('a node is passed over, and what hangs on it with it', async ({ page, host, core }) => {
  const id = await run(core, withQuestion);
  const screen = await open(page, host, id);
  await screen.card('Publish?').click();
  await page.getByRole('button', { name: 'Skip node' }).click();
  await expect(screen.cardIn('Publish?', 'skipped')).toBeVisible();
  await expect(screen.cardIn('Send it out', 'skipped')).toBeVisible();
  await expect(screen.runAgain).toBeVisible();
});

test.describe('where a model cannot be reached', () => {
  test.use({
    configuration: `${FAST}providers:\n  lab: { type: openai-compatible, base_url: http://127.0.0.1:1/v1, key: env:LAB_KEY }\n`,
    environment: { LAB_KEY: 'x' },
  });

  test('the node says so, the rest goes on, and only what is missing runs again', async ({
    page,
    host,
    core,
  }) => {
    await core['agents.create']({
      name: 'Mute',
      description: 'Never answers',
      role: 'You answer.',
      models: ['lab/none'],
    });
    const nodes = [
      { id: 'good', title: 'Good', prompt: 'Say something.', agent: 'Athena' },
      { id: 'bad', title: 'Bad', prompt: 'Say something.', agent: 'Mute', retries: 1 },
      { id: 'behind', title: 'Behind', prompt: 'Go on with {{bad.output}}', agent: 'Athena', deps: ['bad'] },
    ];
    const id = await run(core, nodes, { on_failure: 'continue' });
    const screen = await open(page, host, id);
    await expect(screen.cardIn('Bad', 'failed')).toContainText('cannot be reached');
    await expect(screen.card('Bad')).toContainText('try 2');
    await expect(screen.cardIn('Behind', 'blocked')).toBeVisible();
    await expect(screen.cardIn('Good', 'done')).toBeVisible();
    await screen.card('Bad').click();
    await expect(screen.section('Attempts')).toContainText('2 tries');
    await screen.runTheRest.click();
    await expect(page).not.toHaveURL(new RegExp(id));
    await expect(screen.card('Good').getByText('cached')).toHaveCount(2);
    await expect(screen.runTheRest).toBeVisible();
  });
});

test('it is run again from a node on, with what came before taken from this run', async ({
  page,
  host,
  core,
}) => {
  const id = await run(core, harbourReport);
  const screen = await open(page, host, id);
  await expect(screen.runAgain).toBeVisible();
  await screen.card('Join').click();
  await page.getByRole('button', { name: 'Run from here' }).click();
  await expect(page).not.toHaveURL(new RegExp(id));
  await expect(screen.runAgain).toBeVisible();
  await expect(screen.card('Risks').getByText('cached')).toHaveCount(2);
  await expect(screen.cardIn('Join', 'done')).toBeVisible();
});

test('a plan is looked at and corrected before it runs', async ({ page, host, core }) => {
  const { screen, dialog } = await reviewPlan(page, host, core, 'harbour_work');
  await dialog.getByRole('radio', { name: 'Text' }).click();
  const editor = dialog.getByRole('textbox', { name: 'The plan as YAML' });
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(
    'nodes:\n  - {id: one, title: Only this, prompt: Write it, agent: Nobody}\n',
  );
  await expect(dialog.getByRole('alert')).toContainText('Nobody');
  await expect(dialog.getByRole('button', { name: 'Run the corrected plan' })).toBeDisabled();
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(
    'nodes:\n  - {id: one, title: Only this, prompt: Write it, agent: Athena}\n',
  );
  await expect(dialog.getByText('1 node, corrected')).toBeVisible();
  await dialog.getByRole('button', { name: 'Run the corrected plan' }).click();
  await expect(dialog).toBeHidden();
  await expect(screen.card('Only this')).toBeVisible();
});

test('a plan is corrected on its canvas, step by step, and runs as it was left', async ({
  page,
  host,
  core,
}) => {
  const { screen, dialog } = await reviewPlan(page, host, core, 'harbour_canvas');
  const cards = dialog.locator('.react-flow__node');
  await cards.first().click();
  const step = dialog.getByRole('region', { name: 'Step' });
  await step.getByLabel('Title').fill('What the harbour needs');
  await step.getByLabel('Agent').selectOption('Apollo');
  await expect(cards.first()).toContainText('What the harbour needs');
  await step.getByRole('button', { name: 'Add a step behind it' }).click();
  await step.getByLabel('Title').fill('A last look');
  await step.getByLabel('Prompt').fill('Say what is missing.');
  await expect(dialog.getByText('7 nodes, corrected')).toBeVisible();
  // By keyboard: back to the first step, away with the last, and that taken back.
  await dialog.getByRole('button', { name: /^Undo/ }).click();
  await dialog.getByRole('button', { name: /^Redo/ }).click();
  await cards.last().click();
  await page.keyboard.press('Delete');
  await expect(cards).toHaveCount(6);
  await page.keyboard.press('Control+z');
  await expect(cards).toHaveCount(7);
  await expect(dialog.getByText('7 nodes, corrected')).toBeVisible();
  await dialog.getByRole('button', { name: 'Run the corrected plan' }).click();
  await expect(dialog).toBeHidden();
  await expect(screen.card('What the harbour needs')).toBeVisible();
  await expect(screen.card('A last look')).toBeVisible();
});

test('a delegation is set up in the form of a new session, and runs unasked', async ({ page, host }) => {
  await page.goto(addressOf(host, '/new'));
  await page.getByRole('radio', { name: 'Delegation' }).click();
  await page.getByLabel('Goal').fill('A report on a small harbour');
  await page.getByLabel('A plan', { exact: true }).selectOption('auto');
  await expect(page.getByLabel('Strategy')).toBeHidden();
  await expect(page.getByText('ready to run')).toBeVisible();
  await expect(page.getByText('has no effect')).toBeHidden();
  await page.getByRole('button', { name: /^Run delegation/ }).click();
  const screen = graphRunScreen(page);
  await expect(screen.runAgain).toBeVisible({ timeout: 60_000 });
  // What was planned stands in the open.
  await screen.show('List');
  await expect(screen.list.getByRole('button', { name: /^done What is asked for/ })).toBeVisible();
});

test('a session inside of a node is opened, and leads back', async ({ page, host, core }) => {
  const id = await run(core, [
    {
      id: 'debate',
      title: 'Debate it',
      kind: 'session',
      prompt: 'Should the harbour be closed?',
      session: { mode: 'debate', agents: ['Athena', 'Apollo'], max_rounds: 1 },
    },
    { id: 'other', title: 'Something else' },
  ]);
  const screen = await open(page, host, id);
  await expect(screen.runAgain).toBeVisible();
  await screen.card('Debate it').click();
  await screen.inspector.getByRole('link', { name: 'Open session' }).click();
  await expect(page.getByRole('region', { name: 'Transcript' })).toContainText('Athena');
  await page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .getByRole('link', { name: 'harbour_report' })
    .click();
  // To the very node that it was opened from.
  await expect(screen.card('Debate it')).toBeVisible();
  await expect(page).toHaveURL(/\/nodes\/debate$/);
  await expect(screen.inspector.getByRole('link', { name: 'Open session' })).toBeVisible();
});

test.describe('with very many nodes', () => {
  test.use({ configuration: stubSpeed(0, 0) });

  test('a thousand items stay a list, and the timeline and the list stay usable', async ({
    page,
    host,
    core,
  }) => {
    const items = Array.from({ length: 1000 }, (_, index) => `Topic ${index}`);
    const id = await run(
      core,
      [
        { id: 'list', title: 'List', prompt: 'List', agent: 'Athena', output: 'list', pinned: items },
        {
          id: 'each',
          title: 'Each',
          kind: 'map',
          over: 'list',
          prompt: 'On {{item}}',
          agent: 'Athena',
          max_items: 1000,
        },
      ],
      { parallel: 50 },
    );
    const screen = await open(page, host, id);
    await expect(screen.runAgain).toBeVisible();
    await screen.card('Each').getByRole('button', { name: '1,000 of 1,000 ended' }).click();
    await expect(screen.card('Each').getByRole('button', { name: /\[0\]/ })).toBeVisible();
    expect(await screen.card('Each').getByRole('button').count()).toBeLessThan(40);
    await screen.show('Timeline');
    await expect(screen.timeline.getByRole('button').first()).toBeVisible();
    expect(await screen.timeline.getByRole('button').count()).toBeLessThan(80);
    await screen.show('List');
    await page.getByRole('textbox', { name: 'Find nodes' }).fill('each[999]');
    await expect(screen.list.getByRole('listitem')).toHaveCount(1);
  });

  test('what is too large to be drawn is shown by levels', async ({ page, host, core }) => {
    const nodes = Array.from({ length: 2000 }, (_, index) => ({
      id: `n${index}`,
      prompt: 'Go on',
      agent: 'Athena',
      pinned: 'done before',
      deps: index < 500 ? [] : [`n${index - 500}`],
    }));
    const id = await run(core, nodes);
    await open(page, host, id);
    const levels = page.getByRole('region', { name: 'The graph by levels' });
    await expect(levels.getByRole('listitem')).toHaveCount(4);
    await expect(levels.getByRole('button', { name: /Level 4/ })).toContainText('500 done');
  });
});
