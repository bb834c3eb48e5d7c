import { type Browser, chromium, type Page } from '@playwright/test';
import { createCore } from '../core/app/index.ts';
import { evaluate } from './evaluate.ts';
import { type FrameCost, frameCosts } from './frame-costs.ts';
import { serveHome } from './served-home.ts';
import { percentile, show, spread } from './spread.ts';

/** What a user waits for on the canvas of a graph: opening, panning, zooming, dragging, arranging, undoing. */
const REPEATS = 3;
const SIZES = [500, 5_000] as const;
const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
  'v8',
];

/** Nodes in columns of 20, each waiting for one to three of the column before; the same for the same size. */
const graphText = (size: number): string => {
  const nodes = Array.from({ length: size }, (_, index) => {
    const column = Math.floor(index / 20);
    const before = [7, 3, 11]
      .slice(0, (index % 3) + 1)
      .map((step) => (column - 1) * 20 + ((index * step) % 20));
    const deps = column === 0 ? [] : [...new Set(before)].map((place) => `n${place}`);
    const prompt = `Step ${index}: go on from what ${deps.map((dep) => `{{${dep}.output}}`).join(' and ')} say.`;
    return { id: `n${index}`, title: `Step ${index}`, prompt, deps };
  });
  return JSON.stringify({ nodes });
};

/** What the processor was busy with, not how long it took: other programs of the machine do not count. */
const processorTimes = (trace: string): string => {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: { dur?: number; tdur?: number }[] };
  return JSON.stringify({
    traceEvents: traceEvents.map((event) =>
      event.tdur === undefined ? event : { ...event, dur: event.tdur },
    ),
  });
};

const traced = async (browser: Browser, page: Page, work: () => Promise<void>) => {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const costs = frameCosts(processorTimes((await browser.stopTracing()).toString()));
  return costs;
};

const tail = (costs: readonly FrameCost[]) =>
  percentile(
    costs.map(({ both }) => both),
    0.95,
  );

const UNDO = 'button[aria-label^="Undo"]';

/** Milliseconds of script and layout of the dearest frame after one press of the button. */
const press = async (browser: Browser, page: Page, button: string): Promise<number> => {
  const costs = await traced(browser, page, async () => {
    await evaluate(page, `document.querySelector('${button}').click()`);
    await page.waitForTimeout(400);
  });
  return Math.max(0, ...costs.map(({ both }) => both));
};

const nothing = { arranged: Number.NaN, undone: Number.NaN, redone: Number.NaN };

const arrangeAndBack = async (browser: Browser, page: Page): Promise<typeof nothing> => {
  const arranging = performance.now();
  await page.keyboard.press('a');
  await page.locator(UNDO).waitFor({ timeout: 120_000 });
  const arranged = performance.now() - arranging;
  await page.waitForTimeout(500);
  const undone = await press(browser, page, UNDO);
  const redone = await press(browser, page, 'button[aria-label^="Redo"]');
  await page.waitForTimeout(500);
  return { arranged, undone, redone };
};

const measure = async (browser: Browser, address: string, arranges: boolean) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const started = performance.now();
  await page.goto(address);
  const cards = page.locator('.react-flow__node');
  await cards.first().waitFor();
  const opened = performance.now() - started;
  // A file without places is laid out once when it is opened.
  await page.waitForTimeout(4_000);

  const canvas = page.locator('.react-flow');
  await canvas.focus();
  const placed = arranges ? await arrangeAndBack(browser, page) : nothing;

  await page.mouse.move(700, 450);
  const roll = async (times: number, x: number, y: number) => {
    for (let time = 0; time < times; time += 1) await page.mouse.wheel(x, y);
  };
  const panned = await traced(browser, page, async () => {
    await roll(60, 40, 10);
    await roll(60, -40, -10);
  });
  const zoomed = await traced(browser, page, async () => {
    await page.keyboard.down('Control');
    await roll(30, 0, -60);
    await roll(30, 0, 60);
    await page.keyboard.up('Control');
  });
  const card = await cards.nth(5).boundingBox();
  if (card === null) throw new Error('no card is in sight');
  const dragged = await traced(browser, page, async () => {
    const [x, y] = [card.x + card.width / 2, card.y + card.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 0; step < 100; step += 1) {
      await page.mouse.move(x + 60 * Math.sin(step / 8), y + 40 * Math.cos(step / 8));
    }
    await page.mouse.up();
  });
  await context.close();
  return { opened, ...placed, panned: tail(panned), zoomed: tail(zoomed), dragged: tail(dragged) };
};

type Figures = Awaited<ReturnType<typeof measure>>;

const lines: readonly (readonly [keyof Figures, string, string])[] = [
  ['opened', 'from the page request to the first cards, ms ', ''],
  ['panned', 'panning, script and layout a frame, p95 ms   ', '   (goal for 500: 8)'],
  ['zoomed', 'zooming, script and layout a frame, p95 ms   ', '   (goal for 500: 8)'],
  ['dragged', 'dragging, script and layout a frame, p95 ms  ', '   (goal for 500: 8)'],
  ['arranged', 'arranging everything, in a worker, ms        ', '   (goal for 500: 2,000)'],
  ['undone', 'taking that back, ms                         ', '   (goal: 50)'],
  ['redone', 'doing it again, ms                           ', '   (goal: 50)'],
];

const executablePath = process.env['CHROMIUM_PATH'];
const served = await serveHome(async (home) => {
  const core = await createCore({ home, host: 'cli', environment: {}, logTo: 'none' });
  try {
    const ids: string[] = [];
    for (const size of SIZES) {
      const text = graphText(size);
      ids.push((await core.api['graphs.save']({ name: `${size} nodes`, text, base_version: 0 })).id);
    }
    return ids;
  } finally {
    await core.close();
  }
});
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--no-first-run'],
});
try {
  for (const [index, size] of SIZES.entries()) {
    const figures: Figures[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      figures.push(await measure(browser, `${served.address}&to=/graphs/${served.made[index]}`, index === 0));
    }
    console.log(`a graph of ${size} nodes; median (lowest to highest) of ${REPEATS} runs`);
    for (const [key, words, goal] of lines) {
      // Places of a very large graph come from its levels; it is laid out only when somebody asks.
      if (figures.every((one) => Number.isNaN(one[key]))) continue;
      console.log(`  ${words} ${show(spread(figures.map((one) => one[key])), 1)}${goal}`);
    }
  }
} finally {
  await browser.close();
  await served.close();
}
