import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';

/**
 * The one logger: JSON lines with `correlation_id` = session id. Never receives prompts, answers or keys;
 * what looks like a key in an error is redacted all the same. Lines are few, so they are written at once:
 * the last one before a crash is the one that is wanted.
 */
export const createLogger = (home: string, to: 'stderr' | 'file' | 'none'): Logger => {
  const options = {
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['key', 'passphrase', 'authorization', 'token'].flatMap((name) => [
        name,
        `*.${name}`,
        `*.*.${name}`,
      ]),
      censor: '[redacted]',
    },
  };
  if (to === 'none') return pino({ ...options, enabled: false });
  if (to === 'stderr') return pino(options, pino.destination({ dest: 2, sync: true }));
  const folder = join(home, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return pino(options, pino.destination({ dest: join(folder, 'agentnet.log'), sync: true }));
};
