interface EventTargetPort {
  addEventListener(type: string, listener: (event: never) => void): void;
  postMessage(message: unknown): void;
}
interface EmitterPort {
  on(type: string, listener: (event?: { data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
}

/** A message port of a page, of a Node worker thread or of Electron's main process. */
export type PortLike = (EventTargetPort | EmitterPort) & { start?(): void; close(): void };
