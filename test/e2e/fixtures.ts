import { test as base, expect, type Page } from '@playwright/test';
import type { CoreApi } from '../../core/contract/index.ts';
import { createHttpClient } from '../../core/transport/index.ts';
import { guardPages, type PageGuard } from './guard/page-guard.ts';
import { FAST, newHomeFolder, removeHomeFolder } from './host/home-folder.ts';
import { type HostProcess, startHost } from './host/host-process.ts';

interface Options {
  /** The text of `config.yaml`; see `stubSpeed`. */
  configuration: string;
  /** Variables of the host process, for keys that are none. */
  environment: Readonly<Record<string, string>>;
}

interface Fixtures {
  readonly home: string;
  readonly host: HostProcess;
  /** Starts a host on the same data folder, after the first one has gone. */
  readonly startAgain: () => Promise<HostProcess>;
  /** The same core that the page talks to: to prepare what a test needs, and to look behind the screen. */
  readonly core: CoreApi;
  readonly guard: PageGuard;
  /** The first screen, opened as a user does: with the address that the host printed. */
  readonly app: Page;
}

/** Every test has its own data folder, its own host process and its own browser profile. */
export const test = base.extend<Options & Fixtures>({
  configuration: [FAST, { option: true }],
  environment: [{}, { option: true }],
  home: async ({ configuration }, use) => {
    const folder = newHomeFolder(configuration);
    await use(folder);
    removeHomeFolder(folder);
  },
  host: async ({ home, environment }, use) => {
    const host = await startHost(home, environment);
    await use(host);
    await host.stop();
    expect(host.errors(), 'what the host wrote to standard error').not.toMatch(
      /error|warning|at .+:\d+:\d+/i,
    );
  },
  startAgain: async ({ home, environment }, use) => {
    const started: HostProcess[] = [];
    await use(async () => {
      const host = await startHost(home, environment);
      started.push(host);
      return host;
    });
    for (const host of started) await host.stop();
  },
  core: async ({ host }, use) => {
    await use(createHttpClient({ baseUrl: host.url, token: host.token }));
  },
  guard: [
    async ({ context }, use) => {
      const guard = await guardPages(context);
      await use(guard);
      expect(guard.findings(), 'what the browser complained of').toEqual([]);
    },
    { auto: true },
  ],
  // Pages go before their host does: a page whose host is gone has every right to complain.
  page: async ({ host: _goesLater, startAgain: _goToo, context, page }, use) => {
    await use(page);
    for (const one of context.pages()) await one.close();
  },
  app: async ({ page, host }, use) => {
    await page.goto(addressOf(host));
    await use(page);
  },
});

export { expect } from '@playwright/test';

/** The address as the host prints it, token and all; `path` leads on to a screen. */
export const addressOf = ({ url, token }: HostProcess, path?: string): string =>
  `${url}/#token=${token}${path === undefined ? '' : `&to=${encodeURIComponent(path)}`}`;
