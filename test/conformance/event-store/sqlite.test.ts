import { eventStoreSuite } from './event-store-suite.ts';
import { sqliteAdapter } from './sqlite-adapter.ts';

eventStoreSuite(sqliteAdapter);
