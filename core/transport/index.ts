export { createHttpClient, type HttpClientOptions } from './http/client.ts';
export { createHttpHandler, type HttpHandlerOptions } from './http/handler.ts';
export { type Liveness, liveInstance } from './http/live-instance.ts';
export { OPEN_API_PATH, REST_PATH, RPC_PATH } from './http/paths.ts';
export { problemResponse } from './http/problem.ts';
export type { Connection } from './http/resumable.ts';
export { createMessagePortClient } from './message-port/client.ts';
export {
  DESKTOP_BRIDGE,
  type DesktopBridge,
  PORT_MESSAGE,
  requestDesktopPort,
} from './message-port/desktop-bridge.ts';
export type { PortLike } from './message-port/port-like.ts';
export { serveMessagePort } from './message-port/serve.ts';
