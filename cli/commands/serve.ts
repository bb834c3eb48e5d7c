import { join } from 'node:path';
import type { Invocation, RunCommand } from '../command.ts';
import { openBrowser } from '../open-browser.ts';
import { product } from '../product.ts';
import { noWords, wholeNumber } from '../read-arguments.ts';
import type { Terminal } from '../terminal.ts';
import { plural } from '../transcript/figures.ts';

interface Address {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
}

/** `agentnet serve`: runs until it is interrupted, which is its normal end. */
export const serve: RunCommand = async (invocation, terminal) => {
  noWords(invocation, 'serve');
  const port = wholeNumber(invocation, 'port', { min: 0, max: 65_535 });
  const [{ createCore, homeFolder }, { claimInstance, isLoopback, startServer }] = await Promise.all([
    import('../../core/app/index.ts'),
    import('../../server/index.ts'),
  ]);
  const home = homeFolder(invocation.text('home'), terminal.environment);
  const claim = await claimInstance(home);
  if (claim.kind === 'taken') {
    terminal.say(`AgentNet already serves ${home}.`);
    await announce({ ...claim.address, pid: claim.pid }, invocation, terminal);
    return 0;
  }
  const host = invocation.text('host');
  const { version, folder } = product();
  try {
    const core = await createCore({
      home,
      host: 'web',
      hostReason: invocation.text('because') ?? null,
      environment: terminal.environment,
    });
    try {
      const server = await startServer({
        core,
        version,
        rendererFolder: join(folder, 'dist', 'renderer'),
        ...(host !== undefined && { host }),
        ...(port !== undefined && { port }),
      });
      await claim.announce(server);
      if (host !== undefined && !isLoopback(host)) {
        terminal.say(
          'Others on the network can reach this address; what they send and get is not encrypted.',
        );
      }
      await announce({ url: server.url, token: server.token, pid: process.pid }, invocation, terminal);
      await interruption(terminal);
      const running = core.runningSessions();
      if (running > 0)
        terminal.say(`${plural(running, 'running session')} can be resumed with \`agentnet resume\`.`);
      await server.close();
    } finally {
      await core.close(terminal.interrupted.aborted ? String(terminal.interrupted.reason) : undefined);
    }
  } finally {
    await claim.release();
  }
  return 0;
};

const announce = async (address: Address, invocation: Invocation, terminal: Terminal): Promise<void> => {
  const { url, token, pid } = address;
  // A fragment is never sent to a server; the page takes it out of the address bar.
  const page = `${url}/#token=${token}`;
  await terminal.out.write(
    invocation.flag('json') ? `${JSON.stringify({ url, token, pid })}\n` : `${page}\n`,
  );
  if (
    invocation.flag('open') &&
    !invocation.flag('no-open') &&
    !(await openBrowser(page, terminal.environment))
  ) {
    terminal.say('There is no display to open a browser on; open the address above in one.');
  }
};

const interruption = ({ interrupted }: Terminal): Promise<void> =>
  new Promise((resolve) => {
    if (interrupted.aborted) resolve();
    else interrupted.addEventListener('abort', () => resolve(), { once: true });
  });
