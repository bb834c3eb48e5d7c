import { afterEach, beforeEach } from 'vitest';
import type { EventDraft, SessionId } from '../../../core/contract/index.ts';
import type { Effects } from '../../../core/effects/index.ts';
import type { EventStore, Owner, SessionWriter } from '../../../core/storage/index.ts';
import { livingOwner, type StoreAdapter, type StorePlace } from './adapter.ts';

export const AT = 1_736_981_000_123;
/** Threads start and end in every test; a busy machine takes its time. */
const HOOK_MS = 60_000;

export interface StoreFixture {
  /** The place of the running test. */
  readonly place: StorePlace;
  /** A store on that place; closed after the test. */
  readonly open: (effects?: Effects) => Promise<EventStore>;
  /** A session with these events, committed; its writer is still open. */
  readonly record: (
    store: EventStore,
    id: SessionId,
    drafts: readonly EventDraft[],
    owner?: Owner,
  ) => Promise<SessionWriter>;
}

/** Call inside `describe`: every test gets an empty place, and everything it opened is closed after it. */
export const useStores = (adapter: StoreAdapter): StoreFixture => {
  let place: StorePlace | undefined;
  let stores: EventStore[] = [];
  beforeEach(async () => {
    place = await adapter.create();
    stores = [];
  }, HOOK_MS);
  afterEach(async () => {
    await Promise.allSettled(stores.map((store) => store.close()));
    await place?.dispose();
  }, HOOK_MS);
  const current = (): StorePlace => {
    if (!place) throw new Error('There is a place only while a test runs.');
    return place;
  };
  return {
    get place() {
      return current();
    },
    open: async (effects) => {
      const store = await current().open(effects);
      stores.push(store);
      return store;
    },
    record: async (store, id, drafts, owner = livingOwner()) => {
      const writer = await store.createSession(id, owner);
      writer.append(drafts, AT);
      await writer.flushed();
      return writer;
    },
  };
};
