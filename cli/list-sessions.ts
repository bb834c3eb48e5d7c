import type { Core } from '../core/app/index.ts';
import type { SessionSummary } from '../core/contract/index.ts';

const PAGE = 500;

type Filter = Omit<Parameters<Core['api']['sessions.list']>[0], 'limit' | 'cursor'>;

/** All sessions that fit, newest first, read page by page as they are asked for. */
export async function* listSessions(core: Core, filter: Filter = {}): AsyncGenerator<SessionSummary> {
  let cursor: string | null | undefined;
  do {
    const page = await core.api['sessions.list']({ ...filter, limit: PAGE, ...(cursor && { cursor }) });
    yield* page.items;
    cursor = page.next_cursor;
  } while (cursor);
}
