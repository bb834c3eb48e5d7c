import type { StoreAdapter } from './adapter.ts';
import { deletingSuite } from './deleting-suite.ts';
import { graphsSuite } from './graphs-suite.ts';
import { interleavingSuite } from './interleaving-suite.ts';
import { listingSuite } from './listing-suite.ts';
import { owningSuite } from './owning-suite.ts';
import { readingSuite } from './reading-suite.ts';
import { verifyingSuite } from './verifying-suite.ts';
import { writingSuite } from './writing-suite.ts';

/** What every implementation of the port `EventStore` does, whatever it stores in. */
export const eventStoreSuite = (adapter: StoreAdapter): void => {
  writingSuite(adapter);
  readingSuite(adapter);
  owningSuite(adapter);
  listingSuite(adapter);
  verifyingSuite(adapter);
  deletingSuite(adapter);
  graphsSuite(adapter);
  interleavingSuite(adapter);
};
