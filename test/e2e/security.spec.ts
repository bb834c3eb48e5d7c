import { request as httpRequest } from 'node:http';
import { addressOf, expect, test } from './fixtures.ts';
import type { HostProcess } from './host/host-process.ts';
import { sessionScreen } from './screens/session-screen.ts';
import { debate, start } from './screens/specifications.ts';

/** What a hostile model, or whoever wrote into its context, would try on the reader's page. */
const HOSTILE = [
  '**Position:** harmless <script>window.breached = "script"</script>',
  '<img src="http://pictures.invalid/a.png" onerror="window.breached = \'onerror\'">',
  '![a picture](http://pictures.invalid/b.png) ![a chart][c]',
  '[click me](javascript:window.breached=1) [data](data:text/html,<script>1</script>) <http://links.invalid/x>',
  '<iframe src="http://frames.invalid/"></iframe><object data="http://frames.invalid/o"></object>',
  '<style>body { display: none }</style><link rel="stylesheet" href="http://styles.invalid/s.css">',
  '<svg><a xlink:href="javascript:window.breached=2"><text>svg</text></a></svg>',
  '<form action="http://forms.invalid/"><input name="token"><button>Send</button></form>',
  '<base href="http://base.invalid/"><meta http-equiv="refresh" content="0;url=http://meta.invalid/">',
  '[c]: http://pictures.invalid/c.png',
  '',
  'The end of it.',
].join('\n\n');

test.describe('an answer that attacks the page', () => {
  test.use({
    configuration: [
      'stub:',
      '  latency_ms: 0',
      '  tokens_per_s: 600',
      '  script:',
      `    - reply: ${JSON.stringify(HOSTILE)}`,
      '',
    ].join('\n'),
  });

  test('is shown as words: no script, no request, no foreign element', async ({ page, host, core }) => {
    const id = await start(
      core,
      debate({
        name: '<img src=x onerror=window.breached=3>',
        topic: 'Shall we <script>window.breached = 4</script> or not?',
        model: 'stub/scripted',
        max_rounds: 1,
      }),
    );
    const inert = async (where: string) => {
      expect(await page.evaluate(() => (window as { breached?: unknown }).breached), where).toBeUndefined();
      const foreign = page.locator('#root').locator('img, iframe, object, form[action], base, meta, style');
      expect(await foreign.count(), where).toBe(0);
      expect(await page.locator('#root script').count(), where).toBe(0);
      const links = await page
        .locator('#root a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      expect(
        links.filter((href) => href !== null && !/^(#|https?:\/\/links\.invalid)/.test(href)),
        where,
      ).toEqual([]);
    };
    await page.goto(addressOf(host, `/sessions/${id}`));
    const screen = sessionScreen(page);
    await expect.poll(async () => (await core['sessions.summary']({ id })).status).toBe('ended');
    await expect(screen.turns.first()).toBeVisible();
    await inert('beginning');
    await page.keyboard.press('e');
    await expect(screen.outcome).toBeInViewport();
    await inert('end');
    await expect(screen.turns.last()).toContainText('The end of it.');
    await expect(screen.turns.last()).toContainText('[picture: a picture]');
    const link = screen.turns.last().getByRole('link', { name: 'http://links.invalid/x' });
    await expect(link).toHaveAttribute('rel', /noreferrer/);
    await expect(link).toHaveAttribute('rel', /noopener/);

    await page.keyboard.press('j');
    for (const tab of ['Turn', 'Events'] as const) {
      await screen.tab(tab).click();
      await inert(tab);
    }
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByPlaceholder('Search commands, sessions and turns')).toBeFocused();
    await page.keyboard.type('harmless');
    await expect(page.getByRole('dialog').getByText('harmless').first()).toBeVisible();
    await inert('palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('What came of it');
    await inert('preview');
    await page.goto(`${host.url}/#/`);
    await expect(page.getByRole('region', { name: 'Recent sessions' })).toContainText('<img src=x');
    await inert('home');
  });
});

test('the token is handed over once and then stands nowhere', async ({ app, host }) => {
  await expect(app.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  expect(app.url()).toBe(`${host.url}/#/`);
  const traces = await app.evaluate(() => ({
    local: JSON.stringify(localStorage),
    cookies: document.cookie,
    markup: document.documentElement.outerHTML,
    requests: performance.getEntriesByType('resource').map(({ name }) => name),
    state: JSON.stringify(history.state),
    title: document.title,
  }));
  expect(JSON.stringify(traces)).not.toContain(host.token);
  await app.goBack();
  expect(app.url()).not.toContain(host.token);
});

test('a tab without the token says where to find it, and shows nothing', async ({ page, host, core }) => {
  await start(core, debate({ name: 'secret_plan' }));
  await page.goto(`${host.url}/#/sessions`);
  await expect(page.getByRole('heading', { name: 'This tab has no key to AgentNet' })).toBeVisible();
  await expect(page.getByText('secret_plan')).toBeHidden();
  await page.getByLabel('Address or token').fill(addressOf(host));
  await page.getByRole('button', { name: 'Open AgentNet' }).click();
  await expect(page.getByText('secret_plan')).toBeVisible();
  expect(page.url()).not.toContain('token');
});

/** A request as a browser would never let a page send it. */
const ask = (
  host: HostProcess,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly type: string; readonly body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(host.url);
    const request = httpRequest({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
      );
    });
    request.on('error', reject);
    request.end();
  });

test('data is refused without the token, under a foreign name, to a foreign page', async ({ host }) => {
  const bearer = { authorization: `Bearer ${host.token}` };
  const { port } = new URL(host.url);
  for (const path of ['/api/v1/sessions', '/metrics', '/health/detailed']) {
    expect((await ask(host, path, bearer)).status, path).toBe(200);
    const refusals = [
      { headers: {}, status: 401 },
      { headers: { authorization: 'Bearer wrong' }, status: 401 },
      { headers: { authorization: `Basic ${host.token}` }, status: 401 },
      { headers: { ...bearer, host: `rebound.invalid:${port}` }, status: 403 },
      { headers: { ...bearer, origin: 'http://elsewhere.invalid' }, status: 403 },
      { headers: { ...bearer, origin: 'http://127.0.0.1:1' }, status: 403 },
      { headers: { ...bearer, origin: 'null' }, status: 403 },
    ];
    for (const { headers, status } of refusals) {
      const answer = await ask(host, path, headers);
      expect(answer.status, `${path} with ${JSON.stringify(headers)}`).toBe(status);
      expect(answer.type).toContain('application/problem+json');
      expect(JSON.parse(answer.body)).toMatchObject({ status });
      expect(answer.body).not.toContain(host.token);
    }
  }
  expect((await ask(host, `/api/v1/sessions?token=${host.token}`, {})).status).toBe(401);
  expect((await ask(host, '/', { host: `rebound.invalid:${port}` })).status).toBe(403);
  expect((await ask(host, '/../package.json', {})).status).toBe(404);
  expect((await ask(host, '/health/live', {})).status).toBe(200);
});
