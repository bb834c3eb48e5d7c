import type { RunEvent, SessionId } from '../../core/contract/index.ts';
import { realEffects } from '../../core/effects/index.ts';
import { currentOwner } from '../../core/storage/index.ts';
import type { EngineBench } from './engine-bench.ts';

/** Puts a finished session back to its first events, as a process killed there would have left it. */
export const cutAt = async (
  bench: EngineBench,
  events: readonly RunEvent[],
  count: number,
): Promise<SessionId> => {
  const id = events[0]?.session_id as SessionId;
  await bench.store.deleteSession(id, realEffects.clock.now());
  const writer = await bench.store.createSession(id, currentOwner(realEffects));
  for (const { type, data, at } of events.slice(0, count)) writer.append([{ type, data } as RunEvent], at);
  await writer.close();
  return id;
};
