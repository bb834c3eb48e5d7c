import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RunEvent, type SessionId, SYSTEM_STREAM } from '../../../core/contract/index.ts';
import type { EventStore, SessionWriter } from '../../../core/storage/index.ts';
import { livingOwner, readAll, type StoreAdapter } from './adapter.ts';
import { createdDraft, sessionIdOf, settingsDraft, turnDraft } from './sample-drafts.ts';
import { AT } from './store-fixture.ts';

type Act =
  | { readonly kind: 'append'; readonly session: number; readonly turns: number }
  | { readonly kind: 'flush' | 'close'; readonly session: number }
  | { readonly kind: 'hold' | 'delete' | 'look'; readonly session: number; readonly store: number }
  | { readonly kind: 'system'; readonly store: number };

const STORES = 2;
const session = fc.integer({ min: 1, max: 4 });
const store = fc.integer({ min: 0, max: STORES - 1 });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('append'), session, turns: fc.integer({ min: 0, max: 60 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('hold', 'look'), session, store }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('flush', 'close'), session }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('system'), store }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete'), session, store }) },
) as fc.Arbitrary<Act>;

/** What must be stored: every event that was appended, in the order of the appends. */
class Model {
  readonly events = new Map<SessionId, RunEvent[]>();
  readonly writers = new Map<SessionId, SessionWriter>();
  system = 0;
  readonly #stores: readonly EventStore[];

  constructor(stores: readonly EventStore[]) {
    this.#stores = stores;
  }

  #store(number: number): EventStore {
    const store = this.#stores[number];
    if (!store) throw new Error(`there is no store ${number}`);
    return store;
  }

  async run(act: Act): Promise<void> {
    if (act.kind === 'system') {
      await this.#store(act.store).appendSystem([settingsDraft(this.system)], AT);
      this.system += 1;
      return;
    }
    const id = sessionIdOf(act.session);
    const writer = this.writers.get(id);
    switch (act.kind) {
      case 'append':
        if (!writer) return;
        this.events.get(id)?.push(
          ...writer.append(
            Array.from({ length: act.turns }, (_, index) => turnDraft(id, index)),
            AT,
          ),
        );
        return;
      case 'flush':
        return writer?.flushed();
      case 'close':
        this.writers.delete(id);
        return writer?.close();
      case 'hold':
        return this.#hold(id, this.#store(act.store));
      case 'delete':
        return this.#delete(id, this.#store(act.store));
      case 'look': {
        await writer?.flushed();
        const turns = this.events.get(id)?.filter(({ type }) => type === 'turn-ended').length;
        expect((await this.#store(act.store).session(id))?.turns).toBe(turns);
        return;
      }
      default:
        return act satisfies never;
    }
  }

  async #hold(id: SessionId, store: EventStore): Promise<void> {
    const known = this.events.has(id);
    const held = known ? store.takeSession(id, livingOwner()) : store.createSession(id, livingOwner());
    if (this.writers.has(id)) {
      await expect(held).rejects.toMatchObject({ code: 'session/owned-elsewhere' });
      return;
    }
    const writer = await held;
    this.writers.set(id, writer);
    if (known) return;
    this.events.set(id, [...writer.append([createdDraft()], AT)]);
    await writer.flushed();
  }

  async #delete(id: SessionId, store: EventStore): Promise<void> {
    const deleted = store.deleteSession(id, AT);
    if (!this.events.has(id) || this.writers.has(id)) {
      await expect(deleted).rejects.toMatchObject({
        code: this.writers.has(id) ? 'session/owned-elsewhere' : 'input/unknown-session',
      });
      return;
    }
    expect((await deleted).events).toBe(this.events.get(id)?.length);
    this.events.delete(id);
    this.system += 1;
  }

  async expectStored(): Promise<void> {
    await Promise.all([...this.writers.values()].map((writer) => writer.close()));
    for (const store of this.#stores) {
      expect((await store.sessions({ limit: 10 })).total).toBe(this.events.size);
      expect((await store.head(SYSTEM_STREAM))?.count ?? 0).toBe(this.system);
      for (const [id, events] of this.events) {
        expect(await readAll(store, id)).toEqual(events);
        expect(await store.verify(id)).toMatchObject({ ok: true, projections_equal: true });
      }
      expect((await store.verify(SYSTEM_STREAM)).ok).toBe(true);
    }
  }
}

export const interleavingSuite = (adapter: StoreAdapter): void => {
  describe(`interleaved writers of ${adapter.name}`, () => {
    it('store what was appended, whatever is done in between', { timeout: 120_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 60, size: 'max' }), async (acts) => {
          const place = await adapter.create();
          const stores = await Promise.all(Array.from({ length: STORES }, () => place.open()));
          try {
            const model = new Model(stores);
            for (const one of acts) await model.run(one);
            await model.expectStored();
          } finally {
            await Promise.all(stores.map((one) => one.close()));
            await place.dispose();
          }
        }),
        { numRuns: 12, verbose: true },
      );
    });
  });
};
