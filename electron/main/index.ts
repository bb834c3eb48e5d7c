import { join } from 'node:path';
import * as electron from 'electron';
import { createCore, homeFolder } from '../../core/app/index.ts';
import { showFatalError } from './fatal-error.ts';
import { homeArgument } from './home-argument.ts';
import { startDesktop } from './start-desktop.ts';

/** This file is built to out/main, beside out/preload and out/renderer. */
const built = join(import.meta.dirname, '..');
const home = homeFolder(homeArgument(process.argv), process.env);

const giveUp = (error: unknown) => {
  showFatalError(electron, 'AgentNet has to close', error);
  electron.app.exit(1);
};
process.on('uncaughtException', giveUp);

// Not awaited here: Electron becomes ready only after this file has run to its end.
startDesktop(electron, {
  home,
  openCore: () => createCore({ home, host: 'desktop', environment: process.env }),
  rendererFolder: join(built, 'renderer'),
  preload: join(built, 'preload', 'index.cjs'),
  platform: process.platform,
}).catch(giveUp);
