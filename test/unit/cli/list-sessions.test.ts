import { expect, it } from 'vitest';
import { listSessions } from '../../../cli/list-sessions.ts';
import type { Core } from '../../../core/app/index.ts';

it('reads page after page, and no further than it is asked', async () => {
  const asked: unknown[] = [];
  const pages: Record<string, { items: { id: string }[]; next_cursor: string | null }> = {
    '': { items: [{ id: 'a' }, { id: 'b' }], next_cursor: 'x' },
    x: { items: [], next_cursor: 'y' },
    y: { items: [{ id: 'c' }], next_cursor: null },
  };
  const api = {
    'sessions.list': async (input: { cursor?: string }) => {
      asked.push(input);
      return pages[input.cursor ?? ''];
    },
  };
  const core = { api } as unknown as Core;
  const ids: string[] = [];
  for await (const { id } of listSessions(core, { status: 'interrupted' })) ids.push(id);
  expect(ids).toEqual(['a', 'b', 'c']);
  expect(asked).toMatchObject([{ status: 'interrupted' }, { cursor: 'x' }, { cursor: 'y' }]);
  for await (const _first of listSessions(core)) break;
  expect(asked).toHaveLength(4);
});
