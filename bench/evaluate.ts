import type { Page } from '@playwright/test';

/** Through the debugger: the page's policy forbids what Playwright does with text that is to be evaluated. */
export const evaluate = async <T>(page: Page, expression: string): Promise<T> => {
  const session = await page.context().newCDPSession(page);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
  return result.value as T;
};
