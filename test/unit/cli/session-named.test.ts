import { expect, it } from 'vitest';
import { sessionNamed } from '../../../cli/session-named.ts';
import type { Core } from '../../../core/app/index.ts';

const ids = ['ab120000-0000-4000-8000-000000000001', 'ab130000-0000-4000-8000-000000000002'];
const core = {
  api: {
    'sessions.summary': async ({ id }: { id: string }) => ({ id, whole: true }),
    'sessions.list': async () => ({ items: ids.map((id) => ({ id })), next_cursor: null }),
  },
} as unknown as Core;

it('takes a whole id as it is, whatever its case', async () => {
  expect(await sessionNamed(core, (ids[0] ?? '').toUpperCase())).toMatchObject({ id: ids[0], whole: true });
});

it('takes the beginning of one id only', async () => {
  expect(await sessionNamed(core, 'AB13')).toMatchObject({ id: ids[1] });
  await expect(sessionNamed(core, 'ab1')).resolves.toMatchObject({ id: 'ab1', whole: true });
  await expect(sessionNamed(core, 'abcd')).rejects.toMatchObject({ code: 'input/unknown-session' });
});

it('does not choose between two', async () => {
  const twins = ids.map((id) => ({ id: id.replace(/^ab1./, 'ab1a') }));
  const two = {
    api: { ...core.api, 'sessions.list': async () => ({ items: twins, next_cursor: null }) },
  } as unknown as Core;
  await expect(sessionNamed(two, 'ab1a')).rejects.toMatchObject({
    message: 'ab1a begins the ids of 2 sessions.',
  });
});
