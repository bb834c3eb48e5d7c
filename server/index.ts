export { isLoopback } from './host-names.ts';
export { type Claim, claimInstance, type InstanceAddress } from './instance.ts';
export { DEFAULT_PORT } from './listen.ts';
export { type RunningServer, type ServerOptions, startServer } from './start-server.ts';
