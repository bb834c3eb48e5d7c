import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';

const LISTENING = '0A';

/**
 * Which program listens on a TCP port of this machine, as far as Linux tells (own processes, or all for root);
 * undefined elsewhere or when it cannot be seen.
 */
export const portOwner = async (port: number): Promise<string | undefined> => {
  const sockets = new Set(await listeningSockets(port));
  if (sockets.size === 0) return undefined;
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const open = await readdir(`/proc/${pid}/fd`).catch(() => []);
    for (const descriptor of open) {
      const target = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => '');
      if (!sockets.has(target)) continue;
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return `${programName(command)} (process ${pid})`;
    }
  }
  return undefined;
};

/** `node /opt/tool/server.js --x` is better known as `node server.js`. Arguments are separated by NUL. */
const programName = (command: string): string => {
  const [program = '', script = ''] = command.split('\0');
  const names = [program, script.startsWith('-') ? '' : script].map((path) => basename(path.trim()));
  return names.filter((name) => name !== '').join(' ') || 'a program';
};

/** Lines of the kernel's table: `sl local_address rem_address st ... inode`, addresses in hexadecimal. */
const listeningSockets = async (port: number): Promise<readonly string[]> => {
  const ending = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
  );
  return tables
    .flatMap((table) => table.split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(ending) && fields[3] === LISTENING)
    .map((fields) => `socket:[${fields[9]}]`);
};
