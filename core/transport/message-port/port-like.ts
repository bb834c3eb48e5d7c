import type { SupportedMessagePort } from '@orpc/client/message-port';

/** A message port of a page, of a Node worker thread or of Electron's main process. */
export type PortLike = SupportedMessagePort & { start?(): void; close(): void };
