import { type RunEvent, type SessionId, type SpanDocument, sessionId } from '../contract/index.ts';
import type { EventStore } from '../storage/index.ts';
import {
  emptySpanFold,
  endedSpans,
  foldSpans,
  otlpDocument,
  type SpanFold,
  spanIdOf,
  traceIdOf,
} from '../telemetry/index.ts';

type Log = Pick<EventStore, 'read' | 'head'>;

/** Spans of a session and of all sessions inside of its nodes, in one trace; what has not ended is left out. */
export const readSpans = async (store: Log, id: SessionId): Promise<SpanDocument> => {
  const { root, aroundId } = await placeOf(store, id);
  const folds = [await foldLog(store, id, aroundId)];
  // Grows while it is gone through: sessions inside of sessions follow.
  for (const fold of folds) {
    for (const { sessionId: insideId, parentId } of fold.inside) {
      const inside = sessionId.parse(insideId);
      // Its intent may be on record and it not yet.
      if (await store.head(inside)) folds.push(await foldLog(store, inside, parentId));
    }
  }
  return otlpDocument(endedSpans(folds), { traceId: traceIdOf(root), engine: folds[0]?.engine ?? '' });
};

const foldLog = async (store: Log, id: SessionId, aroundId: string | null): Promise<SpanFold> => {
  const fold = emptySpanFold(id, aroundId);
  for await (const batch of store.read(id)) for (const event of batch) foldSpans(fold, event);
  return fold;
};

/** The outermost session, whose trace it is, and the span of the node that this session is in. */
const placeOf = async (
  store: Log,
  id: SessionId,
): Promise<{ readonly root: SessionId; readonly aroundId: string | null }> => {
  const path = new Set([id]);
  let root = id;
  let aroundId: string | null = null;
  for (let around = await nodeAround(store, id); around; around = await nodeAround(store, root)) {
    // Metadata are whatever a user wrote.
    if (path.has(around.parent) || !(await store.head(around.parent))) break;
    path.add(around.parent);
    aroundId ??= spanIdOf(around.parent, `node:${around.node}`);
    root = around.parent;
  }
  return { root, aroundId };
};

const nodeAround = async (
  store: Log,
  id: SessionId,
): Promise<{ readonly parent: SessionId; readonly node: string } | null> => {
  const created = await firstEvent(store, id);
  if (created?.type !== 'session-created') return null;
  const { parent, node } = created.data.specification.metadata;
  const read = sessionId.safeParse(parent);
  return read.success && typeof node === 'string' ? { parent: read.data, node } : null;
};

const firstEvent = async (store: Log, id: SessionId): Promise<RunEvent | undefined> => {
  for await (const [first] of store.read(id, { limit: 1 })) return first;
  return undefined;
};
