import type { Page } from '@playwright/test';

/** All that a page holds: its heap after a collection, its document, its storage, its history. */
export const pageMemory = async (page: Page): Promise<Readonly<Record<string, string>>> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const pieces: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const shown = await page.evaluate(() => ({
    document: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')]
      .map((field) => (field as HTMLInputElement).value)
      .join('\n'),
    storage: JSON.stringify({ ...localStorage, ...sessionStorage }),
    address: location.href,
    history: JSON.stringify(history.state),
  }));
  return { heap: pieces.join(''), ...shown };
};
