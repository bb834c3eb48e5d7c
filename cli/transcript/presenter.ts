import type { WatchMessage } from '../../core/contract/index.ts';

/** Shows what happens in sessions; waits for a slow reader of standard output. */
export type Presenter = (message: WatchMessage) => Promise<void>;
