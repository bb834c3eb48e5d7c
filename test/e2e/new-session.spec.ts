import type { Page } from '@playwright/test';
import { addressOf, expect, test } from './fixtures.ts';
import { SESSION_ADDRESS, sessionIdOf, sessionScreen } from './screens/session-screen.ts';

const formOf = (page: Page) => page.getByRole('region', { name: 'Form' });
const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Specification as YAML' });
const runDebate = (page: Page) => page.getByRole('button', { name: 'Run debate' });

/** The text of the editor, line by line as it is drawn. */
const yamlOf = async (page: Page): Promise<string> =>
  (await page.locator('.cm-line').allInnerTexts()).join('\n');

const writeYaml = async (page: Page, text: string) => {
  await editorOf(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
};

const SPECIFICATION = `# kept as it is
mode: debate
topic: Should a small harbour town limit the number of cruise ships?
agents: [Athena, Apollo]
max_rounds: 2
model: stub/debater
`;

test.beforeEach(async ({ page, host }) => {
  await page.goto(addressOf(host, '/new'));
  await expect(page.getByRole('heading', { level: 1, name: 'New session' })).toBeVisible();
  await expect(editorOf(page)).toBeVisible();
});

test('form and text say the same, comments stay, and it runs', async ({ page, core }) => {
  const form = formOf(page);
  await writeYaml(page, SPECIFICATION);
  await expect(form.getByLabel('Topic')).toHaveValue(/^Should a small harbour town/);
  await expect(form.getByRole('radio', { name: 'Debate' })).toBeChecked();
  await expect(form.getByLabel('Rounds, at most')).toHaveValue('2');
  await expect(page.getByText('ready to run')).toBeVisible();

  await form.getByLabel('Topic').fill('Ferries or bridges?');
  await form.getByLabel('Rounds, at most').fill('3');
  await form.getByLabel('Strategy').selectOption('parallel');
  await form.getByLabel('Add an agent').selectOption('Hermes');
  await form.getByRole('button', { name: 'Move Hermes up' }).click();
  await expect
    .poll(() => yamlOf(page))
    .toMatch(/^# kept as it is\nmode: debate\ntopic: Ferries or bridges\?$/m);
  const yaml = await yamlOf(page);
  expect(yaml).toMatch(/^max_rounds: 3$/m);
  expect(yaml).toMatch(/^strategy: parallel$/m);
  expect(yaml.replace(/\s+/g, ' ')).toMatch(
    /agents: (\[ ?Athena, Hermes, Apollo ?\]|- Athena - Hermes - Apollo)/,
  );

  await expect(page.getByText('ready to run')).toBeVisible();
  await runDebate(page).click();
  await expect(page).toHaveURL(SESSION_ADDRESS);
  // It may be over before its page is there, which then begins at the beginning.
  await expect(page.getByRole('banner').getByText('completed')).toBeVisible();
  await page.keyboard.press('e');
  await expect(sessionScreen(page).outcome).toBeInViewport();
  const { specification, participants } = await core['sessions.get']({ id: sessionIdOf(page) });
  expect(specification).toMatchObject({ topic: 'Ferries or bridges?', strategy: 'parallel', max_rounds: 3 });
  expect(participants).toEqual(['Athena', 'Hermes', 'Apollo']);
});

test('what is wrong is said at the field and at the line, with the nearest valid name', async ({ page }) => {
  const form = formOf(page);
  await writeYaml(page, SPECIFICATION.replace('Apollo]', 'Appolo]').replace('max_rounds: 2', 'max_round: 2'));
  const problems = page.getByRole('list', { name: 'Problems' });
  await expect(problems.getByRole('listitem')).toHaveCount(2);
  await expect(problems).toContainText('Apollo');
  await expect(problems).toContainText('agents[1], line 4');
  await expect(problems).toContainText('max_round, line 5');
  await expect(page.locator('.cm-lint-marker-error')).toHaveCount(2);
  await expect(page.getByText('2 problems')).toBeVisible();
  await expect(runDebate(page)).toBeDisabled();
  await expect(form.getByLabel('Add an agent')).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByLabel('Add an agent')).toHaveAccessibleDescription(/Appolo/);

  await form.getByRole('button', { name: 'Remove Appolo' }).click();
  await form.getByLabel('Add an agent').selectOption('Apollo');
  await expect(problems.getByRole('listitem')).toHaveCount(1);
  await form.getByLabel('Rounds, at most').fill('-3');
  await expect(form.getByLabel('Rounds, at most')).toHaveAccessibleDescription(/\S/);
  await expect(form.getByLabel('Rounds, at most')).toHaveAttribute('aria-invalid', 'true');

  await writeYaml(page, 'mode: debate\ntopic: [unclosed\n');
  await expect(form).toContainText('cannot be read as YAML');
  await expect(problems).toContainText(/line [23]/);
  await expect(runDebate(page).or(page.getByRole('button', { name: 'Run session' }))).toBeDisabled();
});

test('a draft outlives the page', async ({ page }) => {
  await writeYaml(page, SPECIFICATION);
  await expect(page.getByText('ready to run')).toBeVisible();
  await page.reload();
  await expect.poll(() => yamlOf(page)).toContain('# kept as it is');
  await page.getByRole('button', { name: 'Start from' }).click();
  await page.getByRole('menuitem', { name: /^resilient_edge/ }).click();
  await expect(formOf(page).getByLabel('Topic')).toHaveValue('Designing a resilient edge network');
});

test('caps of each turn stand in the form and in the text alike', async ({ page }) => {
  await writeYaml(page, SPECIFICATION);
  const form = formOf(page);
  await form.getByLabel('US dollars a turn').fill('0.05');
  await form.getByLabel('Seconds a turn').fill('30');
  await expect.poll(() => yamlOf(page)).toMatch(/budget:\s+turn:\s+usd: 0\.05\s+seconds: 30/);
  await expect.poll(() => yamlOf(page)).toContain('# kept as it is');
  await form.getByLabel('US dollars a turn').fill('-1');
  await expect(form.getByText(/budget\.turn\.usd must be a number greater than 0/)).toBeVisible();
  await writeYaml(page, `${SPECIFICATION}budget: { turn: { tokens: 700 } }\n`);
  await expect(form.getByLabel('Tokens a turn')).toHaveValue('700');
  await expect(form.getByLabel('US dollars a turn')).toHaveValue('');
});

test('each mode asks for what has an effect in it, and a delegation for its reviewer', async ({ page }) => {
  const form = formOf(page);
  const mode = (name: string) => form.getByRole('radio', { name });
  await mode('Brainstorm').click();
  await expect(form.getByLabel('Judge')).toBeHidden();
  await expect(form.getByLabel('Quorum')).toBeHidden();
  await mode('Debate').click();
  await expect(form.getByLabel('Judge')).toBeVisible();
  await mode('Delegation').click();
  await expect(form.getByRole('group', { name: 'Agents who are given tasks' })).toBeVisible();
  await expect(form.getByLabel('Strategy')).toBeHidden();
  await form.getByLabel('Reviewer').selectOption('Critic');
  await expect.poll(() => yamlOf(page)).toMatch(/^judge: Critic$/m);
});
