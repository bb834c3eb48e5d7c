import type { Page } from '@playwright/test';
import { addressOf, expect, test } from './fixtures.ts';
import { FAST, WATCHABLE } from './host/home-folder.ts';
import { sessionScreen } from './screens/session-screen.ts';
import { debate, start } from './screens/specifications.ts';

const sizes = [
  { width: 960, height: 640 },
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
] as const;

/** Runs in the page: what hangs over an edge, is covered by something else, or has its words cut off. */
const misplaced = (): string[] => {
  const { clientWidth, clientHeight, scrollWidth, scrollHeight } = document.documentElement;
  const found: string[] = [];
  if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${scrollWidth} of ${clientWidth}`);
  if (scrollHeight > clientHeight) found.push(`the page scrolls down: ${scrollHeight} of ${clientHeight}`);
  const scrolls = (element: Element, axis: 'overflowX' | 'overflowY') =>
    /auto|scroll/.test(getComputedStyle(element)[axis]);
  const insideScroller = (element: Element, axis: 'overflowX' | 'overflowY'): boolean => {
    for (let one = element.parentElement; one !== null; one = one.parentElement) {
      if (scrolls(one, axis)) return true;
    }
    return false;
  };
  for (const element of document.querySelectorAll<HTMLElement>(
    'button, a[href], input, select, textarea, [role="tab"], [role="radio"], h1',
  )) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || getComputedStyle(element).visibility === 'hidden') continue;
    const name = `${element.tagName} "${(element.getAttribute('aria-label') ?? element.innerText ?? '').slice(0, 40)}"`;
    const down = insideScroller(element, 'overflowY');
    if (!insideScroller(element, 'overflowX') && (box.left < -1 || box.right > clientWidth + 1)) {
      found.push(`${name} hangs over the side: ${box.left} to ${box.right} of ${clientWidth}`);
    }
    if (!down && box.bottom > clientHeight + 1 && box.top < clientHeight) {
      found.push(`${name} hangs over the bottom: ${box.bottom} of ${clientHeight}`);
    }
    const isButton = element.tagName === 'BUTTON' || element.getAttribute('role') === 'tab';
    if (isButton && element.scrollWidth > element.clientWidth + 1) {
      found.push(`${name} cuts its words off: ${element.scrollWidth} of ${element.clientWidth}`);
    }
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (down || x < 0 || x > clientWidth || y < 0 || y > clientHeight) continue;
    const top = document.elementFromPoint(x, y);
    if (top !== null && !element.contains(top) && !top.contains(element)) {
      found.push(`${name} is covered by ${top.tagName} "${(top as HTMLElement).innerText?.slice(0, 30)}"`);
    }
  }
  return found;
};

const look = async (page: Page, what: string) => {
  for (const size of sizes) {
    await test.step(`${what}, ${size.width} x ${size.height}`, async () => {
      await page.setViewportSize(size);
      // What was measured before the change of size is drawn anew in the next frames.
      await expect.soft.poll(() => page.evaluate(misplaced), `${what} at ${size.width}`).toEqual([]);
    });
  }
};

test.describe('ended sessions', () => {
  test.use({ configuration: FAST });

  test('no screen scrolls sideways, cuts off or covers anything, at any size', async ({
    app,
    host,
    core,
  }) => {
    const screen = sessionScreen(app);
    const go = (path: string) => app.goto(`${host.url}/#${path}`);
    await expect(app.getByRole('button', { name: /^Run debate/ }).first()).toBeVisible();
    await look(app, 'home');
    const id = await start(
      core,
      debate({
        name: 'a_name_that_is_longer_than_most_names_of_sessions_are_and_has_to_be_cut_somewhere',
        strategy: 'parallel',
        agents: ['Athena', 'Apollo', 'Hermes', 'Skeptic', 'Advocate'],
        max_rounds: 2,
      }),
    );
    await expect.poll(async () => (await core['sessions.summary']({ id })).status).toBe('ended');
    await go('/sessions');
    await expect(app.getByRole('grid')).toBeVisible();
    await look(app, 'sessions');
    await go(`/sessions/${id}`);
    await expect(screen.turns.first()).toBeVisible();
    await look(app, 'five at once');
    await app.keyboard.press('v');
    await look(app, 'lanes');
    await app.keyboard.press('ControlOrMeta+i');
    await look(app, 'lanes without inspector');
    await app.keyboard.press('ControlOrMeta+i');
    await go('/new/sample/ai-tutors.yaml');
    await expect(app.getByText('ready to run')).toBeVisible();
    await look(app, 'new session');
    await go('/agents/Athena');
    await expect(app.getByRole('article', { name: 'Athena' })).toBeVisible();
    await look(app, 'agents');
    await go('/new-agent/Athena');
    await expect(app.getByLabel('Description')).toBeVisible();
    await look(app, 'new version');
    await go('/settings');
    await expect(app.getByRole('region', { name: 'Health' }).getByRole('listitem').first()).toBeVisible();
    await look(app, 'settings');
    await app.keyboard.press('?');
    await look(app, 'shortcuts');
  });
});

test.describe('a live session', () => {
  test.use({ configuration: WATCHABLE });

  test('fits at any size, follows through a change of size, and keeps still for those who want it', async ({
    page,
    host,
    core,
  }) => {
    const id = await start(core, debate({ max_rounds: 20 }));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(addressOf(host, `/sessions/${id}`));
    const screen = sessionScreen(page);
    await expect(screen.speaking).toHaveCount(1);
    await look(page, 'live');
    await expect(page.getByRole('button', { name: 'To the end' })).toBeHidden();
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => {
          const { duration = 0 } = effect?.getTiming() ?? {};
          return playState === 'running' && Number(duration) > 1;
        })
        .map(({ effect }) => (effect as KeyframeEffect | null)?.target?.outerHTML.slice(0, 80)),
    );
    expect(moving).toEqual([]);
    await core['sessions.pause']({ id, when: 'now' });
    await expect(screen.resume).toBeVisible();
    await look(page, 'paused');
  });
});
