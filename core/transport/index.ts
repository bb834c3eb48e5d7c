export { createHttpClient } from './http/client.ts';
export { createHttpHandler } from './http/handler.ts';
export { liveInstance } from './http/live-instance.ts';
export { problemResponse } from './http/problem.ts';
export { createMessagePortClient } from './message-port/client.ts';
export {
  DESKTOP_BRIDGE,
  type DesktopBridge,
  PORT_MESSAGE,
  requestDesktopPort,
} from './message-port/desktop-bridge.ts';
export { serveMessagePort } from './message-port/serve.ts';
