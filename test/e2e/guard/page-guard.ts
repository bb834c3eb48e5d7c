import type { BrowserContext, Request } from '@playwright/test';

/** What the browser has to complain about; an empty list at the end of every test. */
export interface PageGuard {
  readonly findings: () => readonly string[];
  /** For tests that break something on purpose: findings with these words are expected from now on. */
  readonly allow: (words: RegExp) => void;
}

/**
 * Listens to all pages of a browser context: the console, errors nobody caught, requests that fail or leave this
 * machine, and breaches of the page's policy.
 */
export const guardPages = async (context: BrowserContext): Promise<PageGuard> => {
  const seen: string[] = [];
  const allowed: RegExp[] = [];
  const report = (finding: string) => {
    if (!allowed.some((words) => words.test(finding))) seen.push(finding);
  };

  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      report(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (error) => report(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    if (leavesTheMachine(request.url())) report(`request to elsewhere: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    if (!wasGivenUp(request)) report(`request failed: ${request.url()}: ${request.failure()?.errorText}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) report(`answer ${response.status()}: ${response.url()}`);
  });
  await context.exposeBinding('reportPolicyBreach', (_source, breach: string) =>
    report(`policy breach: ${breach}`),
  );
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const { reportPolicyBreach } = window as unknown as { reportPolicyBreach: (breach: string) => void };
      reportPolicyBreach(`${violatedDirective}: ${blockedURI} in ${sourceFile}`);
    });
  });

  return { findings: () => seen, allow: (words) => void allowed.push(words) };
};

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const OWN_SCHEMES = new Set(['data:', 'blob:', 'app:', 'devtools:', 'about:']);

const leavesTheMachine = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return !OWN_SCHEMES.has(protocol) && !LOOPBACK.has(hostname);
};

/** The page itself gives requests up: the tail of a session that is left, a search that was typed on. */
const wasGivenUp = (request: Request): boolean => request.failure()?.errorText === 'net::ERR_ABORTED';
