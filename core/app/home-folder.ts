import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The data folder: asked for, else `AGENTNET_HOME`, else the operating system's application-data folder. */
export const homeFolder = (
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string => {
  const chosen = asked ?? environment['AGENTNET_HOME'];
  if (chosen) return resolve(chosen);
  const user = environment['HOME'] ?? homedir();
  switch (platform) {
    case 'darwin':
      return join(user, 'Library', 'Application Support', 'AgentNet');
    case 'win32':
      return join(environment['APPDATA'] ?? join(user, 'AppData', 'Roaming'), 'AgentNet');
    default:
      return join(environment['XDG_DATA_HOME'] || join(user, '.local', 'share'), 'agentnet');
  }
};
