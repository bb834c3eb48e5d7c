export { isLoopback } from './host-names.ts';
export { claimInstance } from './instance.ts';
export { startServer } from './start-server.ts';
