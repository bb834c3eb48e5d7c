import { spawn } from 'node:child_process';

interface Opener {
  readonly program: string;
  readonly args: readonly string[];
}

/** The program that opens an address, where there is a display to open it on. */
export const openerFor = (
  url: string,
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): Opener | undefined => {
  switch (platform) {
    case 'darwin':
      return { program: 'open', args: [url] };
    case 'win32':
      return { program: 'rundll32', args: ['url.dll,FileProtocolHandler', url] };
    default:
      return environment['DISPLAY'] || environment['WAYLAND_DISPLAY']
        ? { program: 'xdg-open', args: [url] }
        : undefined;
  }
};

/** Opens an address and does not wait. Gives false where there is no display or no opener. */
export const openBrowser = (
  url: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> => {
  const opener = openerFor(url, process.platform, environment);
  if (!opener) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(opener.program, opener.args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
};
