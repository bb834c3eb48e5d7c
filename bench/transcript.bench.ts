import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { evaluate } from './evaluate.ts';
import { type FrameCost, frameCosts } from './frame-costs.ts';
import { serveDebate } from './served-home.ts';
import { percentile, show, spread } from './spread.ts';

/**
 * What a user waits for in a browser: the first screen, the opening of a debate of 10,000 turns (by a click on the
 * first screen, and by its address), and scrolling through it. Each repeat has an empty browser cache.
 */
const REPEATS = 5;
const ROUNDS = 2_500;
const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
  'v8',
];

interface Marks {
  readonly home?: number;
  readonly turns?: number;
  readonly click?: number;
}

const columns = {
  home: [] as number[],
  scripts: [] as number[],
  click: [] as number[],
  address: [] as number[],
  snapshot: [] as number[],
  snapshotSize: [] as number[],
  frames: [] as number[],
  tails: [] as number[],
  scriptTails: [] as number[],
  layoutTails: [] as number[],
  worst: [] as number[],
};

const whenMarked = (page: Page, mark: keyof Marks): Promise<Marks> =>
  evaluate(page, `window.whenMarked('${mark}')`);

/** Files of script that came over the wire before the moment, as they were sent, in kB. */
const scriptsBefore = (page: Page, moment: number): Promise<number> =>
  evaluate(
    page,
    `performance.getEntriesByType('resource')
    .filter(({ name, startTime }) => name.endsWith('.js') && startTime < ${moment})
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000`,
  );

/** Milliseconds and kB (as sent) of the answer that holds the state of the session. */
const snapshotOf = (page: Page): Promise<{ readonly ms: number; readonly kB: number }> =>
  evaluate(
    page,
    `(() => {
    const [entry] = performance.getEntriesByType('resource').filter(({ name }) => name.includes('sessions.snapshot'));
    return { ms: entry.responseEnd - entry.requestStart, kB: entry.encodedBodySize / 1000 };
  })()`,
  );

const newPage = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript({ path: join(import.meta.dirname, 'page-marks.js') });
  return context.newPage();
};

/** By wheel through a good part from either end, with jumps to the middle, to the end and back. */
const scrollAround = async (page: Page) => {
  await page.mouse.move(600, 450);
  const roll = async (times: number, by: number) => {
    for (let time = 0; time < times; time += 1) await page.mouse.wheel(0, by);
  };
  const jump = (share: number) =>
    evaluate(
      page,
      `(() => {
        const transcript = document.querySelector('[aria-label="Transcript"]');
        transcript.scrollTop = transcript.scrollHeight * ${share};
      })()`,
    );
  await roll(150, 400);
  await jump(0.5);
  await roll(100, 900);
  await page.keyboard.press('e');
  await roll(100, -400);
  for (const share of [0.1, 0.8, 0.3, 0.6]) {
    await jump(share);
    await roll(20, 250);
  }
};

/** The browser that scripts/bench.mjs found; without it Playwright takes its own. */
const executablePath = process.env['CHROMIUM_PATH'];
const served = await serveDebate(ROUNDS);
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--no-first-run'],
});
try {
  for (let repeat = -1; repeat < REPEATS; repeat += 1) {
    const page = await newPage(browser);
    await page.goto(served.address);
    const { home = Number.NaN } = await whenMarked(page, 'home');
    const scripts = await scriptsBefore(page, home);
    await page.getByRole('link', { name: /long_debate/ }).click();
    const { turns = Number.NaN, click = Number.NaN } = await whenMarked(page, 'turns');
    const snapshot = await snapshotOf(page);

    await browser.startTracing(page, { categories: CATEGORIES });
    await scrollAround(page);
    const costs = frameCosts((await browser.stopTracing()).toString());
    await page.context().close();

    const direct = await newPage(browser);
    await direct.goto(`${served.address}&to=/sessions/${served.sessionId}`);
    const { turns: address = Number.NaN } = await whenMarked(direct, 'turns');
    await direct.context().close();
    if (repeat < 0) continue;

    const tail = (cost: keyof FrameCost) =>
      percentile(
        costs.map((frame) => frame[cost]),
        0.95,
      );
    columns.home.push(home);
    columns.scripts.push(scripts);
    columns.click.push(turns - click);
    columns.address.push(address);
    columns.snapshot.push(snapshot.ms);
    columns.snapshotSize.push(snapshot.kB);
    columns.frames.push(costs.length);
    columns.tails.push(tail('both'));
    columns.scriptTails.push(tail('script'));
    columns.layoutTails.push(tail('layout'));
    columns.worst.push(Math.max(...costs.map(({ both }) => both)));
  }
} finally {
  await browser.close();
  await served.close();
}

console.log(`a debate of ${served.turns} turns, made in ${(served.madeInMs / 1000).toFixed(1)} s;`);
console.log(`median (lowest to highest) of ${REPEATS} runs, each with an empty cache`);
console.log(
  `first useful paint of the first screen, ms      ${show(spread(columns.home), 0)}   (goal: 1,000)`,
);
console.log(
  `its scripts as sent, kB                         ${show(spread(columns.scripts), 0)}   (goal: 350)`,
);
console.log(
  `from the click to the first turns, ms           ${show(spread(columns.click), 0)}   (goal: 1,000)`,
);
console.log(
  `from the page request by its address, ms        ${show(spread(columns.address), 0)}   (goal: 1,000)`,
);
console.log(`  of that the snapshot, ms                      ${show(spread(columns.snapshot), 0)}`);
console.log(`  the snapshot as sent, kB                      ${show(spread(columns.snapshotSize), 0)}`);
console.log(`scrolling, script and layout a frame, p95 ms    ${show(spread(columns.tails), 1)}   (goal: 16)`);
console.log(`  script alone, p95 ms                          ${show(spread(columns.scriptTails), 1)}`);
console.log(`  layout alone, p95 ms                          ${show(spread(columns.layoutTails), 1)}`);
console.log(`  the worst frame, ms                           ${show(spread(columns.worst), 1)}`);
console.log(`  frames drawn                                  ${show(spread(columns.frames), 0)}`);
