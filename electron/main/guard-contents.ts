import type { WebContents } from 'electron';
import type { ElectronApi } from './electron-api.ts';
import { isExternalUrl, isPageUrl } from './page-address.ts';

/**
 * Keeps a window on our own page: it neither goes to another address nor opens one. Links to the web open in the
 * system's browser.
 */
export const guardContents = (contents: WebContents, { shell }: Pick<ElectronApi, 'shell'>): void => {
  const openOutside = (url: string) => {
    if (isExternalUrl(url)) void shell.openExternal(url);
  };
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
    contents.on(event as 'will-navigate', (details) => {
      if (isPageUrl(details.url)) return;
      details.preventDefault();
      if (event === 'will-navigate') openOutside(details.url);
    });
  }
  contents.on('will-attach-webview', (event) => event.preventDefault());
};
